import type { Rng } from '../../../statistics/rng.ts';
import type { Declared, Distance, LabelSet } from '../../serve/codes/label-set.ts';

/** A wrong subheading at a distance from the right one, drawn evenly; undefined where there is none. */
export function wrongCode(
  { headingOf, chapterOf, firstOf }: LabelSet,
  right: Declared,
  distance: Distance,
  rng: Rng,
): Declared | undefined {
  const fits = (subheading: number): boolean => {
    const heading = headingOf[subheading]!;
    switch (distance) {
      case 'chapter':
        return chapterOf[heading] !== chapterOf[right.heading];
      case 'heading':
        return chapterOf[heading] === chapterOf[right.heading] && heading !== right.heading;
      case 'subheading':
        return right.subheading >= 0 && heading === right.heading && subheading !== right.subheading;
    }
  };
  const [from, to] =
    distance === 'chapter'
      ? [0, headingOf.length]
      : distance === 'subheading'
        ? [firstOf[right.heading]!, firstOf[right.heading + 1]!]
        : chapterRange(right.heading, { chapterOf, firstOf });
  const candidates = [];
  for (let subheading = from; subheading < to; subheading += 1) if (fits(subheading)) candidates.push(subheading);
  const chosen = candidates[Math.floor(rng() * candidates.length)];
  return chosen === undefined ? undefined : { heading: headingOf[chosen]!, subheading: chosen };
}

function chapterRange(
  heading: number,
  { chapterOf, firstOf }: Pick<LabelSet, 'chapterOf' | 'firstOf'>,
): readonly [from: number, to: number] {
  let [first, end] = [heading, heading + 1];
  while (first > 0 && chapterOf[first - 1] === chapterOf[heading]) first -= 1;
  while (end < chapterOf.length && chapterOf[end] === chapterOf[heading]) end += 1;
  return [firstOf[first]!, firstOf[end]!];
}
