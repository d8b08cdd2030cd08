import { parseArgs } from 'node:util';

export interface RepeatOptions {
  /** Test files, as vitest takes them. */
  readonly files: readonly string[];
  readonly times: number;
  /** Processes that do nothing but keep a core busy each. */
  readonly busy: number;
}

/** @throws TypeError for an unknown option, a number that is none, or no file */
export function repeatOptions(args: readonly string[]): RepeatOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { times: { type: 'string', default: '100' }, busy: { type: 'string', default: '2' } },
  });
  if (positionals.length === 0) throw new TypeError('name at least one test file');
  return { files: positionals, times: count('times', values.times), busy: count('busy', values.busy) };
}

function count(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new TypeError(`--${name} wants a whole number, not "${text}"`);
  return value;
}
