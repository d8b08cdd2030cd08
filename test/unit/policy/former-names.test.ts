import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { celConditionCompiler } from '../../../services/adapters/cel/cel-condition-compiler.ts';
import { loadPolicy, rulesCheck } from '../../../services/adapters/policy-files/load-policy.ts';
import { assess } from '../../../services/risk/assess/assess.ts';
import { inspectorView } from '../../../services/risk/audience/view.ts';
import { found } from '../../../services/risk/facts/known.ts';
import { featureNamed } from '../../../services/risk/features/catalogue.ts';
import { RENAMED_FEATURES } from '../../../services/risk/features/renamed.ts';
import { canonicalJson } from '../../../services/risk/json/canonical.ts';
import type { Assessment } from '../../../services/risk/messages/assessment.ts';
import { compilePolicy } from '../../../services/risk/policy/compile-policy.ts';
import { replay } from '../../../services/risk/record/replay.ts';
import { decimal } from '../../harness/checked.ts';
import { answerOf, factsWhere } from '../risk/ordinary-facts.ts';

const rename = (text: string, names: Iterable<readonly [string, string]>): string =>
  [...names].reduce((said, [from, to]) => said.replaceAll(new RegExp(`${from.replace('.', '\\.')}\\b`, 'g'), to), text);
const toFormer = (text: string): string =>
  rename(
    text,
    [...RENAMED_FEATURES].map(([before, now]) => [now, before] as const),
  );

const today = loadPolicy('config/policy');
const formerDocument = JSON.parse(toFormer(JSON.stringify(today.document))) as object;
const former = compilePolicy(formerDocument, celConditionCompiler);

/** Goods whose words fit another code, dearer and controlled, on a way that comes back, with a mass below zero. */
const facts = factsWhere({
  event: { typeCode: 'IMA' },
  commodity: { netNetWeightMeasure: { value: decimal('-5'), unitCode: 'KGM' } },
  item: {
    models: [
      answerOf('classification', {
        pValue: 0.0004,
        likelyCommodityCodes: [{ code: '841370', probability: 0.9 }],
        evidence: [{ field: 'description', seen: 'pump', usual: '841370', share: 0.6 }],
      }),
      answerOf('anomaly', { pValue: 0.0004 }),
    ],
    likely: {
      code: '841370',
      duty: found({ lowest: '6', highest: '9' }, 'tariff/GB@b2'),
      declaredDuty: found({ lowest: '0', highest: '2' }, 'tariff/GB@b2'),
      controls: found(
        [
          {
            id: 'pumps',
            title: 'Pumps under control',
            subject: 'dual-use',
            certainty: 'always',
            legalBasis: 'Export Control Order 2008',
            documentCodes: ['X002'],
            waiverCodes: [],
          },
        ],
        'controls@c3',
      ),
    },
  },
});

const namesSeen = ({ findings, items }: Assessment): Set<string> =>
  new Set([...findings, ...items.flatMap((item) => item.findings)].flatMap(({ values }) => Object.keys(values)));

describe('a feature that has another name now', () => {
  test.each([...RENAMED_FEATURES])(
    'given %s, when it is asked for, then it is %s under the name that was said',
    (before, now) => {
      const [by, at] = [featureNamed(before), featureNamed(now)];
      expect(at?.feature.name).toBe(now);
      expect(by?.feature).toEqual({ ...at?.feature, name: before });
      expect([by?.scope, by?.index]).toEqual([at?.scope, at?.index]);
    },
  );
});

describe('a policy that says the names which features had before', () => {
  const answers = { former: assess(facts, former), today: assess(facts, today) };

  test('given the same facts, when they are judged, then all is as under the names of today, but values go by the names it said', () => {
    const said = [...namesSeen(answers.former)].filter((name) => RENAMED_FEATURES.has(name));
    expect(said.length).toBeGreaterThanOrEqual(6);
    expect([...namesSeen(answers.today)].filter((name) => RENAMED_FEATURES.has(name))).toEqual([]);
    const renamed = rename(JSON.stringify(answers.former), RENAMED_FEATURES).replaceAll(former.hash, today.hash);
    expect(canonicalJson(JSON.parse(renamed) as object)).toBe(canonicalJson(answers.today));
  });

  test('given a decision that was made with it, when it is replayed from the stored document, then no byte differs', () => {
    const recorded = { facts, assessment: JSON.parse(canonicalJson(answers.former)) as Assessment };
    expect(replay(recorded, formerDocument, celConditionCompiler)).toEqual({ equal: true });
  });

  test('given an inspector, when the finding is shown, then the values are those that the tier may know under any name', () => {
    const shown = (policy: typeof today, assessment: Assessment): readonly string[] =>
      inspectorView(assessment, policy).items.flatMap(({ findings }) =>
        findings.flatMap(({ values }) => Object.keys(values)),
      );
    const before = shown(former, answers.former);
    expect(before).toContain('item.tellingWords');
    expect(before.map((name) => RENAMED_FEATURES.get(name) ?? name).sort()).toEqual(
      [...shown(today, answers.today)].sort(),
    );
  });
});

describe('rules check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'former-names-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const name = 'description-unread.yaml';

  test('given a rule with a former name, then it is accepted, and a note says where it stands and what it is called now', () => {
    cpSync('config/policy', folder, { recursive: true });
    for (const file of readdirSync(join(folder, 'rules'))) {
      const path = join(folder, 'rules', file);
      if (file === name) writeFileSync(path, toFormer(readFileSync(path, 'utf8')));
    }
    const checked = rulesCheck(folder);
    expect(checked.problems).toEqual([]);
    expect(checked.hash).not.toBe(today.hash);
    expect(checked.notes).toEqual([
      {
        file: `rules/${name}`,
        line: expect.any(Number) as number,
        cause: 'item.descriptionUnread is now item.descriptionUnreadable',
      },
      {
        file: `rules/${name}`,
        line: expect.any(Number) as number,
        cause: 'item.toldMismatchPValue is now item.mismatchPValueOrOne',
      },
    ]);
  });

  test('given the shipped policy, then there is nothing to note', () => {
    expect(rulesCheck('config/policy').notes).toEqual([]);
  });

  test('given a rule that asks for one feature by both its names, then it is listed twice', () => {
    const path = join(folder, 'rules', name);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/^needs: \[(.*)\]/m, 'needs: [$1, item.descriptionUnreadable]'),
    );
    expect(rulesCheck(folder).problems.map(({ cause }) => cause)).toContain(
      '"item.descriptionUnreadable" is listed twice',
    );
  });
});
