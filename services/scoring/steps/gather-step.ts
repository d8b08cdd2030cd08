import { createCalendar } from '../../risk/declaration/local-day.ts';
import type { Facts, Licence } from '../../risk/facts/facts.ts';
import type { Known } from '../../risk/facts/known.ts';
import { citedLicenceId } from '../../risk/licensing/cited.ts';
import { withLicence } from '../../risk/look-up/documents.ts';
import { withLikelyCodes } from '../../risk/look-up/likely-code.ts';
import { historyQueryOf } from '../../risk/trader/trader-history.ts';
import { type DraftDeps, draftFacts } from '../facts/draft-facts.ts';
import { withModelAnswers } from '../facts/model-answers.ts';
import { ok, oneEach, type Step } from '../flow/step.ts';
import type { LicenceRegister } from '../ports/licence-register.ts';
import type { RiskModel } from '../ports/risk-model.ts';
import type { OnCheckpoint } from '../ports/stream.ts';
import type { TraderHistoryStore } from '../ports/trader-history-store.ts';
import type { Claimed } from './claim-step.ts';

export interface Gathered extends Claimed {
  readonly facts: Facts;
}

export interface GatherDeps extends DraftDeps {
  readonly licences: LicenceRegister;
  readonly history: TraderHistoryStore;
  readonly models: readonly RiskModel[];
  readonly checkpoint: OnCheckpoint;
}

/** Brings in everything that is known, one round trip a source for the whole batch. */
export function createGatherStep(deps: GatherDeps): Step<Claimed, Gathered> {
  const dayOf = createCalendar(deps.authority.timeZone);
  return async function gather(entries) {
    const drafts = entries.map((entry) => draftFacts(entry, deps, dayOf));
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
        item.documents.flatMap(
          (document) => citedLicenceId({ event, goods: event.goodsItems[index]! }, document) ?? [],
        ),
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
