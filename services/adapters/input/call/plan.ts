import type { EventType } from '../../../risk/declaration/declaration-event.ts';
import { declarationIdOf } from '../../../risk/identity/declaration-id.ts';
import { groupBy } from '../../wco/amendment/group-by.ts';
import { AMENDED, EXIT, INVALIDATION } from '../../wco/message/notification-names.ts';
import type { HeldMessage } from './held-message.ts';
import { linksOf, type Links } from './links.ts';
import { requestAnswers, type RequestAnswer } from './request-answers.ts';

/** What a message becomes, once all messages of the call are known. */
export type Planned =
  | {
      readonly kind: 'event';
      readonly message: HeldMessage;
      readonly eventType: EventType;
      readonly declarationId: string;
      readonly version: number;
      /** Who says that it is this version: the message or its sender, or nobody, so that it was counted from what the call holds. */
      readonly versionBy: 'sender' | 'count';
    }
  | { readonly kind: 'skip'; readonly message: HeldMessage; readonly what: string }
  | { readonly kind: 'nameless'; readonly message: HeldMessage };

type PlannedEvent = Extract<Planned, { readonly kind: 'event' }>;
interface Told { readonly message: HeldMessage; readonly eventType: EventType; readonly declarationId: string; readonly stated?: number }

const RANK: Readonly<Record<EventType, number>> = { lodged: 0, amended: 1, reassess: 2, exited: 3, cancelled: 4, unrecognised: 5 };

/**
 * Identifies, versions and orders the messages of a call: each declaration's lodgement comes before what changes it, whatever the order of the files.
 * A request to amend or cancel that the call says was refused, or is not granted yet, never took effect: it is passed over, by name. One that nothing is said of is an event.
 * @param bases versions of declarations that the call has otherwise than as XML
 */
export function planCall(messages: readonly HeldMessage[], override: string | undefined, bases: ReadonlyMap<string, number> = new Map()): readonly Planned[] {
  const links = linksOf(messages);
  const answers = requestAnswers(messages);
  const lodgedBy = declarantsOf(messages);
  const told = messages.map((message) => withoutEffect(message, answers.get(message)) ?? tell(message, links, lodgedBy, override));
  const repeated = repeatedChanges(told);
  const events = told.filter((one): one is Told => 'eventType' in one && !repeated.has(one));
  const cancelled = new Set(events.filter((one) => one.message.what.kind === 'cancellation').map((one) => one.declarationId));
  const isEcho = (one: Told): boolean => one.message.what.kind === 'notification' && one.eventType === 'cancelled' && cancelled.has(one.declarationId);
  const answered = answeredVersions(messages);
  const groups = [...groupBy(events.filter((one) => !isEcho(one)), (one) => one.declarationId)].map(([id, group]) => inOrder(versioned(group, answered.get(id) ?? [], bases.get(id) ?? 1)));
  const others = told.flatMap((one): readonly Planned[] => (!('eventType' in one) ? [one] : isEcho(one) ? [skip(one.message)] : repeated.get(one) ?? []));
  return interleave(groups, others);
}

function withoutEffect(message: HeldMessage, answer: RequestAnswer | undefined): (Planned & { readonly kind: 'skip' }) | undefined {
  if (answer === undefined || answer.standing === 'granted') return undefined;
  return { kind: 'skip', message, what: `${message.what.kind} ${answer.standing === 'refused' ? 'that was refused' : 'that is not granted yet'} (${answer.by})` };
}

/** The very same change a second time is no further one: it would be a version of its own. */
function repeatedChanges(told: readonly (Told | Planned)[]): ReadonlyMap<Told | Planned, readonly Planned[]> {
  const changes = told.filter((one): one is Told => 'eventType' in one && one.eventType === 'amended');
  const alike = [...groupBy(changes, ({ message }) => message.text).values()].flatMap((copies) => [...groupBy(copies, ({ message, declarationId }) => `${String(message.index)} ${declarationId}`).values()]);
  return new Map(alike.flatMap(([first, ...others]) => others.map((one) => [one, [{ kind: 'skip', message: one.message, what: `${one.message.what.kind} given before (${first?.message.file ?? ''})` }]])));
}

function tell(message: HeldMessage, links: Links, lodgedBy: (lrn: string | undefined) => string | undefined, override: string | undefined): Told | Exclude<Planned, PlannedEvent> {
  const { what } = message;
  if (what.kind === 'other') return { kind: 'skip', message, what: what.name };
  if (what.kind === 'notification') {
    const eventType = what.name === EXIT ? 'exited' : what.name === INVALIDATION ? 'cancelled' : undefined;
    const named = what.declarations.find((one) => one.mrn !== undefined || one.lrn !== undefined);
    const declarationId = override ?? declarationIdOf({ mrn: named?.mrn ?? links.mrnFor(message.folder, named?.lrn), lrn: named?.lrn, declarant: lodgedBy(named?.lrn) });
    if (eventType === undefined || declarationId === undefined) return skip(message);
    return { message, eventType, declarationId, ...(named?.version === undefined ? {} : { stated: named.version }) };
  }
  const declarationId = override ?? declarationIdOf({ mrn: links.mrnOf(message), declarant: what.declarant, lrn: what.lrn });
  if (declarationId === undefined) return { kind: 'nameless', message };
  const eventType = what.kind === 'lodgement' ? 'lodged' : what.kind === 'cancellation' ? 'cancelled' : 'amended';
  return { message, eventType, declarationId, ...(what.version === undefined ? {} : { stated: what.version }) };
}

/** Who lodged under a reference, where only one did: a notification does not say. */
function declarantsOf(messages: readonly HeldMessage[]): (lrn: string | undefined) => string | undefined {
  const lodged = messages.flatMap(({ what }) => (what.kind === 'lodgement' ? [what] : []));
  const byLrn = groupBy(lodged, ({ lrn }) => lrn);
  return (lrn) => {
    const declarants = new Set((lrn === undefined ? [] : byLrn.get(lrn) ?? []).map(({ declarant }) => declarant));
    return declarants.size === 1 ? [...declarants][0] : undefined;
  };
}

function skip(message: HeldMessage): Planned & { readonly kind: 'skip' } {
  return { kind: 'skip', message, what: message.what.kind === 'notification' ? `notification ${message.what.name}` : message.what.kind };
}

/** Versions that the authority's answers to amendments name, in order, by MRN. */
function answeredVersions(messages: readonly HeldMessage[]): ReadonlyMap<string, readonly number[]> {
  const named = messages.flatMap(({ what }) => (what.kind === 'notification' && what.name === AMENDED ? what.declarations : []));
  const stated = named.flatMap(({ mrn, version }) => (mrn === undefined || version === undefined ? [] : [{ mrn, version }]));
  return new Map([...groupBy(stated, (one) => one.mrn)].map(([mrn, group]) => [mrn, [...new Set(group.map((one) => one.version))].sort((a, b) => a - b)]));
}

/**
 * A lodgement is version 1 unless it says otherwise; a declaration that is there otherwise has its own. Amendments take the versions that the authority's answers name, where there is one later
 * than the lodgement for each, else they count upward. A cancellation or exit belongs to the last version known.
 */
function versioned(group: readonly Told[], answered: readonly number[], base: number): readonly PlannedEvent[] {
  const amendments = group.filter((one) => one.eventType === 'amended');
  let last = Math.max(base, ...group.filter((one) => one.eventType === 'lodged').map((one) => one.stated ?? 1));
  const later = answered.filter((version) => version > last);
  const made = later.length === amendments.length ? later : [];
  const given = new Map<Told, number>();
  for (const [index, one] of amendments.entries()) {
    last = one.stated ?? made[index] ?? last + 1;
    given.set(one, last);
  }
  return group.map((one) => ({
    kind: 'event', message: one.message, eventType: one.eventType, declarationId: one.declarationId,
    version: one.stated ?? given.get(one) ?? (one.eventType === 'lodged' ? 1 : last),
    versionBy: given.has(one) && one.stated === undefined && made.length === 0 ? 'count' : 'sender',
  }));
}

function inOrder(group: readonly PlannedEvent[]): readonly PlannedEvent[] {
  return [...group].sort((a, b) => RANK[a.eventType] - RANK[b.eventType] || a.message.position - b.message.position);
}

/** In the order of the files as far as each declaration's own order allows: what comes too early waits for its lodgement. */
function interleave(groups: readonly (readonly PlannedEvent[])[], others: readonly Planned[]): readonly Planned[] {
  const waiting = groups.flatMap((group) => {
    let latest = 0;
    return group.map((one) => ({ one, key: (latest = Math.max(latest, one.message.position)) }));
  });
  const keyed: readonly { readonly one: Planned; readonly key: number }[] = [...waiting, ...others.map((one) => ({ one, key: one.message.position }))];
  return [...keyed].sort((a, b) => a.key - b.key).map(({ one }) => one);
}
