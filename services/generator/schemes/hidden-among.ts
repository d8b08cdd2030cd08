import { chanceFor } from '../chance.ts';
import { type Label, type SchemeName, SCHEMES, type Strength, STRENGTHS } from '../label.ts';
import type { Shipment } from '../shipment/shipment.ts';
import { DIVERSION } from './diversion.ts';
import { EXPIRED_LICENCE } from './expired-licence.ts';
import { IMPOSSIBLE_MASS } from './impossible-mass.ts';
import { LICENCE_OF_ANOTHER } from './licence-of-another.ts';
import type { Occasion, Scheme } from './scheme.ts';
import { UNDERVALUATION } from './undervaluation.ts';
import { WRONG_CODE } from './wrong-code.ts';

const BY_NAME: Readonly<Record<SchemeName, Scheme>> = {
  wrongCode: WRONG_CODE,
  undervaluation: UNDERVALUATION,
  expiredLicence: EXPIRED_LICENCE,
  licenceOfAnother: LICENCE_OF_ANOTHER,
  diversion: DIVERSION,
  impossibleMass: IMPOSSIBLE_MASS,
};

/** Among so many declarations every scheme is hidden once in each strength, and each has so many look-alikes. */
export const BLOCK = 1000;
const LOOK_ALIKES = 2;

export type Hidden =
  | { readonly scheme: SchemeName; readonly strength: Strength }
  | { readonly scheme: SchemeName; readonly strength: 'none' };

/** What is hidden at which place of a block of 1,000 declarations: 18 schemes and 12 look-alikes. */
export function hiddenIn(seed: number, block: number): ReadonlyMap<number, Hidden> {
  const chance = chanceFor(seed, `hidden in block ${String(block)}`);
  const places = new Map<number, Hidden>();
  for (const hidden of all()) {
    let place = chance.whole(0, BLOCK - 1);
    while (places.has(place)) place = chance.whole(0, BLOCK - 1);
    places.set(place, hidden);
  }
  return places;
}

/** The shipment of a scheme or of its look-alike, with its label. */
export function play(hidden: Hidden, occasion: Occasion): { readonly shipment: Shipment; readonly label: Label } {
  const scheme = BY_NAME[hidden.scheme];
  if (hidden.strength === 'none') {
    const { shipment, note } = scheme.lookAlike(occasion);
    return { shipment, label: { kind: 'redHerring', scheme: hidden.scheme, note } };
  }
  const { shipment, note } = scheme.commit(occasion, hidden.strength);
  return { shipment, label: { kind: 'scheme', scheme: hidden.scheme, strength: hidden.strength, note } };
}

function all(): readonly Hidden[] {
  return SCHEMES.flatMap((scheme) => [
    ...STRENGTHS.map((strength) => ({ scheme, strength })),
    ...Array.from({ length: LOOK_ALIKES }, () => ({ scheme, strength: 'none' as const })),
  ]);
}
