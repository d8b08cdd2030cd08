import type { Unchecked } from '../risk/declaration/checked.ts';
import type {
  DeclarationHeader,
  EventSource,
  OtherElement,
  RequestMessage,
} from '../risk/declaration/declaration-event.ts';
import type { InstantOrDay } from '../risk/declaration/instant.ts';

/** What a customs system sends. Each format's reader makes these; nothing here knows XML. */
export type CustomsMessage = DeclarationMessage | Notification | OtherMessage;

export interface DeclarationMessage {
  /** A replacement carries the whole declaration anew, an amendment only what changed. */
  readonly kind: 'lodgement' | 'amendment' | 'replacement' | 'cancellation';
  readonly mrn?: string;
  /** The trader's reference: of a lodgement that of the declaration; amendments and cancellations have one of their own. */
  readonly lrn?: string;
  /** Identifier of the declarant, where one is stated. */
  readonly declarant?: string;
  /** Who filed it, where no declarant's identifier is stated: of the submitter, exporter or importer, else a name. Part of the declaration's id, never proof of whose message it is. */
  readonly filer?: string;
  readonly version?: number;
  /** When the service received it, where the envelope says so; else when it was issued. */
  readonly receivedAt?: InstantOrDay;
  readonly request: RequestMessage;
  /** Of a cancellation: in the trader's words, else the code of the reason. */
  readonly cause?: string;
  readonly document: DeclarationDocument;
}

/** The part of a message that declares, in whatever form it came. */
export interface DeclarationDocument {
  /** Where it begins in its source, from 1, for errors. */
  readonly line?: number;
  /** What it says, in the event's words. Throws an error with a place for a value that cannot be. */
  content(): DeclarationContent;
  /** This document with a change set merged onto it; absent, or no answer, where that cannot be done. */
  amendedBy?(change: DeclarationDocument): Amended | undefined;
}

export interface Amended {
  readonly document: DeclarationDocument;
  /** False where a change could not be placed: the result is then not known to be the whole truth. */
  readonly complete: boolean;
}

export interface DeclarationContent {
  /** Codes and days as they are stated: "2026-12-01" is put into the one form of an instant when the event is built, in the authority's time zone. */
  readonly header: Unchecked<DeclarationHeader>;
  readonly otherElements: readonly OtherElement[];
  readonly source: EventSource;
  /** The line that a field of it came from: "goodsItems[2].origins[0].countryCode". */
  readonly lineOf?: (path: string) => number;
}

/** A declaration as a notification or a report names it. */
export interface NamedDeclaration {
  readonly mrn?: string;
  readonly lrn?: string;
  /** Identifier of the declarant. */
  readonly declarant?: string;
  readonly version?: number;
}

/**
 * What a notification means to the declaration or request that it names: the goods have left; it is invalidated; it is
 * rejected and never took effect; an amendment is accepted, as the version that it made; the authority's position on a
 * request to amend or cancel. Any other changes nothing.
 */
export type NotificationMeaning =
  'exit' | 'invalidation' | 'rejection' | 'amendmentAccepted' | 'requestPosition' | 'none';

/** Of a request: `open` is not decided yet. */
export type RequestStanding = 'granted' | 'refused' | 'open';

export interface Notification {
  readonly kind: 'notification';
  /** "DMSTAX". */
  readonly name: string;
  readonly meaning: NotificationMeaning;
  /** Of a `requestPosition`. */
  readonly position?: RequestStanding;
  readonly declarations: readonly NamedDeclaration[];
  readonly request: RequestMessage;
  /** What an exit or invalidation says, as an event. */
  lifecycle(): Lifecycle;
}

export interface Lifecycle {
  readonly content: DeclarationContent;
  readonly cause?: string;
  readonly occurredAt?: InstantOrDay;
}

/** Recognised, and of no use but its links: a retrieval report, an inventory-linking movement. */
export interface OtherMessage {
  readonly kind: 'other';
  /** In words: "retrieval report DeclarationFullResponse", "inventory-linking EAL". */
  readonly name: string;
  readonly declarations: readonly NamedDeclaration[];
}
