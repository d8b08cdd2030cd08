import { groupBy } from './group-by.ts';
import type { BufferedMessage } from './buffered-message.ts';
import type { Identified, PlannedEvent } from './planned.ts';

/** Versions that the authority's answers to amendments name, in order, by MRN. */
export function answeredVersions(messages: readonly BufferedMessage[]): ReadonlyMap<string, readonly number[]> {
  const named = messages.flatMap(({ summary: what }) => (what.kind === 'notification' && what.meaning === 'amendmentAccepted' ? what.declarations : []));
  const stated = named.flatMap(({ mrn, version }) => (mrn === undefined || version === undefined ? [] : [{ mrn, version }]));
  return new Map([...groupBy(stated, (one) => one.mrn)].map(([mrn, group]) => [mrn, [...new Set(group.map((one) => one.version))].sort((a, b) => a - b)]));
}

/**
 * A lodgement is version 1 unless it says otherwise; a declaration that is there otherwise has its own. Amendments take the versions that the authority's answers name, where there is one later
 * than the lodgement for each, else they count upward. A cancellation or exit belongs to the last version known.
 */
export function versioned(group: readonly Identified[], answered: readonly number[], base: number): readonly PlannedEvent[] {
  const amendments = group.filter((one) => one.eventType === 'amended');
  let last = group.reduce((most, one) => Math.max(most, one.eventType === 'lodged' ? one.stated ?? 1 : base), base);
  const later = answered.filter((version) => version > last);
  const made = later.length === amendments.length ? later : [];
  const given = new Map<Identified, number>();
  for (const [index, one] of amendments.entries()) {
    last = one.stated ?? made[index] ?? last + 1;
    given.set(one, last);
  }
  return group.map((one) => ({
    kind: 'event', message: one.message, eventType: one.eventType, declarationId: one.declarationId,
    version: one.stated ?? given.get(one) ?? (one.eventType === 'lodged' ? 1 : last),
    versionSource: given.has(one) && one.stated === undefined && made.length === 0 ? 'count' : 'sender',
  }));
}
