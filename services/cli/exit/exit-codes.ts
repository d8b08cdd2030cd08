import type { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';

/** What the command's exit code says; scripts rely on it. */
export const EXIT = {
  /** Done, and nothing to complain of. */
  ok: 0,
  /** Some of the input is bad, or a check failed. What could be answered was answered. */
  inputBad: 1,
  /** The command line is wrong. */
  usage: 2,
  /** A setting is wrong. */
  configuration: 3,
  /** Brokers, database, registry or disk cannot be used. */
  infrastructure: 4,
  /** Tidewaiter's own fault. */
  internal: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code that an error ends the command with. */
export function exitCodeOf(error: TidewaiterError): ExitCode {
  switch (error.failureClass) {
    case 'input':
      return EXIT.inputBad;
    case 'usage':
      return exitCodeOfUsage(error.code);
    case 'infrastructure':
      return EXIT.infrastructure;
    case 'bug':
      return EXIT.internal;
  }
}

/** What a command was given to read is input, though no stream carries it; what was set up wrong is configuration. */
function exitCodeOfUsage(code: string): ExitCode {
  if (/^TDW_(REFERENCE|LICENCES|HISTORY|OUTCOMES|MODEL_DATA)/.test(code)) return EXIT.inputBad;
  return /^TDW_(CONFIG|MAPPING|SETUP|MIGRATION|POLICY|REGISTRY)_/.test(code) ? EXIT.configuration : EXIT.usage;
}

/** The command line asks for what cannot be; said in one sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
