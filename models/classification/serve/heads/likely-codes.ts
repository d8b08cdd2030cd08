import type { LabelSet } from '../codes/label-set.ts';
import { meanOf } from './probability.ts';
import type { Reading } from './reader.ts';

export interface LikelyCode {
  readonly code: string;
  readonly probability: number;
}

const TOLD = 5;
/** Headings whose subheadings are looked at: those beyond could hardly hold one of the likeliest five. */
const HEADINGS_LOOKED_AT = 6;

/** The five likeliest headings and subheadings. */
export interface LikelyCodes {
  readonly headings: readonly LikelyCode[];
  readonly subheadings: readonly LikelyCode[];
}

export function likelyCodes(reading: Reading, labels: LabelSet): LikelyCodes {
  const top = largest(reading.mean, HEADINGS_LOOKED_AT);
  return {
    headings: top
      .slice(0, TOLD)
      .map((heading) => ({ code: labels.headings[heading]!, probability: rounded(reading.mean[heading]!) })),
    subheadings: likelySubheadings(reading, labels, top),
  };
}

/** The likeliest heading, or the likeliest of its subheadings where one is among those told: of a heading with many, others may be likelier by themselves. */
export function likelyCode({ headings, subheadings }: LikelyCodes, level: 'heading' | 'subheading'): string {
  const heading = headings[0]!.code;
  const within = subheadings.find(({ code }) => code.startsWith(heading));
  return level === 'heading' || within === undefined ? heading : within.code;
}

/** Looks into the headings, likeliest first, for as long as one could still hold one of the likeliest five. */
function likelySubheadings(
  reading: Reading,
  { firstOf, subheadings }: LabelSet,
  headings: readonly number[],
): readonly LikelyCode[] {
  const found: { readonly subheading: number; readonly probability: number }[] = [];
  for (const heading of headings) {
    const share = reading.mean[heading]!;
    if (found.length >= TOLD && share <= found[TOLD - 1]!.probability) break;
    const { sparse, dense } = reading.subheadings(heading);
    for (let s = 0; s < sparse.length; s += 1) {
      const probability = share * meanOf(sparse[s]!, dense[s]!);
      if (found.length < TOLD || probability > found[TOLD - 1]!.probability)
        insert(found, { subheading: firstOf[heading]! + s, probability });
    }
  }
  return found.map(({ subheading, probability }) => ({
    code: subheadings[subheading]!,
    probability: rounded(probability),
  }));
}

function insert<T extends { readonly probability: number }>(found: T[], one: T): void {
  let at = found.length;
  while (at > 0 && found[at - 1]!.probability < one.probability) at -= 1;
  found.splice(at, 0, one);
  found.length = Math.min(found.length, TOLD);
}

/** Places of the largest values, largest first. */
function largest(values: Float32Array, count: number): readonly number[] {
  const places: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < values.length; j += 1) {
    if (values[j]! <= least && places.length === count) continue;
    let at = places.length;
    while (at > 0 && values[places[at - 1]!]! < values[j]!) at -= 1;
    places.splice(at, 0, j);
    if (places.length > count) places.pop();
    least = places.length === count ? values[places[count - 1]!]! : least;
  }
  return places;
}

/** To six digits behind the point: what backends and batches differ in lies beyond. */
export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
