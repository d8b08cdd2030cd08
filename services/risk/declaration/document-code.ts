import type { AdditionalDocument } from './declaration-event.ts';

/** A whole code, category first: "X002". */
const WHOLE = /^[A-Z\d]{4}$/i;

/** Category and type of a document: "X002"; "" where neither is stated. A type that begins with the category says it already: X and X002 are X002. */
export function documentCodeOf({ categoryCode = '', typeCode = '' }: AdditionalDocument): string {
  return WHOLE.test(typeCode) && typeCode.slice(0, 1).toUpperCase() === categoryCode.toUpperCase()
    ? typeCode
    : `${categoryCode}${typeCode}`;
}
