import type { LabelSet } from '../data/label-set.ts';
import { rounded } from '../rounded.ts';
import type { Reading } from './reader.ts';

export interface LikelyCode {
  readonly code: string;
  readonly probability: number;
}

const TOLD = 5;
/** Headings whose subheadings are looked at: those beyond could hardly hold one of the likeliest five. */
const HEADINGS_LOOKED_AT = 6;

/** The five likeliest headings and subheadings. */
export function likelyCodes(reading: Reading, labels: LabelSet): { readonly headings: readonly LikelyCode[]; readonly subheadings: readonly LikelyCode[] } {
  const top = largest(reading.mean, HEADINGS_LOOKED_AT);
  const below = top.flatMap((heading) => {
    const { sparse, dense } = reading.subheadings(heading);
    return Array.from(sparse, (bySparse, s) => ({ subheading: labels.firstOf[heading]! + s, probability: (reading.mean[heading]! * (bySparse + dense[s]!)) / 2 }));
  });
  below.sort((a, b) => b.probability - a.probability);
  return {
    headings: top.slice(0, TOLD).map((heading) => ({ code: labels.headings[heading]!, probability: rounded(reading.mean[heading]!) })),
    subheadings: below.slice(0, TOLD).map(({ subheading, probability }) => ({ code: labels.subheadings[subheading]!, probability: rounded(probability) })),
  };
}

/** Places of the largest values, largest first. */
function largest(values: Float32Array, count: number): readonly number[] {
  const places: number[] = [];
  for (let j = 0; j < values.length; j += 1) {
    if (places.length === count && values[j]! <= values[places[count - 1]!]!) continue;
    let at = places.length === count ? count - 1 : places.length;
    while (at > 0 && values[places[at - 1]!]! < values[j]!) {
      places[at] = places[at - 1]!;
      at -= 1;
    }
    places[at] = j;
  }
  return places;
}
