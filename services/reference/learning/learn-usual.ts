import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { plainUnit } from '../../risk/tariff/unit-of-measure.ts';
import type { UsualRatiosContent, UsualRow } from '../kinds/usual-ratios/content.ts';
import type { Observation } from './observation.ts';
import type { RateOfDay } from './rate-of-day.ts';
import { type RobustSummary, summarise } from './robust-statistics.ts';

export interface LearnOptions {
  /** Currency the unit values are stated in. */
  readonly currency: string;
  /** A value for which there is no rate is not counted. */
  readonly rate: RateOfDay;
  /** A level with fewer different ratios says nothing. */
  readonly minimumCount: number;
}

export interface Learned {
  readonly content: UsualRatiosContent;
  readonly observations: number;
  /** Without a mass, or with neither value nor quantity above zero. */
  readonly unusable: number;
  readonly withoutRate: number;
  /** Ratios that were seen before with the same code, and not counted again. */
  readonly repeated: number;
}

/** Fewer different ratios than this say nothing of a level, unless an authority decides otherwise. */
export const USUAL_MINIMUM_COUNT = 20;
/** A level's spread counts as if this many observations with the spread of the next wider level stood beside its own: few values that happen to agree do not make their neighbour odd. */
const PRIOR_OBSERVATIONS = 10;
/** Narrowest first; a code counts for every level it has the digits of. Chapters and all goods together only lend their spread. */
const LEVEL_DIGITS = [8, 6, 4, 2, 0];
/** A chapter holds too different goods to say what any of them costs. */
const HEADING_DIGITS = 4;
/** Two ratios of one code that agree in this many digits are one observation seen twice. */
const DISTINCT_DIGITS = 4;
const LOG_DECIMALS = 4;

/**
 * Learns what goods usually cost and weigh: median and MAD of the natural logarithm of value per kilogram and of mass per
 * supplementary unit, by HS8, HS6 and HS4. Every ratio counts once a code: past declarations repeat (copied lines,
 * synthetic rows), and a thousand copies of one line say no more than the line. The spread of a level with few ratios is drawn
 * towards that of the next wider one, a chapter's towards that of all goods.
 */
export function learnUsual(observations: Iterable<Observation>, options: LearnOptions): Learned {
  const ratios = new DistinctRatios();
  const tally = { observations: 0, unusable: 0, withoutRate: 0 };
  for (const observation of observations) {
    tally.observations += 1;
    const { code, netMass, value, quantity } = observation;
    const usableValue = netMass > 0 && value !== undefined && value.amount > 0;
    const usableQuantity = netMass > 0 && quantity !== undefined && quantity.amount > 0;
    if (!usableValue && !usableQuantity) tally.unusable += 1;
    if (usableQuantity) ratios.add(code, `KGM/${plainUnit(quantity.unit)}`, netMass / quantity.amount);
    if (!usableValue) continue;
    const rate = options.rate(value.currency, observation.day);
    if (rate === undefined) tally.withoutRate += 1;
    else ratios.add(code, `${options.currency}/KGM`, (value.amount * rate) / netMass, value.amount / netMass);
  }
  const rows = ratios.rows(options.minimumCount);
  if (rows.length === 0)
    throw new TidewaiterError(
      'TDW_REFERENCE_TOO_FEW',
      `${tally.observations} goods items give no level with ${options.minimumCount} different ratios.`,
    );
  return {
    content: { currency: options.currency, minimumCount: options.minimumCount, rows },
    ...tally,
    repeated: ratios.repeated,
  };
}

/** Gathers the logarithms of different ratios by code and unit. */
class DistinctRatios {
  repeated = 0;
  readonly #seen = new Set<string>();
  readonly #logs = new Map<string, number[]>();

  /** `as declared` tells two ratios apart before conversion, so that another day's rate does not make a copy look new. */
  add(code: string, unit: string, ratio: number, asDeclared: number = ratio): void {
    const key = `${code} ${unit} ${asDeclared.toPrecision(DISTINCT_DIGITS)}`;
    if (this.#seen.has(key)) {
      this.repeated += 1;
      return;
    }
    this.#seen.add(key);
    for (const digits of LEVEL_DIGITS.filter((digits) => digits <= code.length)) {
      const group = `${code.slice(0, digits)} ${unit}`;
      const logs = this.#logs.get(group) ?? [];
      logs.push(Math.log(ratio));
      this.#logs.set(group, logs);
    }
  }

  rows(minimumCount: number): readonly UsualRow[] {
    const summaries = new Map([...this.#logs].map(([group, logs]) => [group, summarise(logs)] as const));
    const rows = [...summaries]
      .filter(([group, { count }]) => group.indexOf(' ') >= HEADING_DIGITS && count >= minimumCount)
      .map(([group, { median, count }]): UsualRow => {
        const [code, unit] = group.split(' ') as [string, string];
        return [code, unit, round(median), round(steadiedSpread(summaries, code, unit)), count];
      });
    return rows.sort(([a, u], [b, v]) => (`${a} ${u}` < `${b} ${v}` ? -1 : 1));
  }
}

/** The level's own MAD, drawn towards that of the next wider level the less is known of it. */
function steadiedSpread(summaries: ReadonlyMap<string, RobustSummary>, code: string, unit: string): number {
  const own = summaries.get(`${code} ${unit}`)!;
  if (code === '') return own.mad;
  const wider = steadiedSpread(summaries, code.slice(0, -2), unit);
  return (own.mad * own.count + wider * PRIOR_OBSERVATIONS) / (own.count + PRIOR_OBSERVATIONS);
}

function round(value: number): number {
  return Number(value.toFixed(LOG_DECIMALS));
}
