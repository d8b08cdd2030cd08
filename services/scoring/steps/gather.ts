import type { Day, Instant } from '../../risk/declaration/declaration-event.ts';
import { instantOf } from '../../risk/declaration/instant.ts';
import { createCalendar } from '../../risk/declaration/local-day.ts';
import { type Authority, type Facts, FACTS_SCHEMA, type Licence } from '../../risk/facts/facts.ts';
import { found, type Known } from '../../risk/facts/known.ts';
import { historyQueryOf } from '../../risk/trader/history-query.ts';
import { priorEvents } from '../claims/prior-events.ts';
import { oneEach } from '../flow/one-each.ts';
import { ok, type Step } from '../flow/step.ts';
import { asOf } from '../gather/as-of.ts';
import { countriesOf } from '../gather/countries.ts';
import { citedLicenceId, withLicence } from '../gather/documents.ts';
import { itemFacts } from '../gather/item-facts.ts';
import { withLikelyCodes } from '../gather/likely-code.ts';
import { withModelAnswers } from '../gather/model-answers.ts';
import type { LicenceRegister } from '../ports/licence-register.ts';
import type { ReferenceData } from '../ports/reference-data.ts';
import type { RiskModel } from '../ports/risk-model.ts';
import type { OnCheckpoint } from '../ports/stream.ts';
import type { TraderHistoryStore } from '../ports/trader-history-store.ts';
import type { Claimed } from './claim.ts';

export interface Gathered extends Claimed {
  readonly facts: Facts;
}

export interface GatherDeps {
  readonly reference: ReferenceData;
  readonly licences: LicenceRegister;
  readonly history: TraderHistoryStore;
  readonly models: readonly RiskModel[];
  readonly authority: Authority;
  /** For offline use: the time to judge by where a declaration names none. */
  readonly at?: Instant;
  readonly checkpoint: OnCheckpoint;
}

/** Brings in everything that is known, one round trip a source for the whole batch. */
export function createGatherStep(deps: GatherDeps): Step<Claimed, Gathered> {
  const dayOf = createCalendar(deps.authority.timeZone);
  return async function gather(entries) {
    const drafts = entries.map((entry) => draft(entry, deps, dayOf));
    const [licences, histories] = await Promise.all([
      findLicences(drafts, deps.licences),
      readHistories(drafts, deps.history),
    ]);
    const complete = drafts.map((facts, index) => withLicences({ ...facts, trader: histories[index]! }, licences));
    const answered = await withModelAnswers(complete, deps.models);
    deps.checkpoint('gathered');
    return entries.map((entry, index) => ok({ ...entry, facts: withLikelyCodes(answered[index]!, deps.reference) }));
  };
}

/** What needs no look-up outside the process; the trader's history is filled in by the caller. */
function draft(
  { event, record, earlier }: Claimed,
  { reference, authority, at }: GatherDeps,
  dayOf: (instant: Instant) => Day,
): Omit<Facts, 'trader'> {
  const arrivedAt = instantOf(record.timestamp);
  const judgedBy = asOf(event, arrivedAt, at, dayOf);
  return {
    schema: FACTS_SCHEMA,
    event,
    asOf: judgedBy,
    arrivedAt,
    authority,
    prior: found(priorEvents(earlier), 'events'),
    countries: countriesOf(event, reference),
    items: event.goodsItems.map((item) => itemFacts(event, item, judgedBy.day, reference)),
  };
}

async function readHistories(
  drafts: readonly Pick<Facts, 'event'>[],
  store: TraderHistoryStore,
): Promise<readonly Facts['trader'][]> {
  return oneEach(await store.read(drafts.map(({ event }) => historyQueryOf(event))), drafts.length, 'trader history');
}

async function findLicences(
  drafts: readonly Pick<Facts, 'event' | 'items'>[],
  register: LicenceRegister,
): Promise<ReadonlyMap<string, Known<Licence>>> {
  const ids = new Set(
    drafts.flatMap(({ event, items }) =>
      items.flatMap((item, index) =>
        item.documents.flatMap((document) => citedLicenceId(event, event.goodsItems[index]!, document) ?? []),
      ),
    ),
  );
  return ids.size === 0 ? new Map() : register.find([...ids]);
}

function withLicences(facts: Facts, licences: ReadonlyMap<string, Known<Licence>>): Facts {
  if (licences.size === 0) return facts;
  const items = facts.items.map((item, index) => ({
    ...item,
    documents: item.documents.map((document) =>
      withLicence(facts.event, facts.event.goodsItems[index]!, document, licences),
    ),
  }));
  return { ...facts, items };
}
