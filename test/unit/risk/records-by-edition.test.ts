import { describe, expect, test } from 'vitest';
import { createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { createMemoryModel } from '../../../services/adapters/memory/risk-model.ts';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import { loadShippedReference } from '../../../services/adapters/reference-files/shipped-reference.ts';
import { decisionOf } from '../../../services/audit/record-assessments.ts';
import { generateLicences, generateTrade } from '../../../services/generator/generate-trade.ts';
import { explained } from '../../../services/risk/audience/reason.ts';
import { viewFor } from '../../../services/risk/audience/view.ts';
import { TIERS } from '../../../services/risk/findings/finding.ts';
import { canonicalJson } from '../../../services/risk/json/canonical.ts';
import type { OpenEdition } from '../../../services/risk/record/edition-on-record.ts';
import type { RecordForm } from '../../../services/risk/record/record.ts';
import { parseAssessment, readAssessment } from '../../../services/risk/record/recorded-assessment.ts';
import { readFacts, writtenFacts } from '../../../services/risk/record/recorded-facts.ts';
import { replayWith } from '../../../services/risk/record/replay.ts';
import { day } from '../../harness/checked.ts';
import { type Judged, judgedInMemory, keptInMemory } from '../../harness/judged-in-memory.ts';

const TRADE = { seed: 11, declarations: 400, from: day('2026-11-02'), authorityCountry: 'US' } as const;
const authority = { country: 'US', currency: 'USD', timeZone: 'America/New_York' } as const;
const policy = loadPolicy('config/policy');
const lookUps = loadShippedReference(authority);
const edition: OpenEdition = { reference: lookUps.versions, models: { made: '7'.repeat(64) }, policy, lookUps };
const codecs = createCodecs();

/** What the stream makes of generated trade, with licences written off and events of every type, recorded in one form. */
function judged(record: RecordForm): Promise<readonly Judged[]> {
  const odd = {
    status: 'ok',
    score: 3,
    pValue: 0.001,
    likelyCommodityCodes: [{ code: '930400', probability: 0.8 }],
  } as const;
  const model = createMemoryModel(({ item }) =>
    item.sequenceNumber % 2 === 0 ? odd : { status: 'ok', score: 0.7, pValue: 0.5 },
  );
  const events = [...generateTrade(TRADE)].map(({ event }) => event);
  return judgedInMemory(events, {
    ...{ codecs, policy, authority, record, reference: lookUps },
    licences: generateLicences(TRADE.seed),
    models: [{ ...model, name: 'made', version: '7'.repeat(64) }],
  });
}

const short = await judged({ edition: { id: 'e'.repeat(64), ...edition } });
const rows = await keptInMemory(short, codecs);
const whole = await judged({ edition: { id: 'e'.repeat(64), ...edition }, whole: true });

describe('assessments recorded by edition', () => {
  test('given generated trade, then there is something of everything on record', () => {
    expect(short.length).toBeGreaterThan(400);
    expect(new Set(short.map(({ assessment }) => assessment.eventType)).size).toBeGreaterThan(2);
    const findings = short.flatMap(({ assessment }) => [
      ...assessment.findings,
      ...assessment.items.flatMap((item) => item.findings),
    ]);
    expect(new Set(findings.map(({ result }) => result))).toEqual(new Set(['hit', 'unknown']));
    expect(short.some(({ facts }) => facts.items.some(({ likely }) => likely !== undefined))).toBe(true);
    expect(
      short.some(({ facts }) =>
        facts.items.some(({ documents }) => documents.some(({ writeOff }) => writeOff !== undefined)),
      ),
    ).toBe(true);
  });

  test('when facts are read with the edition, then they are those that were judged, to the last byte', () => {
    for (const [index, { record }] of rows.entries()) {
      expect(writtenFacts(record).isByEdition).toBe(true);
      const read = readFacts(record, codecs.declarationEvent, edition);
      expect(canonicalJson(read)).toBe(canonicalJson(short[index]!.facts));
    }
  });

  test('when assessments are read from the topic or from the table, then they are those that were made, and replay to the last byte', () => {
    for (const [index, { record, assessment: stored }] of rows.entries()) {
      const { assessment: made } = short[index]!;
      const facts = readFacts(record, codecs.declarationEvent, edition);
      const fromTable = readAssessment(parseAssessment(decisionOf(record), stored), facts, edition);
      const fromTopic = readAssessment(decisionOf(record), facts, edition);
      for (const read of [fromTable, fromTopic]) expect(canonicalJson(read)).toBe(canonicalJson(made));
      expect(replayWith({ facts, assessment: fromTable }, policy)).toEqual({ equal: true });
    }
  });

  test('when they are shown to anybody, then it is what a record that holds its texts shows', () => {
    for (const [index, { assessment: stored, record }] of rows.entries()) {
      const facts = readFacts(record, codecs.declarationEvent, edition);
      const read = readAssessment(parseAssessment(decisionOf(record), stored), facts, edition);
      const texts = codecs.assessment.decode(whole[index]!.value);
      for (const tier of TIERS) {
        const { versions: ofWhole, ...shown } = viewFor(tier, texts, policy);
        const { versions, ...view } = viewFor(tier, read, policy);
        expect(canonicalJson(view)).toBe(canonicalJson(shown));
        expect({ ...versions, factsSchema: 1 }).toEqual({ ...ofWhole, factsSchema: 1 });
      }
    }
  });

  test('then they hold no text of the policy and no fact of the reference data, and are a fraction of the whole', () => {
    const size = (all: readonly Judged[]): number => all.reduce((sum, { value }) => sum + value.length, 0);
    const text = short.map(({ value }) => value.toString('latin1')).join('');
    const said = short
      .map(({ assessment }) => explained(assessment, policy))
      .flatMap(({ findings, items }) => [...findings, ...items.flatMap((item) => item.findings)]);
    expect(said.length).toBeGreaterThan(100);
    expect(
      said.filter(({ basis, reason }) => text.includes(basis) || text.includes(reason.analyst!)).map(({ id }) => id),
    ).toEqual([]);
    expect(text).not.toContain('Western Europe');
    expect(size(short) / size(whole)).toBeLessThan(0.45);
  });
});
