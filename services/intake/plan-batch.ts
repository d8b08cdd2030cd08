import type { EventType } from '../risk/declaration/declaration-event.ts';
import type { BufferedMessage } from './buffered-message.ts';
import { groupBy } from './group-by.ts';
import { type Grouped, grouped } from './group-messages.ts';
import { identify } from './identify.ts';
import { LodgedDeclarations } from './lodged-declarations.ts';
import { lodgementsIn } from './lodgements-by-lrn.ts';
import { mrnLinksOf } from './mrn-links.ts';
import type { Planned, PlannedEvent, SkippedMessage } from './planned.ts';
import { requestAnswers } from './request-answers.ts';
import { answeredVersions, versioned } from './versions.ts';

const RANK: Readonly<Record<EventType, number>> = {
  lodged: 0,
  amended: 1,
  reassess: 2,
  exited: 3,
  cancelled: 4,
  unrecognised: 5,
};

/**
 * Identifies, versions and orders the messages of a batch: each declaration's lodgement comes before what changes it, whatever
 * the order of the files.
 * @param override takes the place of every declaration id
 * @param bases versions of declarations that the batch has otherwise than as messages, by group
 */
export function planBatch(
  messages: readonly BufferedMessage[],
  override: string | undefined,
  bases: ReadonlyMap<string, number> = new Map(),
): readonly Planned[] {
  const lodgements = lodgementsIn(messages);
  const links = mrnLinksOf(messages, lodgements);
  const lodged = new LodgedDeclarations(lodgements, links, override);
  const answers = requestAnswers(messages, lodged);
  const around = {
    lodged,
    override,
    refusalOf: links.refusalOf,
    answerTo: (request: BufferedMessage) => answers.get(request),
  };
  const identified = messages.map((message) => identify(message, around));
  const events = grouped(identified.filter((one) => 'eventType' in one));
  const redundant = redundantMessages(events);
  const answered = answeredVersions(messages, lodged);
  const declarations = groupBy(
    events.filter((one) => !redundant.has(one)),
    (one) => one.group,
  );
  const groups = [...declarations].map(([group, own]) => inOrder(versioned(own, answered, bases.get(group) ?? 1)));
  return interleave(groups, [...identified.filter((one) => 'kind' in one), ...redundant.values()]);
}

/** Events that another message tells too: an invalidation that confirms a cancellation, and the very same change a second time, which would be a version of its own. */
function redundantMessages(events: readonly Grouped[]): ReadonlyMap<Grouped, SkippedMessage> {
  const found = [...confirmations(events), ...copies(events)];
  return new Map(found.map(({ one, what }) => [one, { kind: 'skip', message: one.message, what }]));
}

interface Redundant {
  readonly one: Grouped;
  readonly what: string;
}

function confirmations(events: readonly Grouped[]): readonly Redundant[] {
  const cancelled = new Set(
    events.filter(({ message }) => message.summary.kind === 'cancellation').map(({ group }) => group),
  );
  return events.flatMap((one) => {
    const { summary } = one.message;
    return summary.kind === 'notification' && one.eventType === 'cancelled' && cancelled.has(one.group)
      ? [{ one, what: `notification ${summary.name}` }]
      : [];
  });
}

function copies(events: readonly Grouped[]): readonly Redundant[] {
  const sameText = [
    ...groupBy(
      events.filter((one) => one.eventType === 'amended'),
      ({ message }) => message.text,
    ).values(),
  ];
  const alike = sameText.flatMap((own) => [
    ...groupBy(own, ({ message, declarationId }) => `${String(message.index)} ${declarationId}`).values(),
  ]);
  return alike.flatMap(([first, ...others]) =>
    others.map((one) => ({ one, what: `${one.message.summary.kind} given before (${first?.message.file ?? ''})` })),
  );
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
  const keyed: readonly { readonly one: Planned; readonly key: number }[] = [
    ...waiting,
    ...others.map((one) => ({ one, key: one.message.position })),
  ];
  return [...keyed].sort((a, b) => a.key - b.key).map(({ one }) => one);
}
