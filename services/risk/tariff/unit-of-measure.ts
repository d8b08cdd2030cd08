import Big from 'big.js';
import { type DecimalText, type ExactDecimal, normaliseDecimal } from '../declaration/decimal-text.ts';

type Dimension = 'count' | 'pair' | 'mass' | 'area' | 'volume' | 'length' | 'alcohol' | 'energy' | 'activity' | 'dose';

/** A unit: what it measures, and how many of that dimension's first unit one of it is. */
interface Unit {
  readonly dimension: Dimension;
  readonly factor: ExactDecimal;
}

const unit = (dimension: Dimension, factor: ExactDecimal): Unit => ({ dimension, factor });

/**
 * Units of UN/ECE Recommendation 20 that tariffs and declarations use. Count is written NAR ("number of articles") as the EU's
 * TARIC and the UK's tariff do; NMB, C62, H87, EA and PCE mean the same and convert one to one. A unit that is not listed
 * (kilogram of named substance, air dry tonne) is comparable only with itself.
 */
const UNITS: Readonly<Record<string, Unit>> = {
  NAR: unit('count', '1'),
  NMB: unit('count', '1'),
  C62: unit('count', '1'),
  H87: unit('count', '1'),
  EA: unit('count', '1'),
  PCE: unit('count', '1'),
  DZN: unit('count', '12'),
  DZP: unit('count', '12'),
  CEN: unit('count', '100'),
  GRO: unit('count', '144'),
  MIL: unit('count', '1000'),
  NPR: unit('pair', '1'),
  PR: unit('pair', '1'),
  DPR: unit('pair', '12'),
  KGM: unit('mass', '1'),
  GRM: unit('mass', '0.001'),
  MGM: unit('mass', '0.000001'),
  DTN: unit('mass', '100'),
  TNE: unit('mass', '1000'),
  LBR: unit('mass', '0.45359237'),
  ONZ: unit('mass', '0.028349523125'),
  CTM: unit('mass', '0.0002'),
  MTK: unit('area', '1'),
  CMK: unit('area', '0.0001'),
  DMK: unit('area', '0.01'),
  FTK: unit('area', '0.09290304'),
  MTQ: unit('volume', '1'),
  LTR: unit('volume', '0.001'),
  MLT: unit('volume', '0.000001'),
  HLT: unit('volume', '0.1'),
  DMQ: unit('volume', '0.001'),
  R9: unit('volume', '1000'),
  BLL: unit('volume', '0.158987294928'),
  GLL: unit('volume', '0.003785411784'),
  MTR: unit('length', '1'),
  CMT: unit('length', '0.01'),
  KMT: unit('length', '1000'),
  LPA: unit('alcohol', '1'),
  HPA: unit('alcohol', '100'),
  PFL: unit('alcohol', '0.5'),
  KWH: unit('energy', '1'),
  MWH: unit('energy', '1000'),
  GBQ: unit('activity', '1'),
  MBQ: unit('activity', '0.001'),
  DOS: unit('dose', '1'),
};

/** A unit code without the tariff's qualifier: "KGM#G" is "KGM". */
export function plainUnit(code: string): string {
  return code.split('#', 1)[0]!.trim().toUpperCase();
}

/** Whether two units measure the same thing, so that a quantity in one says the quantity in the other. */
export function comparableUnits(a: string, b: string): boolean {
  const [left, right] = [plainUnit(a), plainUnit(b)];
  if (left === right) return true;
  const dimension = UNITS[left]?.dimension;
  return dimension !== undefined && dimension === UNITS[right]?.dimension;
}

/** Whether both units are listed and measure different things: then no quantity in one is a quantity in the other. */
export function incomparableUnits(a: string, b: string): boolean {
  const [left, right] = [UNITS[plainUnit(a)], UNITS[plainUnit(b)]];
  return left !== undefined && right !== undefined && left.dimension !== right.dimension;
}

/** Converts a quantity, to 20 decimals where it would have more; `undefined` where the units do not measure the same thing. */
export function convertQuantity(quantity: Big, from: string, to: string): Big | undefined {
  const factors = factorsBetween(from, to);
  return factors && quantity.times(factors.from).div(factors.to);
}

/**
 * The same quantity stated in another unit, to the last digit: for what is written off. `undefined` where the units do not measure
 * the same thing, or the quantity has more digits in the other unit than a decimal of the schemas holds; it is never rounded.
 */
export function convertExactly(quantity: DecimalText, from: string, to: string): DecimalText | undefined {
  const factors = factorsBetween(from, to);
  if (factors === undefined) return undefined;
  const inFirstUnit = new Big(quantity).times(factors.from);
  const converted = inFirstUnit.div(factors.to);
  return converted.times(factors.to).eq(inFirstUnit) ? normaliseDecimal(converted.toFixed()) : undefined;
}

interface Factors {
  readonly from: ExactDecimal;
  readonly to: ExactDecimal;
}

const SAME: Factors = { from: '1', to: '1' };

/** How many of their dimension's first unit one of each is; a unit that is not listed is comparable only with itself. */
function factorsBetween(from: string, to: string): Factors | undefined {
  const [source, target] = [plainUnit(from), plainUnit(to)];
  if (source === target) return SAME;
  const [a, b] = [UNITS[source], UNITS[target]];
  return a === undefined || a.dimension !== b?.dimension ? undefined : { from: a.factor, to: b.factor };
}
