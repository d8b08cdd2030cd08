import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** `full` adds the million items and the million licences, and measures longer. */
  readonly extent: 'usual' | 'full';
  readonly json: boolean;
  /** Folder that gets a CPU profile of every measured process. */
  readonly profiles?: string;
}

/** @throws TypeError for an unknown option */
export function benchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      full: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  });
  return {
    extent: values.full ? 'full' : 'usual',
    json: values.json,
    ...(values.profile !== undefined && { profiles: values.profile }),
  };
}
