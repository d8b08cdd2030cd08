import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { loadPolicy } from '../../services/adapters/policy-files/load-policy.ts';
import { answerOf, judgeAll } from './answers.ts';
import { judgeMadeUpTrade } from './judge.ts';
import { type RulePair, rulePairs } from './rule-pairs.ts';

/** From what agreement two rules nearly always speak of one fact, and on how few filings that says nothing. */
const SAME_FACT = 0.6;
const FEWEST = 3;
/** Of made-up trade, beside the filings. */
const DECLARATIONS = 400;
/** Pairs of different families that agree more often, and why both count in full all the same. */
const JUSTIFIED: Readonly<Record<string, string>> = {};

const policy = loadPolicy('config/policy');
const familyOf = (id: string): string | undefined => policy.ruleNamed(id)?.document.family;
const isOfTwoFamilies = ({ rules: [one, other] }: RulePair): boolean => familyOf(one) !== familyOf(other);

describe('one fact counts once: rules that nearly always hit together', () => {
  let pairs: readonly RulePair[];
  beforeAll(async () => {
    const [{ trials }, madeUp] = [await judgeAll(), await judgeMadeUpTrade(DECLARATIONS)];
    pairs = rulePairs([...[...trials.values()].flat(), ...madeUp.map(({ assessment }) => answerOf(assessment))]);
  });

  it('given all rules, then those that agree are on a page of their own, for review', async () => {
    const agreeing = pairs.filter(({ agreement, both }) => agreement >= 0.3 && both >= FEWEST);
    const lines = agreeing.map((pair) => [
      pair.rules.join(' + '),
      `${String(pair.agreement)} on ${String(pair.both)} filings, ${isOfTwoFamilies(pair) ? pair.rules.map(familyOf).join(' and ') : familyOf(pair.rules[0])!}`,
    ]);
    await expect(stringify(Object.fromEntries(lines), { lineWidth: 0 })).toMatchFileSnapshot('rule-pairs.yaml');
  });

  it('given two that agree nearly always, then they are of one family, whose discount they share, or it is said why not', () => {
    const restating = pairs.filter(
      (pair) => pair.agreement >= SAME_FACT && pair.both >= FEWEST && isOfTwoFamilies(pair),
    );
    expect(restating.map(({ rules }) => rules.join(' + ')).filter((pair) => !(pair in JUSTIFIED))).toEqual([]);
  });
});

describe('agreement of two rules', () => {
  it('given rules that hit, then it is the share of filings with both among those with either', () => {
    const hits = (...ids: readonly string[]) => ({ hits: Object.fromEntries(ids.map((id) => [id, 5])) });
    expect(rulePairs([hits('b', 'a'), hits('a', 'b'), hits('a'), hits('c')])).toEqual([
      { rules: ['a', 'b'], both: 2, agreement: 0.67 },
    ]);
    expect(rulePairs([hits('a'), hits('b')])).toEqual([]);
  });
});
