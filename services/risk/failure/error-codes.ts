import type { FailureClass } from './tidewaiter-error.ts';

interface ErrorEntry {
  readonly class: FailureClass;
  /** What it means, in one sentence. */
  readonly meaning: string;
  /** What to do, in one sentence; infra/RUNBOOK.md says it at length. */
  readonly todo: string;
}

/** Every stable error code. A code is never given another meaning; infra/RUNBOOK.md has an entry for each (tested). */
export const ERROR_CODES = {
  TDW_CONFIG_INVALID: { class: 'usage', meaning: 'A setting has a value that is not allowed.', todo: 'Correct the setting where the message says that it stands; `tidewaiter config show --docs` explains each.' },
  TDW_CONFIG_SECRET_IN_FILE: { class: 'usage', meaning: 'A configuration file holds a secret.', todo: 'Put it into a file of its own and name that by the …File setting, or into the variable; then change the secret, as it has been exposed.' },
  TDW_CONFIG_UNKNOWN_KEY: { class: 'usage', meaning: 'A configuration file or variable names a setting that does not exist.', todo: 'Correct or remove it; `tidewaiter config show --docs` lists all settings.' },
  TDW_CONFIG_UNREADABLE: { class: 'usage', meaning: 'A configuration or secret file cannot be read.', todo: 'Check the path, the rights and the form of the file.' },
  TDW_INPUT_EMPTY: { class: 'input', meaning: 'The input holds nothing.', todo: 'Ask the sender for the message again.' },
  TDW_INTERNAL: { class: 'bug', meaning: 'Tidewaiter itself failed on this input.', todo: 'Keep the dead letter, report the code with the log line, redrive after the fix.' },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERROR_CODES;
