import { describe, expect, test } from 'vitest';
import { createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import { assess } from '../../../services/risk/assess/assess.ts';
import type { AssessmentRecord } from '../../../services/risk/messages/assessment.ts';
import { createRecorder } from '../../../services/risk/record/record.ts';
import { decimal } from '../../harness/checked.ts';
import { factsWhere } from './ordinary-facts.ts';

const { assessment: codec, declarationEvent } = createCodecs();
const facts = factsWhere({ commodity: { netNetWeightMeasure: { value: decimal('1300'), unitCode: 'KGM' } } });
const policy = loadPolicy('config/policy');
const record: AssessmentRecord = {
  ...createRecorder({}, policy)(assess(facts, policy), facts, declarationEvent.encode(facts.event)),
  input: { topic: 'customs.declarations', partition: 0, offset: 7 },
};

/** The record with lists of its own that nobody has frozen. */
const thawed = (one: AssessmentRecord): AssessmentRecord => ({
  ...one,
  checks: { declaration: [...one.checks.declaration], item: [...one.checks.item] },
});

describe('lists that a writer keeps the bytes of, because they never change', () => {
  test('given the ids of checks, when records are written again and again, then the bytes are those of lists that are not kept', () => {
    expect(Object.isFrozen(record.checks.item)).toBe(true);
    const plain = codec.encode(thawed(record));
    for (let times = 0; times < 3; times += 1) expect(codec.encode(record)).toEqual(plain);
    const fewer = { ...record, checks: { ...record.checks, item: Object.freeze(record.checks.item.slice(1)) } };
    expect(codec.encode(fewer)).toEqual(codec.encode(thawed(fewer)));
    expect(codec.encode(record)).toEqual(plain);
  });

  test('given a frozen list of things that can still change, when one does, then what is written changes too', () => {
    const finding = { ...record.items[0]!.findings[0]!, points: 1 };
    const findings = Object.freeze([finding]);
    const written = (): number => codec.decode(codec.encode({ ...record, findings })).findings[0]!.points;
    expect(written()).toBe(1);
    finding.points = 2;
    expect(written()).toBe(2);
  });
});
