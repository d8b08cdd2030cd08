import { type Mrn, mrnOf } from '../risk/declaration/mrn.ts';
import { stated } from '../risk/declaration/stated.ts';
import { fold } from './identifier.ts';
import type { CustomsMessage, DeclarationMessage, NamedDeclaration, Notification, OtherMessage } from './message.ts';

/** One message of a batch, buffered until all of the batch have been seen: in short, and as the text it came in. */
export interface BufferedMessage {
  readonly file: string;
  readonly folder: string;
  /** The decoded text, and which of the messages in it this is. */
  readonly text: string;
  readonly index: number;
  /** Among all messages of the batch, from 0. */
  readonly position: number;
  readonly summary: MessageSummary;
}

/** What linking, ordering and versions need of a message; its content is read again when its turn comes. */
export type MessageSummary = DeclarationSummary | NotificationSummary | OtherSummary;
export type DeclarationSummary = WithMrn<Pick<DeclarationMessage, 'kind' | 'lrn' | 'declarant' | 'filer' | 'version'>>;
export type NotificationSummary = Pick<Notification, 'kind' | 'name' | 'meaning' | 'position'> & Naming;
export type OtherSummary = Pick<OtherMessage, 'kind' | 'name'> & Naming;
/** A declaration as a buffered message names it. */
export type Named = WithMrn<NamedDeclaration>;

interface Naming {
  readonly declarations: readonly Named[];
}
/** An MRN is the authority's, and has one form. */
type WithMrn<T> = Omit<T, 'mrn'> & { readonly mrn?: Mrn };

export interface BufferedText {
  readonly file: string;
  readonly folder: string;
  readonly text: string;
}

/** The messages of one text in short. @param position of the first among all messages of the batch */
export function buffer(
  from: BufferedText,
  messages: readonly CustomsMessage[],
  position: number,
): readonly BufferedMessage[] {
  return messages.map((message, index) => ({
    ...from,
    index,
    position: position + index,
    summary: summaryOf(message),
  }));
}

function summaryOf(message: CustomsMessage): MessageSummary {
  switch (message.kind) {
    case 'notification': {
      const { kind, name, meaning, position, declarations } = message;
      return {
        kind,
        name,
        meaning,
        declarations: declarations.map(withMrn),
        ...(position === undefined ? {} : { position }),
      };
    }
    case 'other': {
      const { kind, name, declarations } = message;
      return { kind, name, declarations: declarations.map(withMrn) };
    }
    case 'lodgement':
    case 'amendment':
    case 'replacement':
    case 'cancellation': {
      const { kind, mrn, lrn, declarant, filer, version } = withMrn(message);
      return {
        kind,
        ...stated({ mrn, lrn, declarant: declarant === undefined ? undefined : fold(declarant), filer, version }),
      };
    }
  }
}

function withMrn<T extends { readonly mrn?: string }>({ mrn, ...named }: T): WithMrn<T> {
  return mrn === undefined ? named : { ...named, mrn: mrnOf(mrn) };
}
