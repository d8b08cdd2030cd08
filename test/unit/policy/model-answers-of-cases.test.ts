import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { atOnce } from '../../../models/artefact/at-once.ts';
import { openClassificationModel } from '../../../models/classification/serve/classification-model.ts';
import { projectRoot } from '../../../services/adapters/config/project-root.ts';
import { readArtefact } from '../../../services/adapters/model-files/artefact-folder.ts';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import { openTensorFlow } from '../../../services/adapters/tensorflow/open-tensorflow.ts';
import type { ModelAnswer } from '../../../services/risk/facts/model-answer.ts';
import type { SeenValue } from '../../../services/risk/findings/finding.ts';
import { evaluateOn } from '../../../services/risk/rules/evaluate-rule.ts';
import type { Rule } from '../../../services/risk/rules/rule.ts';
import type { ModelInput } from '../../../services/scoring/ports/risk-model.ts';

const P_VALUES = new Set(['item.mismatchPValue', 'item.mismatchPValueOrOne']);

interface ModelCase {
  readonly rule: Rule;
  readonly title: string;
  readonly given: Readonly<Record<string, SeenValue>>;
  readonly description: string;
  readonly commodityCode: string;
}

/** Cases that hit by what the model is made to say of a description and a code. */
const cases: readonly ModelCase[] = loadPolicy('config/policy').rules.flatMap((rule) =>
  rule.document.cases.flatMap(({ title, given, expect: expected }): ModelCase[] => {
    const { 'item.description': description, 'item.commodityCode': commodityCode } = given;
    const isOfModel = rule.needs.some(({ feature }) => P_VALUES.has(feature.name));
    return isOfModel && expected === 'hit' && typeof description === 'string' && typeof commodityCode === 'string'
      ? [{ rule, title, given, description, commodityCode }]
      : [];
  }),
);

const asked = ({ description, commodityCode }: ModelCase): ModelInput =>
  ({
    goodsItem: {
      sequenceNumber: 1,
      commodity: { description, classifications: [{ id: commodityCode, identificationTypeCode: 'TSP' }] },
    },
  }) as unknown as ModelInput;

describe('answers of the classification model that cases of rules make up', () => {
  let answers: readonly ModelAnswer[];
  beforeAll(async () => {
    const artefact = await readArtefact(join(projectRoot(), 'models', 'classification', 'shipped'));
    const model = atOnce(openClassificationModel(artefact, await openTensorFlow('tfjs-wasm')));
    answers = await model.answer(cases.map(asked));
  });

  it('given the cases, then there are some', () => {
    expect(cases.length).toBeGreaterThan(5);
  });

  it.each(cases.map((one, at) => [one.rule.document.id, one.title, at] as const))(
    'given the case of %s, "%s", then the shipped model says of its text what makes the rule hit, and names the heading',
    (_id, _title, at) => {
      const { rule, given } = cases[at]!;
      const { pValue = 1, likelyCommodityCodes } = answers[at]!;
      const values = rule.needs.map(({ feature }) =>
        P_VALUES.has(feature.name) ? pValue : (given[feature.name] as SeenValue),
      );
      expect([pValue, evaluateOn(rule, values).result]).toEqual([pValue, 'hit']);
      const [named] = /\b\d{4}/.exec(String(given['item.likelyInWords'] ?? '')) ?? [];
      if (named !== undefined) expect(likelyCommodityCodes[0]?.code.slice(0, 4)).toBe(named);
    },
  );
});
