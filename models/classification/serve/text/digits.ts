import { chemicalOf } from './chemicals.ts';

const ASCII = /^[\x00-\x7f]*$/;
/**
 * Numbers of chemicals; and numbers that stand alone: none that a letter touches ("M12", "12mm"), or an apostrophe, which may be taken out
 * ("12'x14'").
 */
const FIGURES = /(?<![\d-])\d{2,7}-\d{2}-\d(?![\d-])|(?<![a-z0-9'`])\d+(?![a-z0-9'`])/gi;

/**
 * A description with the digits of its numbers made zeros: an article number or a size says nothing of what goods are but that it is there and
 * how long it is. What differs by nothing else is read once. A number that names a chemical stays. Only plain ASCII is changed.
 */
export function withoutDigits(description: string): string {
  return ASCII.test(description)
    ? description.replace(FIGURES, (number) => (chemicalOf(number) === undefined ? number.replace(/\d/g, '0') : number))
    : description;
}
