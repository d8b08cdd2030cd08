import type { BufferedMessage } from './buffered-message.ts';
import { groupBy } from './group-by.ts';
import type { Grouped } from './group-messages.ts';
import type { LodgedDeclarations } from './lodged-declarations.ts';
import type { PlannedEvent } from './planned.ts';

/** Versions that the authority's answers to amendments name, in order, by MRN. One that names another declarant than the lodgement does not count. */
export function answeredVersions(
  messages: readonly BufferedMessage[],
  lodged: LodgedDeclarations,
): ReadonlyMap<string, readonly number[]> {
  const stated = messages.flatMap(({ summary, folder }) => {
    if (summary.kind !== 'notification' || summary.meaning !== 'amendmentAccepted') return [];
    return summary.declarations.flatMap((named) => {
      const { mrn, version } = named;
      if (mrn === undefined || version === undefined || lodged.forNotification(folder, named).kind === 'contradiction')
        return [];
      return [{ mrn, version }];
    });
  });
  return new Map(
    [...groupBy(stated, (one) => one.mrn)].map(([mrn, group]) => [
      mrn,
      [...new Set(group.map((one) => one.version))].sort((a, b) => a - b),
    ]),
  );
}

/**
 * A lodgement is version 1 unless it says otherwise; a declaration that is there otherwise has its own. Amendments take the
 * versions that the authority's answers name, where there is one later than the lodgement for each, else they count upward.
 * A cancellation or exit belongs to the last version known.
 * @param group the messages of one declaration @param answered by MRN @param base the version that is there otherwise, or 1
 */
export function versioned(
  group: readonly Grouped[],
  answered: ReadonlyMap<string, readonly number[]>,
  base: number,
): readonly PlannedEvent[] {
  const amendments = group.filter((one) => one.eventType === 'amended');
  let last = group.reduce((most, one) => Math.max(most, one.eventType === 'lodged' ? (one.stated ?? 1) : base), base);
  const later = answersTo(group, answered).filter((version) => version > last);
  const made = later.length === amendments.length ? later : [];
  const given = new Map<Grouped, number>();
  for (const [index, one] of amendments.entries()) {
    last = one.stated ?? made[index] ?? last + 1;
    given.set(one, last);
  }
  return group.map(({ stated, ...one }, index) => {
    const own = given.get(group[index] as Grouped);
    return {
      ...one,
      kind: 'event',
      version: stated ?? own ?? (one.eventType === 'lodged' ? 1 : last),
      versionSource: own !== undefined && stated === undefined && made.length === 0 ? 'count' : 'sender',
    };
  });
}

/** None to a message that contradicts the declaration that it names: they may be about that. */
function answersTo([first]: readonly Grouped[], answered: ReadonlyMap<string, readonly number[]>): readonly number[] {
  return first === undefined || first.contradiction !== undefined ? [] : (answered.get(first.declarationId) ?? []);
}
