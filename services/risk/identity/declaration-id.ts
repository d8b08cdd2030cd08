/**
 * The id of a declaration: its MRN; before one is known, who declared and their own reference.
 * A separator inside the declarant (a name, where there is no identifier) is percent-encoded, so that no two pairs give the same id.
 */
export function declarationIdOf(known: {
  readonly mrn?: string | undefined;
  readonly declarant?: string | undefined;
  readonly lrn?: string | undefined;
}): string | undefined {
  if (known.mrn !== undefined) return known.mrn;
  if (known.lrn === undefined) return undefined;
  return `LRN:${encodePart(known.declarant ?? '')}:${known.lrn}`;
}

function encodePart(part: string): string {
  return part.replace(/%/g, '%25').replace(/:/g, '%3A');
}
