import type { Facts, WriteOffAnswer } from '../../risk/facts/facts.ts';
import { found } from '../../risk/facts/known.ts';
import { type PlannedWriteOff, planWriteOffs } from '../../risk/licensing/write-off.ts';
import { ok, oneEach, type Step } from '../flow/step.ts';
import type { LicenceLedger } from '../ports/licence-ledger.ts';
import type { OnCheckpoint } from '../ports/stream.ts';
import type { Gathered } from './gather-step.ts';

/** Writes off on licences: the plan is pure, the reservation durable and the same on every retry, the answer a fact. */
export function createReserveStep(deps: {
  readonly ledger: LicenceLedger;
  readonly checkpoint: OnCheckpoint;
}): Step<Gathered, Gathered> {
  return async function reserve(entries) {
    const plans = entries.map(({ facts }) => planWriteOffs(facts));
    const writeOffs = plans.flat();
    const answers =
      writeOffs.length === 0 ? [] : oneEach(await deps.ledger.reserve(writeOffs), writeOffs.length, 'licence ledger');
    deps.checkpoint('reserved');
    const answerTo = new Map(writeOffs.map((writeOff, index) => [writeOff, answers[index]!]));
    return entries.map((entry, index) => ok({ ...entry, facts: withAnswers(entry.facts, plans[index]!, answerTo) }));
  };
}

function withAnswers(
  facts: Facts,
  writeOffs: readonly PlannedWriteOff[],
  answerTo: ReadonlyMap<PlannedWriteOff, WriteOffAnswer>,
): Facts {
  if (writeOffs.length === 0) return facts;
  const items = facts.items.map((item) => {
    const own = writeOffs.filter((writeOff) => writeOff.item === item.sequenceNumber);
    if (own.length === 0) return item;
    const byDocument = new Map(own.map((writeOff) => [writeOff.document, answerTo.get(writeOff)!]));
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
