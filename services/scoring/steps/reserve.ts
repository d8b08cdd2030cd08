import type { Facts, WriteOffAnswer } from '../../risk/facts/facts.ts';
import { found } from '../../risk/facts/known.ts';
import { type Draw, planDraws } from '../../risk/licensing/draw.ts';
import { oneEach } from '../flow/one-each.ts';
import { ok, type Step } from '../flow/step.ts';
import type { LicenceLedger } from '../ports/licence-ledger.ts';
import type { OnCheckpoint } from '../ports/stream.ts';
import type { Gathered } from './gather.ts';

/** Draws on licences: the plan is pure, the reservation durable and the same on every retry, the answer a fact. */
export function createReserveStep(deps: {
  readonly ledger: LicenceLedger;
  readonly checkpoint: OnCheckpoint;
}): Step<Gathered, Gathered> {
  return async function reserve(entries) {
    const plans = entries.map(({ facts }) => planDraws(facts));
    const draws = plans.flat();
    const answers = draws.length === 0 ? [] : oneEach(await deps.ledger.reserve(draws), draws.length, 'licence ledger');
    deps.checkpoint('reserved');
    const answerTo = new Map(draws.map((draw, index) => [draw, answers[index]!]));
    return entries.map((entry, index) => ok({ ...entry, facts: withAnswers(entry.facts, plans[index]!, answerTo) }));
  };
}

function withAnswers(facts: Facts, draws: readonly Draw[], answerTo: ReadonlyMap<Draw, WriteOffAnswer>): Facts {
  if (draws.length === 0) return facts;
  const items = facts.items.map((item) => {
    const own = draws.filter((draw) => draw.item === item.sequenceNumber);
    if (own.length === 0) return item;
    const byDocument = new Map(own.map((draw) => [draw.document, answerTo.get(draw)!]));
    return {
      ...item,
      documents: item.documents.map((document, index) => {
        const answer = byDocument.get(index);
        return answer ? { ...document, writeOff: found(answer, 'ledger') } : document;
      }),
    };
  });
  return { ...facts, items };
}
