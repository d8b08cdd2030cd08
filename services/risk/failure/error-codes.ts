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
  TDW_INPUT_EMPTY: { class: 'input', meaning: 'The input holds nothing.', todo: 'Ask the sender for the message again.' },
  TDW_INTERNAL: { class: 'bug', meaning: 'Tidewaiter itself failed on this input.', todo: 'Keep the dead letter, report the code with the log line, redrive after the fix.' },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERROR_CODES;
