import type { Day } from '../../risk/declaration/day.ts';
import type { DeclarationEvent } from '../../risk/declaration/declaration-event.ts';
import type { Instant } from '../../risk/declaration/instant.ts';
import { instantOf } from '../../risk/declaration/instant.ts';
import type { AsOf, Authority, Facts, PriorEvents } from '../../risk/facts/facts.ts';
import { absent, found, type Known, unknown } from '../../risk/facts/known.ts';
import { type Lane, stricter } from '../../risk/lanes/lane.ts';
import { lookUp } from '../../risk/look-up/look-up.ts';
import type { ReferenceData } from '../../risk/look-up/reference-data.ts';
import { factsSchemaOf, type RecordForm } from '../../risk/record/record.ts';
import type { EarlierEvent } from '../ports/event-register.ts';
import type { InboundRecord } from '../ports/stream.ts';

export interface DraftDeps {
  readonly reference: ReferenceData;
  readonly authority: Authority;
  /** How the facts will go on record; whole unless told. */
  readonly record?: RecordForm;
  /** For offline use: the time to judge by where a declaration names none. */
  readonly at?: Instant;
}

/** An event whose record has the claim to it. */
export interface GrantedEvent {
  readonly event: DeclarationEvent;
  readonly record: Pick<InboundRecord, 'timestamp'>;
  /** Events of the same declaration that came before, oldest first. */
  readonly earlier: readonly EarlierEvent[];
}

/** What needs no look-up outside the process; the trader's history is filled in by the caller. */
export function draftFacts(
  { event, record, earlier }: GrantedEvent,
  { reference, authority, record: form = {}, at }: DraftDeps,
  dayOf: (instant: Instant) => Day,
): Omit<Facts, 'trader'> {
  const arrivedAt = instantOf(record.timestamp);
  const judgedBy = asOf(event, arrivedAt, at, dayOf);
  return {
    schema: factsSchemaOf(form),
    event,
    asOf: judgedBy,
    arrivedAt,
    authority,
    prior: found(priorEvents(earlier), 'events'),
    ...lookUp(event, judgedBy.day, reference),
  };
}

/** The time a declaration is judged by: acceptance, else the event's own, else one that was given, else its arrival. */
export function asOf(
  event: DeclarationEvent,
  arrivedAt: Instant,
  given: Instant | undefined,
  dayOf: (instant: Instant) => Day,
): AsOf {
  const at = (instant: Instant, source: AsOf['source']): AsOf => ({ instant, day: dayOf(instant), source });
  if (event.acceptanceDateTime) return at(event.acceptanceDateTime, 'acceptance');
  if (event.occurredAt) return at(event.occurredAt, 'event');
  return given ? at(given, 'given') : at(arrivedAt, 'arrival');
}

/** What earlier events of a declaration, oldest first, are to the one that is judged. */
export function priorEvents(earlier: readonly EarlierEvent[]): PriorEvents {
  const referred = earlier.findLast(({ answer }) => answer?.referred !== undefined)?.answer?.referred;
  return {
    events: earlier.length,
    highestVersion: earlier.reduce((highest, { version }) => Math.max(highest, version), 0),
    cancelled: earlier.some(({ eventType }) => eventType === 'cancelled'),
    lane: strictestLane(earlier),
    ...(referred === undefined ? {} : { referred }),
  };
}

function strictestLane(earlier: readonly EarlierEvent[]): Known<Lane> {
  if (earlier.some(({ answer }) => answer === undefined))
    return unknown('the answer to an earlier event is not known', 'events');
  const lanes = earlier.flatMap(({ answer }) => answer?.lane ?? []);
  return lanes.length === 0 ? absent('events') : found(lanes.reduce(stricter), 'events');
}
