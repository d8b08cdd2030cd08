import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programHash } from '../../../services/adapters/config/program-hash.ts';
import {
  type AcceptedPolicies,
  createAcceptedPolicies,
} from '../../../services/adapters/policy-files/accepted-policies.ts';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import { runCases } from '../../../services/risk/rules/run-cases.ts';
import { testFolders } from '../../harness/test-folders.ts';

const newFolder = testFolders('accepted');
const PROGRAM = 'a program';
const RULE = 'rules/net-mass-above-gross-mass.yaml';

function shippedPolicy(): string {
  const folder = newFolder();
  cpSync('config/policy', folder, { recursive: true });
  return folder;
}

/** Loads a policy and says whether it was known to be right, so that no case had to be run. */
function load(policy: string, data: string, program = PROGRAM): { readonly hash: string; readonly wasKnown: boolean } {
  const accepted = createAcceptedPolicies(data, program);
  let wasKnown = false;
  const watched: AcceptedPolicies = {
    find: (texts) => {
      const found = accepted.find(texts);
      wasKnown = found !== undefined;
      return found;
    },
    keep: (texts, one) => accepted.keep(texts, one),
  };
  return { hash: loadPolicy(policy, watched).hash, wasKnown };
}

const change = (policy: string, file: string, change: (text: string) => string): void =>
  writeFileSync(join(policy, file), change(readFileSync(join(policy, file), 'utf8')));
const entriesIn = (data: string): readonly string[] => readdirSync(join(data, 'policies'));

describe('given a policy that this program found right before', () => {
  it('when it is loaded again, then it is known, and says the same of every case of every rule', () => {
    const [policy, data] = [shippedPolicy(), newFolder()];
    const checked = loadPolicy(policy, createAcceptedPolicies(data, PROGRAM));
    const reopened = loadPolicy(policy, createAcceptedPolicies(data, PROGRAM));
    expect(load(policy, data)).toEqual({ hash: checked.hash, wasKnown: true });
    expect(reopened.document).toEqual(checked.document);
    expect(reopened.rules.map(({ document }) => document.id)).toEqual(checked.rules.map(({ document }) => document.id));
    expect(reopened.rules.flatMap(runCases)).toEqual([]);
    expect(reopened.rules.map(({ condition }) => [...condition.reads])).toEqual(
      checked.rules.map(({ condition }) => [...condition.reads]),
    );
  });

  it.each([
    [
      'a rule says something else',
      (policy: string) => change(policy, RULE, (text) => text.replace('points: 50', 'points: 49')),
    ],
    [
      'a threshold is another',
      (policy: string) =>
        change(policy, 'lanes.yaml', (text) => text.replace(/red: (\d+)/, (_, red) => `red: ${Number(red) + 1}`)),
    ],
    ['a comment is added', (policy: string) => change(policy, 'families.yaml', (text) => `# new\n${text}`)],
    ['a rule is taken away', (policy: string) => rmSync(join(policy, RULE))],
    ['a file has another name', (policy: string) => renameSync(join(policy, RULE), join(policy, 'rules/other.yaml'))],
  ])('when %s, then it is not known', (_what, differ) => {
    const [policy, data] = [shippedPolicy(), newFolder()];
    load(policy, data);
    differ(policy);
    expect(load(policy, data).wasKnown).toBe(false);
    expect(load(policy, data).wasKnown).toBe(true);
  });

  it('when a case of a rule no longer comes out as it says, then the policy is refused, each time', () => {
    const [policy, data] = [shippedPolicy(), newFolder()];
    load(policy, data);
    change(policy, RULE, (text) => text.replace('expect: miss', 'expect: hit'));
    const refused = expect.objectContaining({ code: 'TDW_POLICY_REJECTED' }) as Error;
    expect(() => load(policy, data)).toThrow(refused);
    expect(() => load(policy, data)).toThrow(refused);
    expect(entriesIn(data)).toHaveLength(1);
  });

  it('when another program loads it, then it is not known', () => {
    const [policy, data] = [shippedPolicy(), newFolder()];
    load(policy, data);
    expect(load(policy, data, 'the next release').wasKnown).toBe(false);
  });

  it.each([
    ['cut off', (entry: string) => entry.slice(0, -1)],
    ['empty', () => ''],
    ['altered in one letter', (entry: string) => entry.replace('"points":50', '"points":51')],
    ["another one's hash", (entry: string) => 'f'.repeat(64) + entry.slice(64)],
  ])('when what was kept is %s, then it is checked again and kept anew', (_what, damage) => {
    const [policy, data] = [shippedPolicy(), newFolder()];
    const { hash } = load(policy, data);
    const entry = join('policies', entriesIn(data)[0]!);
    change(data, entry, damage);
    expect(load(policy, data)).toEqual({ hash, wasKnown: false });
    expect(load(policy, data)).toEqual({ hash, wasKnown: true });
  });

  it('when the policy has changed many times since, then only the latest are kept', () => {
    const [policy, data] = [shippedPolicy(), newFolder()];
    for (let at = 0; at < 10; at += 1) load(policy, data, `release ${at}`);
    expect(entriesIn(data)).toHaveLength(8);
    expect(load(policy, data, 'release 9').wasKnown).toBe(true);
  });
});

describe('given a folder that nothing can be written to', () => {
  it('when a policy is loaded, then it is checked each time', () => {
    const [policy, data] = [shippedPolicy(), join(newFolder(), 'a file')];
    writeFileSync(data, '');
    const first = load(policy, data);
    expect(first).toEqual({ hash: loadPolicy(policy).hash, wasKnown: false });
    expect(load(policy, data)).toEqual(first);
  });
});

describe('the hash of a program', () => {
  it('is that of the folder it was bundled to, with the Node that runs it', () => {
    expect(programHash(`/somewhere/dist/program/${'0'.repeat(64)}`)).toBe(`${'0'.repeat(64)} ${process.version}`);
  });

  it('is not known where it runs from its sources', () => {
    expect(programHash()).toBeUndefined();
  });
});
