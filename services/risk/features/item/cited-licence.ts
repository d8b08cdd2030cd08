import type { AdditionalDocument } from '../../declaration/declaration-event.ts';
import type { DocumentFact, Licence } from '../../facts/facts.ts';
import type { ItemContext } from '../definition/context.ts';
import { type Missing, missing } from '../definition/feature.ts';

/** A document of the item or the header that is a licence or permit, with what the register says of it. */
export interface CitedLicence {
  readonly code: string;
  /** As cited; undefined where no number is given. */
  readonly id: string | undefined;
  readonly fact: DocumentFact;
}

/** The licences that an item cites, or why that cannot be said. */
export function citedLicences(context: ItemContext): readonly CitedLicence[] | Missing {
  const { documents } = context.item;
  if (documents.length === 0) return NONE;
  const untold = documents.find(({ kind }) => kind.state === 'unknown');
  if (untold?.kind.state === 'unknown') return missing(untold.kind.why);
  if (!documents.some(isLicence)) return NONE;
  return documents.flatMap((fact) =>
    isLicence(fact) ? [{ code: fact.code, id: declared(context, fact)?.id, fact }] : [],
  );
}

const NONE: readonly CitedLicence[] = [];
const NO_ENTRIES: readonly (readonly [CitedLicence, Licence])[] = [];

/** The entry of the register behind each cited licence that it knows, or why the register cannot be asked. */
export function registeredLicences(context: ItemContext): readonly (readonly [CitedLicence, Licence])[] | Missing {
  const cited = citedLicences(context);
  if ('missing' in cited) return cited;
  if (cited.length === 0) return NO_ENTRIES;
  const untold = cited.find(({ fact }) => fact.licence?.state === 'unknown');
  if (untold?.fact.licence?.state === 'unknown') return missing(untold.fact.licence.why);
  return cited.flatMap((one) => (one.fact.licence?.state === 'found' ? [[one, one.fact.licence.value] as const] : []));
}

/** The document as declared. */
function declared({ goods, event }: ItemContext, { level, index }: DocumentFact): AdditionalDocument | undefined {
  return level === 'item' ? goods.additionalDocuments[index] : event.additionalDocuments[index];
}

/** How people name a citation: "X002 GBSIE2026/000123". */
export const named = ({ code, id }: CitedLicence): string => (id === undefined ? code : `${code} ${id}`);

function isLicence({ kind }: DocumentFact): boolean {
  return kind.state === 'found' && (kind.value.kind === 'licence' || kind.value.kind === 'permit');
}
