import type { Strength } from '../label.ts';
import type { HeldLicence } from '../licences/licence-register.ts';
import { shipmentBy } from './business.ts';
import { citing, nearestLicence } from './licences-at-hand.ts';
import type { Occasion, Scheme, Told } from './scheme.ts';

/** A licence of the holder's own, for these goods, whose time has run out. */
export const EXPIRED_LICENCE: Scheme = { name: 'expiredLicence', commit, lookAlike };

const DAY_MS = 86_400_000;
/** Days since the last day of validity. */
const DAYS_AGO: Readonly<Record<Strength, number>> = { faint: 1, plain: 75, blatant: 900 };

function commit(occasion: Occasion, strength: Strength): Told {
  const wanted = DAYS_AGO[strength];
  const held = nearestLicence(occasion, (one) =>
    one.toMs < occasion.at ? Math.abs((occasion.at - one.toMs) / DAY_MS - wanted) : Infinity,
  );
  return shippedUnder(
    occasion,
    held,
    (one) => `licence ran out ${String(Math.ceil((occasion.at - one.toMs) / DAY_MS))} days before`,
  );
}

function lookAlike(occasion: Occasion): Told {
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

function shippedUnder(occasion: Occasion, held: HeldLicence | undefined, note: (held: HeldLicence) => string): Told {
  if (held === undefined) throw new RangeError('no licence of this world would do');
  return { shipment: citing(shipmentBy(occasion, held.holder, held.good), held), note: note(held) };
}
