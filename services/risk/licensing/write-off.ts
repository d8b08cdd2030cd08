import Big from 'big.js';
import type { DecimalText } from '../declaration/decimal-text.ts';
import type { DeclarationEvent, GoodsItem, Measure } from '../declaration/declaration-event.ts';
import type { DocumentFact, Facts } from '../facts/facts.ts';
import { convertExactly, plainUnit } from '../tariff/unit-of-measure.ts';
import { documentOf } from './cited.ts';
import { type ConditionRow, type Cover, cover, coveringLines } from './cover.ts';
import { declaredItem } from './declared-item.ts';

/** A quantity that an event wants written off a licence. */
export interface PlannedWriteOff {
  readonly eventId: string;
  readonly declarationId: string;
  /** Sequence number of the goods item. */
  readonly item: number;
  /** Position in the item's `documents` facts. */
  readonly document: number;
  readonly licenceId: string;
  /**
   * Line of the licence; undefined where none that states a quantity is sure to cover the item, or the quantity is below zero.
   * Then nothing is written off but the answer is recorded.
   */
  readonly line: number | undefined;
  /** In the line's unit; as declared where there is no line. */
  readonly quantity: DecimalText;
  /** UN/ECE Rec. 20 without qualifier. */
  readonly unit: string | undefined;
}

type PlannedFrom = Pick<Facts, 'event' | 'items' | 'asOf'>;

/** All write-offs of a declaration: one for each cited licence of the register with a stated write-off quantity, at most one line each. */
export function planWriteOffs(facts: PlannedFrom): readonly PlannedWriteOff[] {
  if (facts.event.eventType !== 'lodged' && facts.event.eventType !== 'amended') return [];
  return facts.items.flatMap((itemFacts, position) => {
    const goods = facts.event.goodsItems[position]!;
    return itemFacts.documents.flatMap((document, index) => plannedWriteOff(facts, goods, document, index) ?? []);
  });
}

function plannedWriteOff(
  { event, asOf }: PlannedFrom,
  goods: GoodsItem,
  document: DocumentFact,
  index: number,
): PlannedWriteOff | undefined {
  if (document.licence?.state !== 'found') return undefined;
  const stated = statedQuantity(event, goods, document);
  if (!stated) return undefined;
  const licence = document.licence.value;
  return {
    eventId: event.eventId,
    declarationId: event.declarationId,
    item: goods.sequenceNumber,
    document: index,
    licenceId: licence.id,
    ...lineAndQuantity(stated, cover(licence, declaredItem(event, goods, asOf.day, stated))),
  };
}

/** The quantity that a document of the item states for its licence; those of the header speak for no item. */
export function statedQuantity(event: DeclarationEvent, goods: GoodsItem, document: DocumentFact): Measure | undefined {
  return document.level === 'item' ? documentOf({ event, goods }, document)?.writeOff?.quantity : undefined;
}

/** To the first line, by its number, that covers the item and states a quantity. */
function lineAndQuantity({ value, unitCode }: Measure, by: Cover): Pick<PlannedWriteOff, 'line' | 'quantity' | 'unit'> {
  // A quantity below zero would give back to the licence what was written off.
  const line = new Big(value).lt(0) ? undefined : coveringLines(by).find(({ quantity }) => quantity !== undefined);
  const quantity = line?.unit && unitCode && convertExactly(value, unitCode, line.unit);
  if (!line || !quantity) return { line: undefined, quantity: value, unit: unitCode && plainUnit(unitCode) };
  return { line: line.line, quantity, unit: line.unit };
}

/**
 * Why it cannot be said whether enough is left of a licence, in an analyst's words, where the ledger found no line to write off.
 * Undefined where there is nothing to be left (the licence counts no quantity of such goods), or where another condition is not
 * met and so is a finding of its own.
 */
export function whyUndetermined(licenceName: string, { value }: Measure, by: Cover): string | undefined {
  if (new Big(value).lt(0) || by.whole.some(isUnsatisfied)) return undefined;
  if (coveringLines(by).some(({ quantity }) => quantity === undefined)) return undefined;
  const candidates = by.lines.filter(
    ({ line, rows }) =>
      line.quantity !== undefined && !rows.some((row) => row.condition !== 'unit' && isUnsatisfied(row)),
  );
  if (candidates.length === 0) return undefined;
  const open = [...by.whole, ...candidates.flatMap(({ rows }) => rows)].find(({ result }) => result !== 'satisfied');
  const why = open === undefined ? 'the ledger has no quantity for it' : openCondition(open);
  return `what is left of ${licenceName} is not known: ${why}`;
}

const isUnsatisfied = ({ result }: ConditionRow): boolean => result === 'unsatisfied';

const openCondition = ({ condition, licenceSays, declarationSays }: ConditionRow): string =>
  `its ${condition} is ${licenceSays ?? 'not stated'}, declared is ${declarationSays ?? 'none'}`;
