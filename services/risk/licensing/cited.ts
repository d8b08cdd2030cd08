import type { AdditionalDocument, DeclarationEvent, GoodsItem } from '../declaration/declaration-event.ts';
import type { DocumentFact, ItemFacts, Licence } from '../facts/facts.ts';
import type { Unknown } from '../facts/known.ts';

/** A licence's id as the register keys it: upper case, without spaces. */
export const licenceIdOf = (cited: string): string => cited.replace(/\s+/g, '').toUpperCase();

/** Whether a document is of a kind that the register of licences is asked for; not so while its kind is unknown. */
export function isLicence({ kind }: Pick<DocumentFact, 'kind'>): boolean {
  return kind.state === 'found' && (kind.value.kind === 'licence' || kind.value.kind === 'permit');
}

/** Where a document is declared. */
export interface DeclaredDocuments {
  readonly event: Pick<DeclarationEvent, 'additionalDocuments'>;
  readonly goods: Pick<GoodsItem, 'additionalDocuments'>;
}

/** The document as declared. */
export function documentOf(
  { event, goods }: DeclaredDocuments,
  { level, index }: Pick<DocumentFact, 'level' | 'index'>,
): AdditionalDocument | undefined {
  return (level === 'item' ? goods : event).additionalDocuments[index];
}

/** The register's key of a document that is a licence or permit and names one; undefined for all others. */
export function citedLicenceId(declared: DeclaredDocuments, fact: DocumentFact): string | undefined {
  if (!isLicence(fact)) return undefined;
  const id = documentOf(declared, fact)?.id;
  return id === undefined ? undefined : licenceIdOf(id);
}

/** A document of the item or the header that is a licence or permit, with what the register says of it. */
export interface CitedLicence {
  readonly code: string;
  /** As cited; undefined where no number is given. */
  readonly id: string | undefined;
  readonly fact: DocumentFact;
}

/** A goods item with what is known of its documents. */
export interface ItemWithDocuments extends DeclaredDocuments {
  readonly item: Pick<ItemFacts, 'documents'>;
}

/** The licences that an item cites, or why that cannot be said. */
export function citedLicences(of: ItemWithDocuments): readonly CitedLicence[] | Unknown {
  const { documents } = of.item;
  const unresolved = documents.find(({ kind }) => kind.state === 'unknown');
  if (unresolved?.kind.state === 'unknown') return unresolved.kind;
  return documents.flatMap((fact) =>
    isLicence(fact) ? [{ code: fact.code, id: documentOf(of, fact)?.id, fact }] : [],
  );
}

/** The entry of the register behind each cited licence that it knows, or why the register cannot be asked. */
export function registeredLicences(of: ItemWithDocuments): readonly (readonly [CitedLicence, Licence])[] | Unknown {
  const cited = citedLicences(of);
  if ('state' in cited) return cited;
  const unanswered = cited.find(({ fact }) => fact.licence?.state === 'unknown');
  if (unanswered?.fact.licence?.state === 'unknown') return unanswered.fact.licence;
  return cited.flatMap((one) => (one.fact.licence?.state === 'found' ? [[one, one.fact.licence.value] as const] : []));
}

/** How people name a citation: "X002 GBSIE2026/000123". */
export const named = ({ code, id }: Pick<CitedLicence, 'code' | 'id'>): string =>
  id === undefined ? code : `${code} ${id}`;
