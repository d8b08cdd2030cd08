import type { EventType } from '../risk/declaration/declaration-event.ts';
import { groupBy } from './group-by.ts';
import type { BufferedMessage } from './buffered-message.ts';
import { identify } from './identify.ts';
import { linksOf } from './links.ts';
import type { Identified, Planned, PlannedEvent, SkippedMessage } from './planned.ts';
import { requestAnswers } from './request-answers.ts';
import { answeredVersions, versioned } from './versions.ts';

const RANK: Readonly<Record<EventType, number>> = { lodged: 0, amended: 1, reassess: 2, exited: 3, cancelled: 4, unrecognised: 5 };

/**
 * Identifies, versions and orders the messages of a batch: each declaration's lodgement comes before what changes it, whatever the order of the files.
 * @param override takes the place of every declaration id
 * @param bases versions of declarations that the batch has otherwise than as XML
 */
export function planBatch(messages: readonly BufferedMessage[], override: string | undefined, bases: ReadonlyMap<string, number> = new Map()): readonly Planned[] {
  const links = linksOf(messages);
  const answers = requestAnswers(messages);
  const identified = messages.map((message) => identify(message, links, answers.get(message), override));
  const events = identified.filter((one) => 'eventType' in one);
  const again = redundantMessages(events);
  const answered = answeredVersions(messages);
  const declarations = groupBy(events.filter((one) => !again.has(one)), (one) => one.declarationId);
  const groups = [...declarations].map(([id, group]) => inOrder(versioned(group, answered.get(id) ?? [], bases.get(id) ?? 1)));
  return interleave(groups, [...identified.filter((one) => 'kind' in one), ...again.values()]);
}

/** Events that another message tells too: an invalidation that confirms a cancellation, and the very same change a second time, which would be a version of its own. */
function redundantMessages(events: readonly Identified[]): ReadonlyMap<Identified, SkippedMessage> {
  const cancelled = new Set(events.filter(({ message }) => message.summary.kind === 'cancellation').map((one) => one.declarationId));
  const echoes = events.filter((one) => one.message.summary.kind === 'notification' && one.eventType === 'cancelled' && cancelled.has(one.declarationId));
  const alike = [...groupBy(events.filter((one) => one.eventType === 'amended'), ({ message }) => message.text).values()]
    .flatMap((copies) => [...groupBy(copies, ({ message, declarationId }) => `${String(message.index)} ${declarationId}`).values()]);
  const copies = alike.flatMap(([first, ...others]) => others.map((one) => ({ one, what: `${one.message.summary.kind} given before (${first?.message.file ?? ''})` })));
  const found = [...echoes.map((one) => ({ one, what: `notification ${nameOf(one)}` })), ...copies];
  return new Map(found.map(({ one, what }) => [one, { kind: 'skip', message: one.message, what }]));
}

function nameOf({ message }: Identified): string {
  return 'name' in message.summary ? message.summary.name : message.summary.kind;
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
