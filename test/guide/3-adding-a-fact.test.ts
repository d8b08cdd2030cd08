import { expect, test } from 'vitest';
import { celConditionCompiler } from '../../services/adapters/cel/cel-condition-compiler.ts';
import { createMemoryLicenceRegister } from '../../services/adapters/memory/licence-register.ts';
import { createMemoryTraderHistory } from '../../services/adapters/memory/trader-history-store.ts';
import { loadShippedReference } from '../../services/adapters/reference-files/shipped-reference.ts';
import type { Facts, Licence } from '../../services/risk/facts/facts.ts';
import { unknown } from '../../services/risk/facts/known.ts';
import { FeatureCells } from '../../services/risk/features/definition/cells.ts';
import { declarationContext, itemContext } from '../../services/risk/features/definition/context.ts';
import { type Feature, itemFeature, missing } from '../../services/risk/features/definition/feature.ts';
import { historyQueryOf } from '../../services/risk/trader/trader-history.ts';
import { noCheckpoint } from '../../services/scoring/ports/stream.ts';
import { createGatherStep } from '../../services/scoring/steps/gather-step.ts';
import { day } from '../harness/checked.ts';
import { factsWhere, ordinaryEvent, ordinaryFacts } from '../unit/risk/ordinary-facts.ts';

// Chapter 3: adding a fact, and a feature that rules can name.
//
// A fact is what a source said (services/risk/facts). A feature is one value taken from facts that a rule may read by name
// (services/risk/features). Rules never see facts, features never ask a source, and sources know nothing of rules.

// Every fact is one of three things. The type makes each reader say what it does with each of them.
const licence: Licence = { id: 'X002-26-000867', status: 'issued', validTo: day('2026-12-31'), revision: 1, lines: [] };

test('a source answers found, absent or unknown', async () => {
  const ask = async (register: readonly Licence[] | undefined) =>
    (await createMemoryLicenceRegister(register).find(['X002-26-000867'])).get('X002-26-000867')?.state;
  expect(await ask([licence])).toBe('found');
  expect(await ask([])).toBe('absent'); // read, and not in it: a finding of its own
  expect(await ask(undefined)).toBe('unknown'); // no register was ever loaded: nobody can tell
});

// There is no fourth: a source that cannot be *read* gives no fact at all. It throws, and the stream waits (chapter 4).
test('a source that cannot be read stops the batch instead of becoming an empty answer', async () => {
  const gather = createGatherStep({
    reference: loadShippedReference(ordinaryFacts.authority),
    licences: createMemoryLicenceRegister([]),
    history: { read: () => Promise.reject(new Error('the database does not answer')) },
    models: [],
    authority: ordinaryFacts.authority,
    checkpoint: noCheckpoint,
  });
  const record = { topic: 't', partition: 0, offset: 0n, timestamp: 0, key: null, value: null, headers: {} };
  await expect(gather([{ record, event: ordinaryEvent, earlier: [] }])).rejects.toThrow('the database does not answer');
});

// A feature says what it is called, what it means, who may know it, and how it follows from the facts: here, how many days the
// trader has been known. `missing` is for everything that is no value. "rests: whole" means that a change set, of which most fields
// are silent, cannot answer it.
const daysKnown = itemFeature('item.daysTraderKnown', 'double', {
  label: 'days that the trader is known',
  doc: "Days from the trader's first declaration on record to the day of acceptance.",
  tier: 'inspector',
  rests: 'whole',
  of: ({ facts: { trader, asOf } }) => {
    if (trader.state !== 'found') return missing('no history of the trader is known');
    const first = trader.value.total.firstSeen;
    return first === undefined ? 0 : (Date.parse(asOf.day) - Date.parse(first)) / 86_400_000;
  },
  from: ({ facts }) => [facts.trader.from],
});

/** The feature's value for the first goods item. */
function valueOf(feature: Feature<'item'>, facts: Facts): unknown {
  const context = itemContext(declarationContext(facts, { historyMinimumDays: 90, usualMinimumCount: 20 }), 0);
  return new FeatureCells([feature], context).at(0);
}

test('a feature is a pure function of the facts', () => {
  expect(valueOf(daysKnown, ordinaryFacts)).toBe(657);
  expect(
    valueOf(daysKnown, factsWhere({ facts: { trader: unknown('no trader history is loaded', 'history') } })),
  ).toEqual({ missing: 'no history of the trader is known' });
});

// A mistake in a feature ends as an `error` of the rules that need it. It neither hides them nor stops the others.
test('a feature that throws has failed, and says so', () => {
  const broken = itemFeature('item.broken', 'bool', {
    label: 'broken',
    doc: '',
    tier: 'analyst',
    rests: 'stated',
    of: () => {
      throw new Error('no such luck');
    },
  });
  expect(valueOf(broken, ordinaryFacts)).toEqual({ failed: 'no such luck' });
});

// Its type is known to conditions, so that a rule that compares a number with a text is refused when it is loaded.
test("rules are checked against the feature's type", () => {
  const compile = (expression: string) =>
    celConditionCompiler.compile({ expression, variables: [daysKnown], lists: {} });
  const compiled = compile('item.daysTraderKnown < 90.0');
  expect(compiled.ok && compiled.condition.holds([657])).toBe(false);
  expect(compile('item.daysTraderKnown == "long"').ok).toBe(false);
});

// To keep it: put it in a list under services/risk/features/, which catalogue.ts names in one line; rules may then need it.
// A fact that is new goes into `Facts` (raise FACTS_SCHEMA: old records keep theirs), is declared as a port under
// services/scoring/ports/, asked for in the gather step once for a whole batch, and answered by an adapter and its twin in memory.
test('the twin in memory: a trader whom a history that was read has never seen is a count of zero, not an unknown', async () => {
  const [answer] = await createMemoryTraderHistory({ since: day('2025-01-01'), counts: [] }).read([
    historyQueryOf(ordinaryEvent),
  ]);
  expect(answer).toMatchObject({ state: 'found', value: { since: '2025-01-01', total: { declarations: 0 } } });
});
