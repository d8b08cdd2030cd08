import type { Shipment } from '../shipment/shipment.ts';
import type { HeldLicence } from '../traders/licence-register.ts';
import { shipmentBy } from './business.ts';
import type { Disguised, FraudPattern, Occasion } from './fraud-pattern.ts';
import type { Difficulty } from './label.ts';
import { citing, validLicences } from './licences-at-hand.ts';

/** A licence that is good today, but was given to somebody else. */
export const LICENCE_OF_ANOTHER: FraudPattern = { name: 'licenceOfAnother', commit, lookAlike };

function commit(occasion: Occasion, difficulty: Difficulty): Disguised {
  const shipment = controlledShipment(occasion);
  const others = validLicences(occasion).filter((held) => held.holder.id !== shipment.trader.id);
  const fitting = others.filter((held) => fits(held, shipment, difficulty));
  const borrowed = occasion.rng.pick(fitting.length === 0 ? others : fitting);
  return {
    shipment: citing(shipment, borrowed),
    note: `licence of ${borrowed.holder.name}, for ${borrowed.good.code}`,
  };
}

/** Faint: for the same goods and destination. Plain: for the same goods. Blatant: for other goods. */
function fits(held: HeldLicence, shipment: Shipment, difficulty: Difficulty): boolean {
  const sameGoods = held.good === shipment.lines[0]?.good;
  const sameDestination = held.licence.lines.some((line) => line.destinations.includes(shipment.destination));
  switch (difficulty) {
    case 'faint':
      return sameGoods && sameDestination;
    case 'plain':
      return sameGoods;
    case 'blatant':
      return !sameGoods && !sameDestination;
  }
}

/** The holder has a new name; its identifier and its licence are the same. */
function lookAlike(occasion: Occasion): Disguised {
  const shipment = controlledShipment(occasion);
  const name = `${shipment.trader.name.split(' ').slice(0, 2).join(' ')} Group Holdings Inc.`;
  return {
    shipment: { ...shipment, trader: { ...shipment.trader, name } },
    note: `${shipment.trader.name} has been renamed; the licence is its own`,
  };
}

function controlledShipment(occasion: Occasion): Shipment {
  const { holder, good } = occasion.rng.pick(validLicences(occasion));
  return shipmentBy(occasion, holder, good);
}
