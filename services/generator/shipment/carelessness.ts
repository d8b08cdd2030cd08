import type { Rng } from '../random/rng.ts';
import type { Line, Shipment } from './shipment.ts';

/** How often legitimate declarants are careless, a goods item. */
const VAGUE_SHARE = 0.004;
const UNCOUNTED_SHARE = 0.004;
const FORGOTTEN_SHARE = 0.01;
const SHOUTED_SHARE = 0.08;
const VAGUE_WORDS = ['Parts', 'Spare parts', 'Merchandise', 'General goods', 'Samples', 'Accessories'] as const;

/** The shipment as legitimate people with little time declare it: now and then a vague word, a missing count or a forgotten statement. */
export function carelessly(shipment: Shipment, rng: Rng): Shipment {
  return { ...shipment, lines: shipment.lines.map((line) => carelessLine(line, rng)) };
}

function carelessLine(line: Line, rng: Rng): Line {
  const draw = rng.share();
  if (draw < VAGUE_SHARE) return { ...line, text: rng.pick(VAGUE_WORDS) };
  if (draw < VAGUE_SHARE + UNCOUNTED_SHARE) return withoutCount(line);
  if (draw < VAGUE_SHARE + UNCOUNTED_SHARE + FORGOTTEN_SHARE) return { ...line, papers: [] };
  return draw < VAGUE_SHARE + UNCOUNTED_SHARE + FORGOTTEN_SHARE + SHOUTED_SHARE
    ? { ...line, text: line.text.toUpperCase() }
    : line;
}

function withoutCount({ quantity: _, ...line }: Line): Line {
  return line;
}
