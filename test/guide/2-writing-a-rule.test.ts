import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadPolicy, rulesCheck } from '../../services/adapters/policy-files/load-policy.ts';
import { assess } from '../../services/risk/assess/assess.ts';
import { explained } from '../../services/risk/audience/reason.ts';
import { decimal } from '../harness/checked.ts';
import { type Difference, factsWhere } from '../unit/risk/ordinary-facts.ts';

// Chapter 2: writing a rule.
//
// A rule is one YAML file in config/policy/rules/. Nothing else has to be touched: files are found by presence.
// An officer has an idea: cardboard does not carry hundreds of kilograms, so who declares such cartons packs something else.

const CARTONS_TOO_HEAVY = `
id: cartons-too-heavy
version: 1.0.0
title: Cartons heavier than cardboard carries
rationale: Goods that weigh so much are packed in crates or on pallets; declared as cartons, number or mass was made up.
legalBasis: UCC-DA (EU) 2015/2446 annex B, D.E. 6/5, 6/9 and 6/10
family: mass
points: 30
weight: advisory
tier: inspector
appliesTo: { scope: item, direction: [import, export] }
needs: [item.grossMass, item.packageCount, item.packageTypes]
lists:
  cartons: [CT, BX]
when: item.packageCount > 0.0 && item.packageTypes.exists(type, type in cartons) && item.grossMass / item.packageCount > 100.0
reasons:
  analyst: "{item.packageCount} packages ({item.packageTypes}) weigh {item.grossMass} kg."
  inspector: "{item.packageCount} cartons are said to weigh {item.grossMass} kg."
runbook: Count the packages and weigh one.
cases:
  - title: five cartons of 240 kg
    given: { item.grossMass: 1200, item.packageCount: 5, item.packageTypes: [CT] }
    expect: hit
  - title: twenty cartons of 60 kg
    given: { item.grossMass: 1200, item.packageCount: 20, item.packageTypes: [CT] }
    expect: miss
  - title: no gross mass declared
    given: { item.packageCount: 5, item.packageTypes: [CT] }
    expect: unknown
`;

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** The shipped policy with one rule more. */
function policyWith(rule: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'guide-policy-'));
  folders.push(folder);
  cpSync('config/policy', folder, { recursive: true });
  writeFileSync(join(folder, 'rules', 'cartons-too-heavy.yaml'), rule);
  return folder;
}

// `tidewaiter rules check DIR` validates a policy and runs the cases of every rule. The same check runs before a policy is used at all.
test('the rule is accepted: its cases come out as they say', () => {
  expect(rulesCheck(policyWith(CARTONS_TOO_HEAVY))).toMatchObject({
    problems: [],
    hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  });
});

// A case that comes out otherwise is refused with file, line and cause. Here somebody raised the limit and forgot the case.
test('a case that fails refuses the whole policy', () => {
  const folder = policyWith(CARTONS_TOO_HEAVY.replace('> 100.0', '> 300.0'));
  expect(rulesCheck(folder).problems).toEqual([
    { file: 'rules/cartons-too-heavy.yaml', line: 21, cause: 'case "five cartons of 240 kg": expected hit, got miss' },
  ]);
  expect(() => loadPolicy(folder)).toThrow(expect.objectContaining({ code: 'TDW_POLICY_REJECTED' }) as Error);
});

// Conditions are checked against the types of the features when they are loaded, and may read nothing that `needs` does not list:
// that is how a missing value is noticed before the condition runs. `tidewaiter rules features` lists what there is to read.
test('what a condition reads has to be listed', () => {
  const folder = policyWith(CARTONS_TOO_HEAVY.replace('needs: [item.grossMass, ', 'needs: ['));
  expect(
    rulesCheck(folder)
      .problems.map(({ cause }) => cause)
      .join(),
  ).toContain('item.grossMass');
});

// Lists stand in the rule. One that several rules read, such as the words that name freight forwarders, stands in lists.yaml
// beside the folder of rules, and is read by its name.
test('a list that several rules read is written once', () => {
  const folder = policyWith(CARTONS_TOO_HEAVY.replace('lists:\n  cartons: [CT, BX]\n', ''));
  expect(rulesCheck(folder).problems[0]?.cause).toContain('cartons');
  appendFileSync(join(folder, 'lists.yaml'), 'cartons: [CT, BX]\n');
  expect(rulesCheck(folder).problems).toEqual([]);
});

// Now it judges. The ordinary declaration of the tests has 1200 kg in twenty cartons.
test('the rule speaks in the words of its readers', () => {
  const policy = loadPolicy(policyWith(CARTONS_TOO_HEAVY));
  const saidOf = (difference: Difference) => {
    const { checks, items } = explained(assess(factsWhere(difference), policy), policy);
    // A check that was run and of which there is no finding found nothing.
    return (
      items[0]?.findings.find(({ id }) => id === 'cartons-too-heavy') ??
      (checks.item.includes('cartons-too-heavy') ? 'miss' : 'not run')
    );
  };
  const fiveCartons = { packagings: [{ sequenceNumber: 1, quantity: decimal('5'), typeCode: 'CT' }] };

  expect(saidOf({})).toBe('miss');
  expect(saidOf({ goods: fiveCartons })).toMatchObject({
    result: 'hit',
    points: 30,
    reason: { inspector: '5 cartons are said to weigh 1200 kg.' },
    values: { 'item.packageTypes': ['CT'] },
  });

  // A gross mass in litres is none, so the rule cannot tell, and says so. It is advisory, so that earns two points (lanes.yaml); a
  // required one would send the declaration to `query`. It is never counted as a miss.
  expect(
    saidOf({ goods: fiveCartons, commodity: { grossMassMeasure: { value: decimal('1200'), unitCode: 'LTR' } } }),
  ).toMatchObject({
    result: 'unknown',
    points: 2,
    reason: { inspector: expect.stringContaining('gross mass') as string },
  });
});
