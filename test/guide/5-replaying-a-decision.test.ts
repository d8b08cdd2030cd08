import { expect, test } from 'vitest';
import { createCodecs } from '../../services/adapters/avro/codecs.ts';
import { celConditionCompiler } from '../../services/adapters/cel/cel-condition-compiler.ts';
import { loadPolicy } from '../../services/adapters/policy-files/load-policy.ts';
import { assess } from '../../services/risk/assess/assess.ts';
import { canonicalJson } from '../../services/risk/json/canonical.ts';
import { factsHashOf, readFacts, recordFacts } from '../../services/risk/record/recorded-facts.ts';
import { replay } from '../../services/risk/record/replay.ts';
import { decimal } from '../harness/checked.ts';
import { factsWhere } from '../unit/risk/ordinary-facts.ts';

// Chapter 5: replaying a decision.
//
// Years later somebody asks why these goods were stopped. The tariff has changed since, the licence was renewed, the trader has a
// history and the rules are others. None of that matters: the decision is a function of its facts and its policy, and both are on record.

const { declarationEvent } = createCodecs();
const policy = loadPolicy('config/policy');
const facts = factsWhere({ commodity: { netNetWeightMeasure: { value: decimal('1300'), unitCode: 'KGM' } } });
const assessment = assess(facts, policy);

// What is recorded with every assessment: the event in the bytes it came in, all other facts as JSON, the hash of the two, and the policy's
// hash. The policy itself is stored whole under its hash before its first use. So are the reference data of the edition that judges, and the
// stream leaves out of its records what they say, and looks it up again when they are read: here it stands with the rest.
const onRecord = recordFacts(facts, declarationEvent.encode(facts.event), undefined);
const read = readFacts(onRecord, declarationEvent);
const storedPolicy: unknown = JSON.parse(canonicalJson(policy.document));

test('the facts hold everything: the event, the time it is judged by, and what each source said', () => {
  expect(read).toEqual(facts);
  expect(factsHashOf(onRecord)).toBe(onRecord.factsHash);
  // Nothing in it is asked of a clock: "now" is when the record arrived.
  expect(read.arrivedAt).toBe('2026-11-20T08:30:01Z');
  // What a model said is a fact as well, with its version, so that a replay needs no model.
  expect(read.items[0]?.models).toMatchObject([
    { model: 'classification', version: '1' },
    { model: 'anomaly', version: '1' },
  ]);
});

test('made again, it is the same to the last byte', () => {
  expect(replay({ facts: read, assessment }, storedPolicy, celConditionCompiler)).toEqual({ equal: true });
});

// If somebody had mended one figure in the record, the replay would find it, and say where.
test('one altered fact is found', () => {
  const mended = factsWhere({ commodity: { netNetWeightMeasure: { value: decimal('1100'), unitCode: 'KGM' } } });
  expect(factsHashOf({ ...onRecord, event: declarationEvent.encode(mended.event) })).not.toBe(onRecord.factsHash);
  const answer = replay({ facts: mended, assessment }, storedPolicy, celConditionCompiler);
  expect(answer).toMatchObject({
    equal: false,
    firstDifference: { path: expect.stringMatching(/^items\[0\]/) as string },
  });
});

// The same holds for the rules: with today's policy the answer may be another one. That is what the stored policy is for.
test('another policy is another decision', () => {
  const dearer = {
    ...policy.document,
    rules: policy.document.rules.map((rule) =>
      rule.id === 'net-mass-above-gross-mass' ? { ...rule, points: 100 } : rule,
    ),
  };
  expect(replay({ facts: read, assessment }, dearer, celConditionCompiler).equal).toBe(false);
});

// On the command line: `tidewaiter replay`, for all that is in Postgres, a span of time (--from, --to) or one declaration
// (--declaration-id). test/integration/stream/replay.test.ts does it with a thousand of them in a fresh process.
