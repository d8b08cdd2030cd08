import { MS_PER_DAY } from '../../risk/declaration/instant.ts';
import type { HeldLicence } from '../traders/licence-register.ts';
import { shipmentBy } from './business.ts';
import type { Disguised, FraudPattern, Occasion } from './fraud-pattern.ts';
import type { Difficulty } from './label.ts';
import { citing, nearestLicence } from './licences-at-hand.ts';

/** A licence of the holder's own, for these goods, whose time has run out. */
export const EXPIRED_LICENCE: FraudPattern = { name: 'expiredLicence', commit, lookAlike };

/** Days since the last day of validity. */
const DAYS_AGO: Readonly<Record<Difficulty, number>> = { faint: 1, plain: 75, blatant: 900 };

function commit(occasion: Occasion, difficulty: Difficulty): Disguised {
  const wanted = DAYS_AGO[difficulty];
  const held = nearestLicence(occasion, (one) =>
    one.toMs < occasion.at ? Math.abs((occasion.at - one.toMs) / MS_PER_DAY - wanted) : Infinity,
  );
  return shippedUnder(
    occasion,
    held,
    (one) => `licence ran out ${String(Math.ceil((occasion.at - one.toMs) / MS_PER_DAY))} days before`,
  );
}

function lookAlike(occasion: Occasion): Disguised {
  const held = nearestLicence(occasion, (one) =>
    one.fromMs <= occasion.at && occasion.at <= one.toMs
      ? Math.min(occasion.at - one.fromMs, one.toMs - occasion.at)
      : Infinity,
  );
  return shippedUnder(
    occasion,
    held,
    (one) =>
      `licence good from ${one.licence.validFrom ?? ''} to ${one.licence.validTo ?? ''}, used within days of its renewal or end`,
  );
}

function shippedUnder(
  occasion: Occasion,
  held: HeldLicence | undefined,
  note: (held: HeldLicence) => string,
): Disguised {
  if (held === undefined) throw new RangeError('no licence of this world would do');
  return { shipment: citing(shipmentBy(occasion, held.holder, held.good), held), note: note(held) };
}
