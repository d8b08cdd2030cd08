import { rngFor } from '../random/rng.ts';
import type { Shipment } from '../shipment/shipment.ts';
import { DIVERSION } from './diversion.ts';
import { EXPIRED_LICENCE } from './expired-licence.ts';
import type { FraudPattern, Occasion } from './fraud-pattern.ts';
import { IMPOSSIBLE_MASS } from './impossible-mass.ts';
import { DIFFICULTIES, type Difficulty, FRAUD_PATTERNS, type FraudPatternName, type Label } from './label.ts';
import { LICENCE_OF_ANOTHER } from './licence-of-another.ts';
import { UNDERVALUATION } from './undervaluation.ts';
import { WRONG_CODE } from './wrong-code.ts';

const BY_NAME: Readonly<Record<FraudPatternName, FraudPattern>> = {
  wrongCode: WRONG_CODE,
  undervaluation: UNDERVALUATION,
  expiredLicence: EXPIRED_LICENCE,
  licenceOfAnother: LICENCE_OF_ANOTHER,
  diversion: DIVERSION,
  impossibleMass: IMPOSSIBLE_MASS,
};

/** Among so many declarations every fraud pattern is injected once in each difficulty, and each has so many look-alikes. */
export const BLOCK = 1000;
const LOOK_ALIKES = 2;

export type Injected =
  | { readonly pattern: FraudPatternName; readonly difficulty: Difficulty }
  | { readonly pattern: FraudPatternName; readonly difficulty: 'none' };

/** What is hidden at which place of a block of 1,000 declarations: 18 fraud patterns and 12 look-alikes. */
export function injectedIn(seed: number, block: number): ReadonlyMap<number, Injected> {
  const rng = rngFor(seed, `hidden in block ${String(block)}`);
  const places = new Map<number, Injected>();
  for (const hidden of all()) {
    let place = rng.whole(0, BLOCK - 1);
    while (places.has(place)) place = rng.whole(0, BLOCK - 1);
    places.set(place, hidden);
  }
  return places;
}

/** The shipment of a fraud pattern or of its look-alike, with its label. */
export function shipmentOf(
  hidden: Injected,
  occasion: Occasion,
): { readonly shipment: Shipment; readonly label: Label } {
  const pattern = BY_NAME[hidden.pattern];
  if (hidden.difficulty === 'none') {
    const { shipment, note } = pattern.lookAlike(occasion);
    return { shipment, label: { kind: 'hardNegative', pattern: hidden.pattern, note } };
  }
  const { shipment, note } = pattern.commit(occasion, hidden.difficulty);
  return { shipment, label: { kind: 'fraud', pattern: hidden.pattern, difficulty: hidden.difficulty, note } };
}

function all(): readonly Injected[] {
  return FRAUD_PATTERNS.flatMap((pattern) => [
    ...DIFFICULTIES.map((difficulty) => ({ pattern, difficulty })),
    ...Array.from({ length: LOOK_ALIKES }, () => ({ pattern, difficulty: 'none' as const })),
  ]);
}
