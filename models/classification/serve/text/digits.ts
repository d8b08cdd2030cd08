const ASCII = /^[\x00-\x7f]*$/;
/** Numbers that stand alone: none that a letter touches ("M12", "12mm"), or an apostrophe, which may be taken out ("12'x14'"). */
const FIGURES = /(?<![a-z0-9'`])\d+(?![a-z0-9'`])/gi;

/**
 * A description with the digits of its numbers made zeros: an article number or a size says nothing of what goods are but that it is there and
 * how long it is. What differs by nothing else is read once. Only plain ASCII is changed.
 */
export function withoutDigits(description: string): string {
  return ASCII.test(description) ? description.replace(FIGURES, ({ length }) => '0'.repeat(length)) : description;
}
