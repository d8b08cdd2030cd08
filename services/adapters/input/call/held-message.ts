import { dirname } from 'node:path';
import type { WcoMessage } from '../../wco/message/message.ts';

/** One XML message of a call, held until all of the call have been seen: in short, and as the text it came in. */
export interface HeldMessage {
  readonly file: string;
  readonly folder: string;
  /** The decoded text, and which of the messages in it this is. */
  readonly text: string;
  readonly index: number;
  /** Among all messages of the call, from 0. */
  readonly position: number;
  readonly what: MessageSummary;
}

export type MessageSummary =
  | { readonly kind: 'lodgement' | 'amendment' | 'replacement' | 'cancellation'; readonly mrn?: string; readonly lrn?: string; readonly declarant?: string; readonly version?: number }
  | { readonly kind: 'notification'; readonly name: string; readonly statuses: readonly string[]; readonly declarations: readonly NamedInBrief[] }
  | { readonly kind: 'other'; readonly name: string; readonly declarations: readonly NamedInBrief[] };

export interface NamedInBrief {
  readonly mrn?: string;
  readonly lrn?: string;
  readonly version?: number;
}

/** Keeps what linking needs of a message and drops its tree. */
export function hold(file: string, text: string, messages: readonly WcoMessage[], position: number): readonly HeldMessage[] {
  return messages.map((message, index) => ({ file, folder: dirname(file), text, index, position: position + index, what: summaryOf(message) }));
}

function summaryOf(message: WcoMessage): MessageSummary {
  switch (message.kind) {
    case 'notification': return { kind: 'notification', name: message.name, statuses: message.statuses, declarations: message.declarations };
    case 'other': return { kind: 'other', name: message.what, declarations: message.declarations };
    case 'lodgement':
    case 'amendment':
    case 'replacement':
    case 'cancellation': {
      const { kind, mrn, lrn, declarant, version } = message;
      return { kind, ...(mrn === undefined ? {} : { mrn }), ...(lrn === undefined ? {} : { lrn }), ...(declarant === undefined ? {} : { declarant }), ...(version === undefined ? {} : { version }) };
    }
  }
}
