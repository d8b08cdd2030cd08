import type { DeclarationEvent } from '../../../risk/declaration/declaration-event.ts';
import type { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';

/** One file, or standard input (file "-"). The bytes are asked for once, and only as far as they are needed. */
export interface InputSource {
  readonly file: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What records of every kind are completed by. */
export interface RecordOptions {
  /** Of the authority (IANA): in which a day that is stated without a time begins; UTC unless stated. */
  readonly timeZone?: string;
  /** Takes the place of every declaration id. */
  readonly declarationId?: string;
}

export type InputEntry =
  /** An exact repeat has the id of what it repeats. */
  | { readonly kind: 'event'; readonly file: string; readonly event: DeclarationEvent }
  /** Recognised and passed over, by name: "notification DMSTAX"; with a reason where it might have been expected to say more. */
  | { readonly kind: 'skipped'; readonly file: string; readonly what: string; readonly reason?: string }
  /** The error's place names the file, and line and element where they are known. */
  | { readonly kind: 'failed'; readonly file: string; readonly error: TidewaiterError };
