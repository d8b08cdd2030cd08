import { type Codecs, createCodecs } from '../../../adapters/avro/codecs.ts';
import { policyFromDocument } from '../../../adapters/policy-files/load-policy.ts';
import type { Database } from '../../../adapters/postgres/database.ts';
import { readPolicyDocument } from '../../../adapters/postgres/policy-store.ts';
import type { ReplayRow } from '../../../adapters/postgres/recorded-assessments.ts';
import type { Assessment } from '../../../risk/messages/assessment.ts';
import type { Policy } from '../../../risk/policy/policy.ts';
import { factsHashOf, readFacts } from '../../../risk/record/recorded-facts.ts';
import { type Difference, replayWith } from '../../../risk/record/replay.ts';
import type { ReplayedAnswer, ReplayModels } from './replay-models.ts';

/** What one recorded assessment came to when it was made again. */
export type Verdict =
  | { readonly kind: 'equal' }
  /** The facts are not those whose hash was recorded. */
  | { readonly kind: 'factsAltered' }
  | { readonly kind: 'differs'; readonly difference: Difference };

export interface ReplayedRow {
  readonly verdict: Verdict;
  /** What the models say now; none where they are not asked. */
  readonly answers: readonly ReplayedAnswer[];
}

/** Makes recorded assessments again, each from its own facts and policy. @param askModels asks their models again, too */
export function createRowReplay(
  database: Database,
  askModels: ReplayModels | undefined,
): (row: ReplayRow) => Promise<ReplayedRow> {
  const { declarationEvent } = createCodecs();
  const policies = storedPolicies(database);
  return async (row) => {
    const policy = await policies(row.policyHash);
    return {
      verdict: verdictOn(row, policy, declarationEvent),
      answers: (await askModels?.(readFacts(row, declarationEvent))) ?? [],
    };
  };
}

function verdictOn(row: ReplayRow, policy: Policy, declarationEvent: Codecs['declarationEvent']): Verdict {
  if (factsHashOf(row) !== row.factsHash) return { kind: 'factsAltered' };
  const result = replayWith(
    { facts: readFacts(row, declarationEvent), assessment: JSON.parse(row.assessment) as Assessment },
    policy,
  );
  return result.equal ? { kind: 'equal' } : { kind: 'differs', difference: result.firstDifference };
}

/** Policies by hash, each read and compiled once. */
function storedPolicies(database: Database): (hash: string) => Promise<Policy> {
  const compiled = new Map<string, Promise<Policy>>();
  return (hash) => {
    const policy = compiled.get(hash) ?? readPolicyDocument(database, hash).then(policyFromDocument);
    compiled.set(hash, policy);
    return policy;
  };
}
