import Big from 'big.js';
import { commodityCodeOf } from '../declaration/commodity-code.ts';
import type { DecimalText, DeclarationEvent, GoodsItem } from '../declaration/declaration-event.ts';
import type { DocumentFact, Facts, Licence, LicenceLine } from '../facts/facts.ts';

/** A quantity that an event wants written off a licence. */
export interface PlannedWriteOff {
  readonly eventId: string;
  readonly declarationId: string;
  /** Sequence number of the goods item. */
  readonly item: number;
  /** Position in the item's `documents` facts. */
  readonly document: number;
  readonly licenceId: string;
  /** Line of the licence; undefined where none fits or the quantity is below zero, and then nothing is written off but the answer is recorded. */
  readonly line: number | undefined;
  readonly quantity: DecimalText;
  /** UN/ECE Rec. 20 without qualifier. */
  readonly unit: string | undefined;
}

/** All write-offs of a declaration: one for each cited licence of the register with a stated write-off quantity, at most one line each. */
export function planWriteOffs(facts: Pick<Facts, 'event' | 'items'>): readonly PlannedWriteOff[] {
  if (facts.event.eventType !== 'lodged' && facts.event.eventType !== 'amended') return [];
  return facts.items.flatMap((itemFacts, position) => {
    const item = facts.event.goodsItems[position]!;
    return itemFacts.documents.flatMap((document, index) => plannedWriteOff(facts.event, item, document, index) ?? []);
  });
}

function plannedWriteOff(
  event: DeclarationEvent,
  item: GoodsItem,
  document: DocumentFact,
  index: number,
): PlannedWriteOff | undefined {
  if (document.level !== 'item' || document.licence?.state !== 'found') return undefined;
  const quantity = item.additionalDocuments[document.index]?.writeOff?.quantity;
  if (!quantity) return undefined;
  const unit = quantity.unitCode?.split('#')[0];
  const licence = document.licence.value;
  return {
    eventId: event.eventId,
    declarationId: event.declarationId,
    item: item.sequenceNumber,
    document: index,
    licenceId: licence.id,
    // A quantity below zero would give back to the licence what was written off.
    line: new Big(quantity.value).lt(0) ? undefined : fittingLine(licence, commodityCodeOf(item), unit)?.line,
    quantity: quantity.value,
    unit,
  };
}

/** The first line that states a quantity in this unit for this commodity code, or for any where it names none. */
function fittingLine(licence: Licence, code: string | undefined, unit: string | undefined): LicenceLine | undefined {
  return licence.lines.find(
    (line) =>
      line.quantity !== undefined &&
      (line.unit === undefined || line.unit === unit) &&
      (line.commodityCode === undefined || code?.startsWith(line.commodityCode) === true),
  );
}
