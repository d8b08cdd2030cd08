import { ordinaryShipment } from '../shipment/ordinary-shipment.ts';
import type { Line, Shipment } from '../shipment/shipment.ts';
import type { Disguised, FraudPattern, Occasion } from './fraud-pattern.ts';
import type { Difficulty } from './label.ts';

/** The invoice shows a part of the price: duty is paid on that part only. */
export const UNDERVALUATION: FraudPattern = { name: 'undervaluation', commit, lookAlike };

/** What is left of the price. */
const SHARES: Readonly<Record<Difficulty, number>> = { faint: 0.5, plain: 0.2, blatant: 0.04 };
const CLEARANCE_SHARE = 0.42;

function commit(occasion: Occasion, difficulty: Difficulty): Disguised {
  const share = SHARES[difficulty] * occasion.rng.around(1, 0.08);
  return {
    shipment: priced(anImport(occasion), share),
    note: `invoiced at ${String(Math.round(share * 100))} % of the price`,
  };
}

function lookAlike(occasion: Occasion): Disguised {
  const shipment = priced(anImport(occasion), CLEARANCE_SHARE);
  return {
    shipment: { ...shipment, remark: 'Discontinued models, clearance price as agreed in the contract of sale' },
    note: 'end-of-line goods that truly cost so little',
  };
}

function anImport(occasion: Occasion): Shipment {
  const { world, at, items, rng } = occasion;
  return ordinaryShipment({ ...world, exporters: world.importers }, at, items, rng);
}

function priced(shipment: Shipment, share: number): Shipment {
  return { ...shipment, lines: shipment.lines.map((line) => cheaper(line, share)) };
}

function cheaper(line: Line, share: number): Line {
  return {
    ...line,
    priceCents: Math.max(100, Math.round((line.priceCents * share) / 100) * 100),
    homeCents: Math.max(100, Math.round((line.homeCents * share) / 100) * 100),
  };
}
