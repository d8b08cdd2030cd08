import { cpSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPolicy, rulesCheck } from '../../../services/adapters/policy-files/load-policy.ts';
import { testFolders } from '../../harness/test-folders.ts';

const newFolder = testFolders('policy');
const RULE = 'rules/net-mass-above-gross-mass.yaml';

/** The shipped policy with one change to the text of one rule. */
function policyWith(change: (text: string) => string, file = RULE): string {
  const folder = newFolder();
  cpSync('config/policy', folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  return folder;
}

const when = (condition: string) => (text: string) => text.replace(/^when: .*$/m, `when: ${condition}`);
const lineOf = (folder: string, start: string, file = RULE): number =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.startsWith(start)) + 1;

describe('a policy is refused, with file, line and cause, when a rule', () => {
  it.each([
    [
      'reads a feature that it does not list',
      when('item.netExceedsGross && item.netMass > 3.0'),
      'when',
      /item\.netMass.*not listed under needs/,
    ],
    ['gives no yes or no', when("'item.netExceedsGross ? 1 : 2'"), 'when', /yes or no/],
    ['is no expression', when("'item.netExceedsGross &&'"), 'when', /./],
    ['compares what cannot be compared', when('\'item.netExceedsGross == "x"\''), 'when', /overload/],
    [
      'calls matches, which can take for ever',
      when('\'item.netExceedsGross && "aaaa".matches("(a+)+b")\''),
      'when',
      /"matches" may not be called/,
    ],
    ['hides a type', when("'dyn(item.netExceedsGross)'"), 'when', /"dyn" may not be called/],
    [
      'needs a feature that does not exist',
      (text: string) => text.replace('needs: [item.netExceedsGross]', 'needs: [item.netExceedsGros]'),
      'needs',
      /no feature "item\.netExceedsGros"/,
    ],
    [
      'needs what its condition does not read',
      (text: string) => text.replace('needs: [item.netExceedsGross]', 'needs: [item.netExceedsGross, item.chapter]'),
      'needs',
      /does not read "item\.chapter"/,
    ],
    [
      'has a field that does not exist',
      (text: string) => text.replace('points: 50', 'poinst: 50'),
      'poinst',
      /no field "poinst"/,
    ],
    ['lacks a field', (text: string) => text.replace(/^points: 50$/m, ''), 'id', /^points: /],
    [
      'tells the trader a number',
      (text: string) => text.replace(/^ {2}trader: .*$/m, '  trader: It is 50 too much.'),
      '  trader',
      /no numbers/,
    ],
    [
      'tells of a feature that it does not list',
      (text: string) => text.replace(/^ {2}trader: .*$/m, '  trader: Chapter {item.chapter}.'),
      '  trader',
      /neither in needs nor in shows/,
    ],
    [
      'has a case that comes out differently',
      (text: string) => text.replace('expect: miss', 'expect: hit'),
      '  - title: as heavy',
      /expected hit, got miss/,
    ],
    [
      'has no case of missing data',
      (text: string) =>
        text.replace(
          / {2}- title: no net mass[\s\S]*$/m,
          '  - title: again\n    given: { item.netExceedsGross: false }\n    expect: miss\n',
        ),
      '',
      /missing data/,
    ],
    ['reads a list that is nowhere', when('item.netExceedsGross && "a" in nowhere'), 'when', /nowhere/],
    [
      'has a list of its own where lists.yaml has one of that name',
      (text: string) => text.replace(/^when: /m, 'lists: { strangers: [porter] }\nwhen: '),
      'lists',
      /lists\.yaml has a list "strangers" already/,
    ],
    [
      'adds points on a condition that reads what is not listed',
      (text: string) =>
        text.replace(/^weight: /m, 'adds:\n  - { when: item.netMass > 1.0, points: 5, why: more }\nweight: '),
      '  - { when: item.netMass',
      /reads "item\.netMass", which is not listed/,
    ],
    [
      'has a case that is worth other points',
      (text: string) => text.replace('expect: hit', 'expect: hit\n    points: 51'),
      '  - title: ',
      /expected 51 points, got 50/,
    ],
    [
      'has a list with a blank entry',
      (text: string) => text.replace(/^when: /m, 'lists: { ours: [" "] }\nwhen: '),
      'lists',
      /lists\.ours\.0: is blank/,
    ],
    [
      'has too few cases',
      (text: string) => text.replace(/^cases:[\s\S]*$/m, 'cases: []\n'),
      'cases',
      /^cases: must have at least 3 entries$/,
    ],
    [
      'says a word where a number goes',
      (text: string) => text.replace('points: 50', 'points: fifty'),
      'points',
      /^points: must be a (whole )?number$/,
    ],
    [
      'has more points than there are',
      (text: string) => text.replace('points: 50', 'points: 500'),
      'points',
      /^points: must be at most 200$/,
    ],
    [
      'has an empty title',
      (text: string) => text.replace(/^title: .*$/m, 'title: ""'),
      'title',
      /^title: must not be empty$/,
    ],
    [
      'has a weight that is none',
      (text: string) => text.replace(/^weight: .*$/m, 'weight: heavy'),
      'weight',
      /^weight: must be required or advisory$/,
    ],
    [
      'is of no family',
      (text: string) => text.replace('family: mass', 'family: massive'),
      'family',
      /no family "massive"/,
    ],
  ])('%s', (_what, change, start, cause) => {
    const folder = policyWith(change);
    const { problems } = rulesCheck(folder);
    const found = problems.find((one) => cause.test(one.cause));
    expect(found?.file, JSON.stringify(problems)).toBe(RULE);
    if (start !== '' && start !== 'id') expect(found?.line).toBe(lineOf(folder, start));
    expect(() => loadPolicy(folder)).toThrow(expect.objectContaining({ code: 'TDW_POLICY_REJECTED' }) as Error);
  });

  it("tells an analyst's value to a lower tier", () => {
    const { problems } = rulesCheck(
      policyWith(
        (text) =>
          text.replace(/inspector: >-\n.*\n.*$/m, 'inspector: "{item.unitValueDeviation} standard deviations."'),
        'rules/unit-value-low.yaml',
      ),
    );
    expect(problems.map(({ cause }) => cause)).toContain(
      '{item.unitValueDeviation} is of tier analyst and may not be told to the inspector',
    );
  });

  it('is all listed at once, not only the first mistake', () => {
    const folder = policyWith((text) =>
      text.replace('family: mass', 'family: massive').replace('needs: [item.netExceedsGross]', 'needs: [item.none]'),
    );
    expect(rulesCheck(folder).problems.length).toBeGreaterThanOrEqual(2);
  });
});

describe('a policy cannot be read', () => {
  it('where a rule is a link out of its folder: no line of what it leads to is quoted', () => {
    const outside = join(newFolder(), 'secret');
    writeFileSync(outside, 'password: of the database\n');
    const folder = policyWith((text) => text);
    symlinkSync(outside, join(folder, 'rules/linked.yaml'));
    expect(rulesCheck(folder).problems).toEqual([
      {
        file: 'rules/linked.yaml',
        line: 1,
        cause: expect.stringMatching(/is a link that leads out of its folder\.$/) as string,
      },
    ]);
  });

  it('but is read where links lead about within the folder, as mounted configuration does', () => {
    const folder = policyWith((text) => text);
    renameSync(join(folder, 'rules'), join(folder, '..data'));
    symlinkSync('..data', join(folder, 'rules'));
    expect(rulesCheck(folder).problems).toEqual([]);
  });

  it('where a file is no YAML, and says where', () => {
    const folder = policyWith((text) => text.replace('title: Net', 'title: [Net'));
    expect(rulesCheck(folder).problems[0]).toMatchObject({ file: RULE });
    expect(() => loadPolicy(folder)).toThrow(expect.objectContaining({ code: 'TDW_POLICY_UNREADABLE' }) as Error);
  });

  it.each([
    ['leads nowhere', 'title: *nowhere'],
    [
      'leads to more and more of them',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(10)}]\nc: &c [${'*b,'.repeat(10)}]\nd: &d [${'*c,'.repeat(10)}]\ntitle: *d`,
    ],
  ])('where an alias %s', (_name, line) => {
    const folder = policyWith((text) => text.replace(/^title:.*$/m, line));
    expect(rulesCheck(folder).problems).toMatchObject([
      { file: RULE, cause: expect.stringContaining('An alias (*) cannot be followed') as string },
    ]);
  });

  it('where a shared list is empty', () => {
    const { problems } = rulesCheck(policyWith((text) => `${text}\nnobody: []\n`, 'lists.yaml'));
    expect(problems).toMatchObject([{ file: 'lists.yaml', cause: expect.stringContaining('nobody') as string }]);
  });

  it('where thresholds are out of order', () => {
    const { problems } = rulesCheck(policyWith((text) => text.replace('red: 100', 'red: 10'), 'lanes.yaml'));
    expect(problems[0]).toMatchObject({ file: 'lanes.yaml', line: 5 - 1 });
  });
});

describe('a folder of rules alone', () => {
  const alone = (): string => {
    const folder = newFolder();
    cpSync(join('config/policy', RULE), join(folder, 'mine.yaml'));
    return folder;
  };

  it('is checked with the lanes and families of the policy in use', () => {
    expect(rulesCheck(alone(), 'config/policy')).toMatchObject({ problems: [], rules: 1 });
  });

  it('is refused where it holds none', () => {
    expect(rulesCheck(newFolder(), 'config/policy').problems).toMatchObject([
      { cause: expect.stringMatching(/no rules/) as string },
    ]);
  });

  it('is refused with the file as it stands there', () => {
    const folder = alone();
    writeFileSync(join(folder, 'worse.yaml'), 'id: [');
    expect(rulesCheck(folder, 'config/policy').problems).toMatchObject([{ file: 'worse.yaml', line: 1 }]);
  });
});
