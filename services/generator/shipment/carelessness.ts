import type { Chance } from '../chance.ts';
import type { Line, Shipment } from './shipment.ts';

/** How often honest declarants are careless, a goods item. */
const VAGUE_SHARE = 0.004;
const UNCOUNTED_SHARE = 0.004;
const FORGOTTEN_SHARE = 0.01;
const SHOUTED_SHARE = 0.08;
const VAGUE_WORDS = ['Parts', 'Spare parts', 'Merchandise', 'General goods', 'Samples', 'Accessories'] as const;

/** The shipment as honest people with little time declare it: now and then a vague word, a missing count or a forgotten statement. */
export function carelessly(shipment: Shipment, chance: Chance): Shipment {
  return { ...shipment, lines: shipment.lines.map((line) => carelessLine(line, chance)) };
}

function carelessLine(line: Line, chance: Chance): Line {
  const draw = chance.share();
  if (draw < VAGUE_SHARE) return { ...line, text: chance.pick(VAGUE_WORDS) };
  if (draw < VAGUE_SHARE + UNCOUNTED_SHARE) return withoutCount(line);
  if (draw < VAGUE_SHARE + UNCOUNTED_SHARE + FORGOTTEN_SHARE) return { ...line, papers: [] };
  return draw < VAGUE_SHARE + UNCOUNTED_SHARE + FORGOTTEN_SHARE + SHOUTED_SHARE
    ? { ...line, text: line.text.toUpperCase() }
    : line;
}

function withoutCount({ quantity: _, ...line }: Line): Line {
  return line;
}
