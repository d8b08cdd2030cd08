import type { Instant } from '../../../risk/declaration/declaration-event.ts';
import type { XmlElement } from '../xml/element.ts';

/** What a file of XML turned out to hold: one or more of these. */
export type WcoMessage = DeclarationMessage | Notification | OtherMessage;

export interface DeclarationMessage {
  /** A replacement carries the whole declaration anew, an amendment only what changed. */
  readonly kind: 'lodgement' | 'amendment' | 'replacement' | 'cancellation';
  readonly declaration: XmlElement;
  readonly mrn?: string;
  readonly lrn?: string;
  /** Identifier of the declarant, else of the exporter, importer or submitter. */
  readonly declarant?: string;
  readonly version?: number;
  /** When the service received it, where the envelope says so. */
  readonly receivedAt?: Instant;
}

/** A declaration as a notification or a report names it. */
export interface NamedDeclaration {
  readonly mrn?: string;
  readonly lrn?: string;
  readonly version?: number;
}

export interface Notification {
  readonly kind: 'notification';
  /** "DMSTAX". */
  readonly name: string;
  readonly response: XmlElement;
  /** Status/NameCode, as stated. */
  readonly statuses: readonly string[];
  readonly declarations: readonly NamedDeclaration[];
}

/** Recognised, and of no use but its links: a retrieval report, an inventory-linking movement. */
export interface OtherMessage {
  readonly kind: 'other';
  /** In words: "retrieval report DeclarationFullResponse", "inventory-linking EAL". */
  readonly what: string;
  readonly declarations: readonly NamedDeclaration[];
}
