import type { AdditionalDocument, DeclarationEvent, GoodsItem } from '../declaration/declaration-event.ts';
import { documentCodeOf } from '../declaration/document-code.ts';
import type { DocumentFact, Licence } from '../facts/facts.ts';
import { type Known, unknown } from '../facts/known.ts';
import { citedLicenceId } from '../licensing/cited.ts';
import type { ReferenceData } from './reference-data.ts';

/** Which of an item's documents are what: its own first, then the header's; none is looked up in the register yet. */
export function documentsOf(
  event: DeclarationEvent,
  item: GoodsItem,
  reference: ReferenceData,
): readonly DocumentFact[] {
  const facts = (level: DocumentFact['level'], documents: readonly AdditionalDocument[]): DocumentFact[] =>
    documents.map((document, index) => {
      const code = documentCodeOf(document);
      return { level, index, code, kind: reference.documentKind(code) };
    });
  return [...facts('item', item.additionalDocuments), ...facts('header', event.additionalDocuments)];
}

/** The same document with what the register says of it. */
export function withLicence(
  event: DeclarationEvent,
  item: GoodsItem,
  fact: DocumentFact,
  licences: ReadonlyMap<string, Known<Licence>>,
): DocumentFact {
  const id = citedLicenceId({ event, goods: item }, fact);
  if (id === undefined) return fact;
  return { ...fact, licence: licences.get(id) ?? unknown('the register gave no answer', 'licences') };
}
