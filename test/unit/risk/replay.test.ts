import { describe, expect, it } from 'vitest';
import { celConditionCompiler } from '../../../services/adapters/cel/cel-condition-compiler.ts';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import { assess } from '../../../services/risk/assess/assess.ts';
import { explained } from '../../../services/risk/audience/reason.ts';
import type { Facts } from '../../../services/risk/facts/facts.ts';
import { canonicalJson } from '../../../services/risk/json/canonical.ts';
import { replay } from '../../../services/risk/record/replay.ts';
import { decimal } from '../../harness/checked.ts';
import { factsWhere } from './ordinary-facts.ts';

const policy = loadPolicy('config/policy');
const odd = factsWhere({ commodity: { netNetWeightMeasure: { value: decimal('1300'), unitCode: 'KGM' } } });
const recorded = { facts: odd, assessment: assess(odd, policy) };
const stored = JSON.parse(canonicalJson(policy.document)) as object;

describe('a replay', () => {
  it('of the recorded facts under the stored policy gives the same bytes', () => {
    expect(replay(recorded, stored, celConditionCompiler)).toEqual({ equal: true });
  });

  it("does not mind in which order the stored policy lists its rules' fields, or that JSON was read back", () => {
    const assessment = JSON.parse(JSON.stringify(recorded.assessment)) as typeof recorded.assessment;
    expect(
      replay({ ...recorded, assessment }, JSON.parse(JSON.stringify(policy.document)), celConditionCompiler),
    ).toEqual({ equal: true });
  });

  it('of what an earlier engine judged alike is equal, though another one judged', () => {
    const versions = { ...recorded.assessment.versions, engine: '1' };
    const earlier = { ...recorded, assessment: { ...recorded.assessment, versions } };
    expect(replay(earlier, stored, celConditionCompiler)).toEqual({ equal: true });
  });

  it('finds one altered fact, and says where', () => {
    const altered: Facts = {
      ...odd,
      event: {
        ...odd.event,
        goodsItems: odd.event.goodsItems.map((item) => ({
          ...item,
          commodity: { ...item.commodity!, netNetWeightMeasure: { value: decimal('1301'), unitCode: 'KGM' } },
        })),
      },
    };
    const answer = replay({ ...recorded, facts: altered }, stored, celConditionCompiler);
    expect(answer).toMatchObject({ equal: false, firstDifference: { path: 'items[0].findings[0].reason.analyst' } });
    if (!answer.equal)
      expect(canonicalJson(explained(recorded.assessment, policy)).slice(answer.firstDifference.offset)).toMatch(
        new RegExp(`^${answer.firstDifference.expected.slice(0, 5)}`),
      );
  });

  it('finds a policy with other points', () => {
    const dearer = {
      ...policy.document,
      rules: policy.document.rules.map((rule) =>
        rule.id === 'net-mass-above-gross-mass' ? { ...rule, points: rule.points + 1 } : rule,
      ),
    };
    expect(replay(recorded, dearer, celConditionCompiler).equal).toBe(false);
  });
});
