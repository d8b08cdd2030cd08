import type { DeclarationMessage, NamedDeclaration } from '../../intake/message.ts';
import type { RequestMessage } from '../../risk/declaration/declaration-event.ts';
import type { InstantOrDay } from '../../risk/declaration/instant.ts';
import type { SourceFormat } from '../../risk/declaration/source-format.ts';
import { timeAt } from '../wco/message/lifecycle-content.ts';
import { optional } from '../wco/message/named-declaration.ts';
import { refuseRepeated } from '../wco/message/stands-once.ts';
import { TransposedDocument } from '../wco/message/transposed-document.ts';
import { at, childrenNamed, textAt, type XmlElement } from '../xml/element.ts';
import { Transposer } from '../xml/transposition.ts';
import { completeDeclaration, type Implied } from './complete-declaration.ts';
import { DMS_ROWS } from './dms-rows.ts';

export const dmsTransposer = (implied: Implied): Transposer =>
  new Transposer({
    rows: DMS_ROWS,
    afterwards: (declaration) => {
      completeDeclaration(declaration, implied);
    },
  });

/** What a message does; whether a `change` is an amendment or the declaration anew shows only by what it states. */
export type DmsFunction = 'lodgement' | 'cancellation' | 'change';

export interface DmsDeclaration {
  readonly declaration: XmlElement;
  readonly kind: DeclarationMessage['kind'];
  readonly transposer: Transposer;
  readonly source: SourceFormat;
  readonly request: RequestMessage;
  readonly preparedAt?: InstantOrDay;
}

/** A Declaration element as what intake knows of it. Throws TDW_XML_REPEATED. */
export function declarationMessage(message: DmsDeclaration): DeclarationMessage {
  const { declaration, kind, transposer, source, request, preparedAt } = message;
  refuseRepeated(declaration);
  return {
    kind,
    ...referencesOf(declaration),
    request,
    document: new TransposedDocument(declaration, transposer, source),
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
  const parties = [['Submitter'], ['Exporter'], ['Importer'], ['GoodsShipment', 'Importer']];
  const ids = parties.map((path) => textAt(declaration, ...path, 'ID'));
  return ids.find((id) => id !== undefined) ?? textAt(declaration, 'Declarant', 'Name');
}

/** In the trader's words, else the code of the reason. */
function causeOf(declaration: XmlElement): string | undefined {
  return (
    textAt(declaration, 'Amendment', 'ChangeReasonText') ??
    textAt(declaration, 'AdditionalInformation', 'StatementDescription') ??
    textAt(declaration, 'Amendment', 'ChangeReasonCode')
  );
}

/**
 * Whether it states goods, and does not say by pointers which of them it changes: then it is the declaration anew; else
 * what it leaves out cannot be known.
 */
export function isDeclarationAnew(declaration: XmlElement): boolean {
  const hasGoods = itemsOf(declaration).some((item) => at(item, 'Commodity') !== undefined);
  const amendments = childrenNamed(declaration, 'Amendment');
  return hasGoods && amendments.every((amendment) => at(amendment, 'Pointer') === undefined);
}

export function itemsOf(declaration: XmlElement): readonly XmlElement[] {
  const shipment = at(declaration, 'GoodsShipment');
  return shipment === undefined ? [] : childrenNamed(shipment, 'GovernmentAgencyGoodsItem');
}

/** "9" of "09". */
export function functionCodeOf(declaration: XmlElement): string | undefined {
  return textAt(declaration, 'FunctionCode')?.replace(/^0+(?=\d)/, '');
}
