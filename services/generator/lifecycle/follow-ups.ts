import type { DeclarationEvent } from '../../risk/declaration/declaration-event.ts';
import { eventIdOf } from '../../risk/identity/derived-ids.ts';
import { declare, homeParty, instant, type References } from '../declare/declare.ts';
import { NOTHING_STATED } from '../declare/nothing-stated.ts';
import type { Rng } from '../random/rng.ts';
import type { Line, Shipment } from '../shipment/shipment.ts';

const HOUR_MS = 3_600_000;
/** Shares of legitimate declarations that are put right, withdrawn, or (exports) reported as gone. */
const AMENDED_SHARE = 0.03;
const CANCELLED_SHARE = 0.012;
const EXITED_SHARE = 0.5;

export const FOLLOW_UPS = ['amended', 'cancelled', 'exited'] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];

/** Draws what becomes of a declaration later, and how many milliseconds later; undefined for nothing. */
export function followUpOf(
  shipment: Shipment,
  rng: Rng,
): { readonly what: FollowUp; readonly afterMs: number } | undefined {
  const draw = rng.share();
  if (draw < AMENDED_SHARE) return { what: 'amended', afterMs: rng.whole(1, 30) * HOUR_MS };
  if (draw < AMENDED_SHARE + CANCELLED_SHARE) return { what: 'cancelled', afterMs: rng.whole(2, 48) * HOUR_MS };
  if (shipment.trader.direction === 'export' && draw > 1 - EXITED_SHARE)
    return { what: 'exited', afterMs: rng.whole(6, 90) * HOUR_MS };
  return undefined;
}

/** The event that tells it. An amendment carries the whole declaration again with what was put right. */
export function followUpEvent(
  shipment: Shipment,
  references: References,
  what: FollowUp,
  at: number,
): DeclarationEvent {
  switch (what) {
    case 'amended':
      return amended(shipment, references, at);
    case 'cancelled':
      return ended(shipment, references, 'cancelled', at, 'Lodged twice by mistake');
    case 'exited':
      return ended(shipment, references, 'exited', at);
  }
}

function amended(shipment: Shipment, references: References, at: number): DeclarationEvent {
  const [first, ...others] = shipment.lines;
  const lines = first === undefined ? shipment.lines : [recounted(first), ...others];
  return { ...declare({ ...shipment, lines }, references, 'amended', 2), occurredAt: instant(at) };
}

/** The packing list came late: a package more, and its mass. */
function recounted(line: Line): Line {
  return {
    ...line,
    packages: line.packages + 1,
    grossGrams: line.grossGrams + Math.round(line.grossGrams / (line.packages + 1) / 20),
  };
}

function ended(
  shipment: Shipment,
  { declarationId, lrn }: References,
  eventType: 'cancelled' | 'exited',
  at: number,
  cause?: string,
): DeclarationEvent {
  const reason = cause === undefined ? {} : { cause };
  return {
    eventId: eventIdOf({ declarationId, eventType, version: 1, ...reason }),
    eventType,
    declarationId,
    version: 1,
    ...reason,
    occurredAt: instant(at),
    completeness: 'whole',
    functionalReferenceId: lrn,
    typeCode: shipment.trader.direction === 'import' ? 'IMA' : 'EXA',
    declarant: homeParty(shipment.broker),
    ...(eventType === 'exited' ? { exitOffice: { id: shipment.gateway.office } } : {}),
    ...NOTHING_STATED.header,
    goodsItems: NOTHING_STATED.list,
  };
}
