import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { policyFromDocument } from '../../../services/adapters/policy-files/load-policy.ts';
import { decisionOf } from '../../../services/audit/record-assessments.ts';
import { readFacts } from '../../../services/risk/record/recorded-facts.ts';
import { replayWith } from '../../../services/risk/record/replay.ts';

// Records as the release before editions wrote them, with its policy: Avro of assessment version 1, features by their former names.
const kept = (name: string): string =>
  gunzipSync(readFileSync(new URL(`../../fixtures/records/${name}`, import.meta.url))).toString('utf8');
const { assessment, declarationEvent } = createCodecs();
const records = kept('assessments-version-1.jsonl.gz')
  .trim()
  .split('\n')
  .map((line) => assessment.decode(Buffer.from(JSON.parse(line) as string, 'base64')));
const policy = policyFromDocument(JSON.parse(kept('policy.json.gz')));

describe('records of a release without editions', () => {
  test('given them, then they are of every lane and kind, and some are written off licences', () => {
    expect(new Set(records.map(({ lane, eventType }) => `${eventType} ${lane ?? 'without lane'}`)).size).toBe(8);
    expect(records.every(({ edition }) => edition === undefined)).toBe(true);
    expect(records.filter(({ facts }) => Buffer.from(facts).includes('"writeOff"')).length).toBeGreaterThan(5);
  });

  test.each(
    records.map((record) => [`${record.eventType} ${record.lane ?? ''} ${record.declarationId}`, record] as const),
  )('given %s, when it is replayed by its own policy, then it is the same to the last digit', (_, record) => {
    expect(record.versions.policy).toBe(policy.hash);
    const facts = readFacts(record, declarationEvent);
    expect(replayWith({ facts, assessment: decisionOf(record) }, policy)).toEqual({ equal: true });
  });
});
