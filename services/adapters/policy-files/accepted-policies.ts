import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, sha256Hex } from '../../risk/json/canonical.ts';
import type { Policy } from '../../risk/policy/policy.ts';
import type { PolicyDocument } from '../../risk/policy/policy-document.ts';
import type { PolicyTexts } from './read-policy.ts';

/** Policies that were checked with all their cases and found right. */
export interface AcceptedPolicies {
  /** The policy that these very files were, for the program that asks; undefined where that is not known. */
  find(texts: PolicyTexts): Pick<Policy, 'hash' | 'document'> | undefined;
  keep(texts: PolicyTexts, policy: Policy): void;
}

/** Of more than so many the oldest are removed: a change of policy or program leaves one behind that nobody asks for any more. */
const MOST_KEPT = 8;
const HASH_LENGTH = 64;
const NAME = /^[0-9a-f]{64}\.policy$/;

/**
 * Accepted policies under `<folder>/policies/`, one file each, named by a hash over the program and every file of the policy: a change of
 * either asks for a name that is not there. A file holds the policy's hash, which is that of its document in canonical form, and the document;
 * one that does not match its hash is as good as none. A folder that cannot be written to keeps nothing.
 * @param program what tells this program from every other one: a hash over its code
 */
export function createAcceptedPolicies(folder: string, program: string): AcceptedPolicies {
  const policies = join(folder, 'policies');
  return {
    find: (texts) => readEntry(join(policies, nameFor(texts, program))),
    keep: (texts, { hash, document }) => {
      try {
        writeEntry(policies, nameFor(texts, program), hash + canonicalJson(document));
        removeOldest(policies);
      } catch (error) {
        // Whatever the disk has against it: the policy is checked again the next time.
        if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      }
    },
  };
}

function nameFor({ lanes, families, lists, rules }: PolicyTexts, program: string): string {
  const files = [lanes, families, ...(lists === undefined ? [] : [lists]), ...rules].map(({ name, text }) => [
    name,
    text,
  ]);
  return `${createHash('sha256')
    .update(JSON.stringify([program, files]))
    .digest('hex')}.policy`;
}

function readEntry(path: string): Pick<Policy, 'hash' | 'document'> | undefined {
  const entry = readOrNothing(path);
  const [hash, text] = [entry.slice(0, HASH_LENGTH), entry.slice(HASH_LENGTH)];
  return sha256Hex(text) === hash ? { hash, document: JSON.parse(text) as PolicyDocument } : undefined;
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Written beside and renamed: whoever reads meanwhile finds all of it or none. */
function writeEntry(folder: string, name: string, content: string): void {
  mkdirSync(folder, { recursive: true });
  const beside = join(folder, `.${name}.${randomUUID()}`);
  try {
    writeFileSync(beside, content, { flag: 'wx' });
    renameSync(beside, join(folder, name));
  } finally {
    rmSync(beside, { force: true });
  }
}

function removeOldest(folder: string): void {
  const kept = readdirSync(folder)
    .filter((name) => NAME.test(name))
    .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }));
  for (const { name } of kept.sort((one, other) => other.at - one.at).slice(MOST_KEPT))
    rmSync(join(folder, name), { force: true });
}
