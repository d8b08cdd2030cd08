import { ERROR_CODES, type ErrorCode } from './error-codes.ts';

/** An error that an operator may read: a stable code, what happened, and what to do (from the catalogue). Never holds personal data. */
export class TidewaiterError extends Error {
  override readonly name = 'TidewaiterError';
  readonly code: ErrorCode;
  /** Where in the input, where it has one. */
  readonly location: ErrorLocation | undefined;

  constructor(
    code: ErrorCode,
    what: string,
    options: { readonly location?: ErrorLocation; readonly cause?: unknown } = {},
  ) {
    super(what, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.location = options.location;
  }

  /** What to do about it. */
  get todo(): string {
    return ERROR_CODES[this.code].todo;
  }

  get failureClass(): FailureClass {
    return ERROR_CODES[this.code].class;
  }
}

export interface ErrorLocation {
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** Element or field path: "Declaration/GoodsShipment", "goodsItems[0].commodity". */
  readonly element?: string;
}

/**
 * `input`: bad input, ends as a dead letter or a refused command. `infrastructure`: wait and try again.
 * `bug`: our own. `usage`: the command or the configuration is wrong.
 */
export type FailureClass = 'input' | 'infrastructure' | 'bug' | 'usage';

/** What an error says in its first line: libraries put excerpts and stacks below it. */
export function firstLineOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] as string;
}
