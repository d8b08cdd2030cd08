import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { asKafkaFailure } from '../kafka/kafka-error.ts';

/** What a log may say of an error: its code, its class and the broker's or system's name for it, never its message. */
export interface ErrorFields {
  readonly code?: string;
  readonly errorClass?: string;
  readonly reason?: string;
}

export function errorFields(error: unknown): ErrorFields {
  const reason = reasonOf(error);
  const known = asKafkaFailure(error);
  return {
    ...(known instanceof TidewaiterError ? { code: known.code } : {}),
    ...(error instanceof Error ? { errorClass: error.constructor.name } : {}),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** The name in capitals that a system error has as its code and a broker's error as its type, however deep it is wrapped. */
function reasonOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('type' in error && typeof error.type === 'string') return error.type;
  if (!(error instanceof TidewaiterError) && 'code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? reasonOf(error.cause) : undefined;
}

/** The error names in a client library's own message; the rest of the message is dropped. */
export function reasonIn(message: string): string | undefined {
  return /\b(E[A-Z]{4,20}|[A-Z]{2,20}(?:_[A-Z]{2,20}){1,6})\b/.exec(message)?.[0];
}
