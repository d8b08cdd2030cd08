import type { Measure } from '../declaration/declaration-event.ts';
import type { Licence, LicenceLine } from '../facts/facts.ts';
import { convertExactly, incomparableUnits, plainUnit } from '../tariff/unit-of-measure.ts';
import { bareIdentifier, type DeclaredItem, nameKey } from './declared-item.ts';

export type Condition = 'status' | 'validFrom' | 'validTo' | 'holder' | 'goods' | 'destination' | 'unit';
export type ConditionResult = 'satisfied' | 'unsatisfied' | 'unknown';

/** One condition of a licence: what it says, what the declaration says, and whether that satisfies it. */
export interface ConditionRow {
  readonly condition: Condition;
  /** Undefined where the licence lays down nothing. */
  readonly licenceSays: string | undefined;
  /** Undefined where the declaration says nothing of it. */
  readonly declarationSays: string | undefined;
  /** `unknown` where it cannot be decided on what is declared: never taken for satisfied. */
  readonly result: ConditionResult;
}

export interface LineCover {
  readonly line: LicenceLine;
  readonly rows: readonly ConditionRow[];
}

/** What a licence says of a goods item, condition by condition. */
export interface Cover {
  /** Conditions of the licence as a whole. */
  readonly whole: readonly ConditionRow[];
  /** One for each line of the licence, in its order. */
  readonly lines: readonly LineCover[];
}

/**
 * The one answer to what a licence says of a goods item: rules read its rows, and write-offs go to the line that it covers the
 * item by. A further condition is a further row here.
 */
export function cover(licence: Licence, item: DeclaredItem): Cover {
  return {
    whole: [statusRow(licence), ...validityRows(licence, item), holderRow(licence, item)],
    lines: licence.lines.map((line) => ({ line, rows: lineRows(line, item) })),
  };
}

/** The lines that cover the item, by their numbers: every condition of theirs and of the whole licence is satisfied. */
export function coveringLines({ whole, lines }: Cover): readonly LicenceLine[] {
  if (!whole.every(isSatisfied)) return [];
  const covering = lines.filter(({ rows }) => rows.every(isSatisfied)).map(({ line }) => line);
  return covering.sort((a, b) => a.line - b.line);
}

/** What came of a condition; undefined where the rows have none of it. */
export function resultOf(rows: readonly ConditionRow[], condition: Condition): ConditionResult | undefined {
  return rows.find((row) => row.condition === condition)?.result;
}

const isSatisfied = ({ result }: ConditionRow): boolean => result === 'satisfied';

function lineRows(line: LicenceLine, item: DeclaredItem): readonly ConditionRow[] {
  const rows = [goodsRow(line, item), destinationRow(line, item)];
  return item.quantity === undefined ? rows : [...rows, unitRow(line, item.quantity)];
}

/** Nothing is declared of a licence's status: the register alone says it. */
function statusRow({ status }: Licence): ConditionRow {
  const result = status === 'issued' ? 'satisfied' : status === 'unrecognised' ? 'unknown' : 'unsatisfied';
  return { condition: 'status', licenceSays: status, declarationSays: undefined, result };
}

/** The first and the last day are included. */
function validityRows({ validFrom, validTo }: Licence, { day }: DeclaredItem): readonly ConditionRow[] {
  return [
    row('validFrom', validFrom, day, validFrom === undefined || validFrom <= day),
    row('validTo', validTo, day, validTo === undefined || validTo >= day),
  ];
}

/** The holder by its identifier or its name is a party to the declaration; a licence that names nobody is anybody's. */
function holderRow({ holderId, holderName }: Licence, { parties }: DeclaredItem): ConditionRow {
  const name = nameKey(holderName);
  const isParty =
    (holderId !== undefined && parties.identifiers.has(bareIdentifier(holderId))) ||
    (name !== undefined && parties.names.has(name));
  const result =
    isParty || (holderId ?? holderName) === undefined
      ? 'satisfied'
      : parties.completeness === 'whole'
        ? 'unsatisfied'
        : 'unknown';
  const named = [...parties.identifiers, ...parties.names].join(', ');
  return { condition: 'holder', licenceSays: holderId ?? holderName, declarationSays: named || undefined, result };
}

/** By commodity code, whichever of the two is the finer; a control entry is declared nowhere, and so cannot be decided. */
function goodsRow(
  { commodityCode, controlEntry }: LicenceLine,
  { commodityCode: declared }: DeclaredItem,
): ConditionRow {
  if (commodityCode === undefined)
    return row('goods', controlEntry, declared, controlEntry === undefined ? true : undefined);
  return row('goods', commodityCode, declared, declared === undefined ? undefined : isWithin(commodityCode, declared));
}

const isWithin = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

function destinationRow({ destinations }: LicenceLine, { destination }: DeclaredItem): ConditionRow {
  if (destinations.length === 0) return row('destination', undefined, destination, true);
  const isNamed = destination === undefined ? undefined : destinations.includes(destination);
  return row('destination', destinations.join(', '), destination, isNamed);
}

/** Whether the quantity can be written off in the line's unit, exactly; a line without a quantity takes any. */
function unitRow({ quantity, unit }: LicenceLine, { value, unitCode }: Measure): ConditionRow {
  if (quantity === undefined) return row('unit', undefined, unitCode, true);
  if (unit === undefined || unitCode === undefined) return row('unit', unit, unitCode, undefined);
  if (incomparableUnits(unitCode, unit)) return row('unit', unit, plainUnit(unitCode), false);
  return row('unit', unit, plainUnit(unitCode), convertExactly(value, unitCode, unit) !== undefined || undefined);
}

/** @param isSo whether the condition is satisfied; undefined where that cannot be decided */
function row(
  condition: Condition,
  licenceSays: string | undefined,
  declarationSays: string | undefined,
  isSo: boolean | undefined,
): ConditionRow {
  const result = isSo === undefined ? 'unknown' : isSo ? 'satisfied' : 'unsatisfied';
  return { condition, licenceSays, declarationSays, result };
}
