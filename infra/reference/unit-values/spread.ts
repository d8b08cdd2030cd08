/** Distance of the 10th percentile below and of the 90th above the median, in logarithms. */
export interface Spread {
  readonly low: number;
  readonly high: number;
}

/** Prices of one code, as logarithms. */
export interface Prices {
  readonly code: string;
  readonly lines: number;
  readonly middle: number;
  readonly spread: Spread;
}

/** Standard deviations from the median to the 10th percentile of a normal distribution. */
export const TENTH = 1.2816;
/** A member with fewer lines has no spread of its own to speak of. */
const LINES_OF_A_SPREAD = 10;
const STEPS = 60;

/** All lines of several codes together, each code's taken as lognormal on both sides of its middle; no narrower than the widest of them. */
export function pooled(code: string, members: readonly Prices[]): Prices {
  const lines = members.reduce((sum, member) => sum + member.lines, 0);
  const middle = quantile(members, lines, 0.5);
  const widest = (side: keyof Spread): number =>
    Math.max(0, ...members.filter((member) => member.lines >= LINES_OF_A_SPREAD).map(({ spread }) => spread[side]));
  const spread = {
    low: Math.max(middle - quantile(members, lines, 0.1), widest('low')),
    high: Math.max(quantile(members, lines, 0.9) - middle, widest('high')),
  };
  return { code, lines, middle, spread };
}

/** Where a share of all lines lies below, by halving the range. */
function quantile(members: readonly Prices[], lines: number, share: number): number {
  let [below, above] = [-12, 20];
  for (let step = 0; step < STEPS; step += 1) {
    const at = (below + above) / 2;
    const reached = members.reduce((sum, member) => sum + member.lines * shareBelow(member, at), 0) / lines;
    if (reached < share) below = at;
    else above = at;
  }
  return (below + above) / 2;
}

function shareBelow({ middle, spread }: Prices, at: number): number {
  const sigma = Math.max(at < middle ? spread.low : spread.high, 1e-6) / TENTH;
  return normalShareBelow((at - middle) / sigma);
}

/** Distribution function of the standard normal (Abramowitz and Stegun 26.2.17, to 1e-7). */
function normalShareBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    Math.exp((-z * z) / 2) *
    0.3989422804014327 *
    (t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)))));
  return z > 0 ? 1 - tail : tail;
}
