import type { Readable } from 'node:stream';
import type { LoadedSettings } from '../../adapters/config/load-settings.ts';
import type { ExitCode } from '../exit/exit-codes.ts';
import type { LineWriter } from './line-writer.ts';

/** All that a command knows of the world it was called in. Answers go to `out`, everything else to standard error. */
export interface Shell {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WriteStream;
  readonly out: LineWriter;
  readonly err: LineWriter;
  /** Current time, milliseconds since the epoch. */
  readonly now: () => number;
  /** Loaded when first asked for, so that commands without need of them work where they are wrong. */
  readonly settings: () => Promise<LoadedSettings>;
}

/** What a command definition gets: runs the work when the command was called. */
export type Perform = (work: (shell: Shell) => Promise<ExitCode>) => Promise<void>;
