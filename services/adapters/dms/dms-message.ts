import type { DeclarationMessage, NamedDeclaration } from '../../intake/message.ts';
import type { RequestMessage } from '../../risk/declaration/declaration-event.ts';
import { timeAt } from '../wco/message/lifecycle-content.ts';
import { optional } from '../wco/message/named-declaration.ts';
import { TransposedDocument } from '../wco/message/transposed-document.ts';
import { at, childrenNamed, textAt, type XmlElement } from '../xml/element.ts';
import { Transposer } from '../xml/transposition.ts';
import { completeDeclaration } from './complete-declaration.ts';
import { DMS_ROWS } from './dms-rows.ts';

/** @param national currency of amounts that the form states without one */
export const dmsTransposer = (national: string): Transposer =>
  new Transposer({ rows: DMS_ROWS, afterwards: (declaration) => { completeDeclaration(declaration, national); } });

/** How a message changes a declaration; `change`: which of both an amendment is shows only by what it states. */
export type DmsFunction = 'lodgement' | 'cancellation' | 'change';

export interface DmsDeclaration {
  readonly declaration: XmlElement;
  readonly kind: DeclarationMessage['kind'];
  readonly transposer: Transposer;
  readonly request: RequestMessage;
  readonly preparedAt?: string;
}

/** A Declaration element as what intake knows of it. */
export function declarationMessage({ declaration, kind, transposer, request, preparedAt }: DmsDeclaration): DeclarationMessage {
  return {
    kind, ...referencesOf(declaration), request, document: new TransposedDocument(declaration, transposer),
    ...optional('filer', filerOf(declaration)),
    ...optional('receivedAt', timeAt(declaration, 'IssueDateTime') ?? preparedAt),
    ...optional('cause', kind === 'cancellation' ? causeOf(declaration) : undefined),
  };
}

export function referencesOf(declaration: XmlElement): NamedDeclaration {
  return {
    ...optional('mrn', textAt(declaration, 'ID') ?? textAt(declaration, 'MRN')),
    ...optional('lrn', textAt(declaration, 'FunctionalReferenceID') ?? textAt(declaration, 'LRN')),
    ...optional('declarant', textAt(declaration, 'Declarant', 'ID')),
  };
}

function filerOf(declaration: XmlElement): string | undefined {
  return textAt(declaration, 'Submitter', 'ID') ?? textAt(declaration, 'Exporter', 'ID') ?? textAt(declaration, 'Importer', 'ID') ?? textAt(declaration, 'GoodsShipment', 'Importer', 'ID') ?? textAt(declaration, 'Declarant', 'Name');
}

/** In the trader's words, else the code of the reason. */
function causeOf(declaration: XmlElement): string | undefined {
  return textAt(declaration, 'Amendment', 'ChangeReasonText') ?? textAt(declaration, 'AdditionalInformation', 'StatementDescription') ?? textAt(declaration, 'Amendment', 'ChangeReasonCode');
}

/** Whether it states goods, and does not say by pointers which of them it changes: then it is the declaration anew, else what it leaves out cannot be known. */
export function isDeclarationAnew(declaration: XmlElement): boolean {
  const shipment = at(declaration, 'GoodsShipment');
  const hasItems = shipment !== undefined && childrenNamed(shipment, 'GovernmentAgencyGoodsItem').some((item) => at(item, 'Commodity') !== undefined);
  return hasItems && childrenNamed(declaration, 'Amendment').every((amendment) => at(amendment, 'Pointer') === undefined);
}
