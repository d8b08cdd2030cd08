import { ordinaryShipment } from '../shipment/ordinary-shipment.ts';
import type { Line, Shipment } from '../shipment/shipment.ts';
import { withFirstLine } from './business.ts';
import type { Disguised, FraudPattern, Occasion } from './fraud-pattern.ts';
import type { Difficulty } from './label.ts';

/** Masses that cannot be: made up to fit a quota, a value or a freight rate. */
export const IMPOSSIBLE_MASS: FraudPattern = { name: 'impossibleMass', commit, lookAlike };

function commit(occasion: Occasion, difficulty: Difficulty): Disguised {
  switch (difficulty) {
    case 'faint':
      return altered(occasion, 'net mass a little above gross mass', (line) => ({
        ...line,
        netGrams: Math.round(line.grossGrams * 1.02) + 1,
      }));
    case 'plain':
      return altered(occasion, 'net mass ten times what it is, gross mass as it is', (line) => ({
        ...line,
        netGrams: line.netGrams * 10,
      }));
    case 'blatant':
      return altered(occasion, 'grams written as kilograms', (line) => ({
        ...line,
        netGrams: line.netGrams * 1000,
        grossGrams: line.grossGrams * 1000,
      }));
  }
}

/** Unpacked goods, whose net mass is their gross mass, or packing that weighs more than the goods. */
function lookAlike(occasion: Occasion): Disguised {
  return occasion.rng.happens(0.5)
    ? altered(occasion, 'shipped unpacked: net is gross', (line) => ({
        ...line,
        grossGrams: line.netGrams,
        packType: 'NE',
      }))
    : altered(occasion, 'on steel racks that weigh more than the goods', (line) => ({
        ...line,
        grossGrams: Math.round(line.netGrams * 2.6),
        packType: 'RK',
      }));
}

function altered(occasion: Occasion, note: string, change: (line: Line) => Line): Disguised {
  const { world, at, items, rng } = occasion;
  const shipment: Shipment = ordinaryShipment(world, at, items, rng);
  return { shipment: withFirstLine(shipment, change), note };
}
