import { createCodecs, type Codecs } from '../../adapters/avro/codecs.ts';
import { readPolicyDocument } from '../../adapters/postgres/policy-store.ts';
import { recordedAssessments, type ReplayRange, type ReplayRow } from '../../adapters/postgres/recorded-assessments.ts';
import type { Database } from '../../adapters/postgres/database.ts';
import { policyFromDocument } from '../../adapters/policy-files/load-policy.ts';
import type { Assessment } from '../../risk/assess/assessment.ts';
import { factsHashOf, readFacts } from '../../risk/assess/recorded-facts.ts';
import type { Difference } from '../../risk/assess/first-difference.ts';
import { replayWith } from '../../risk/assess/replay.ts';
import type { Policy } from '../../risk/policy/policy.ts';
import { composeDatabase } from '../compose/postgres.ts';
import { EXIT, type ExitCode } from '../exit/exit-codes.ts';
import type { Shell } from '../shell/shell.ts';

export interface ReplayOptions extends ReplayRange {
  readonly json?: boolean;
}

/** What one recorded assessment came to when it was made again. */
type Verdict =
  | { readonly kind: 'equal' }
  /** The facts are not those whose hash was recorded. */
  | { readonly kind: 'factsAltered' }
  | { readonly kind: 'differs'; readonly difference: Difference };

/** `tidewaiter replay`: makes recorded assessments again from their own facts and policy, and tells the first byte that differs. */
export async function replayCommand(shell: Shell, { json, ...range }: ReplayOptions): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const database = await composeDatabase(settings.postgres);
  const policies = storedPolicies(database);
  const codecs = createCodecs();
  let [replayed, different] = [0, 0];
  try {
    for await (const row of recordedAssessments(database, range)) {
      const verdict = verdictOn(row, await policies(row.policyHash), codecs);
      replayed += 1;
      if (verdict.kind === 'equal') continue;
      different += 1;
      await shell.out.line(json ? JSON.stringify({ assessmentId: row.assessmentId, declarationId: row.declarationId, ...verdict }) : told(row, verdict));
    }
  } finally {
    await database.close();
  }
  await shell.out.line(json ? JSON.stringify({ replayed, different }) : `${replayed} assessments replayed, ${different} different.`);
  return different === 0 ? EXIT.ok : EXIT.inputBad;
}

function verdictOn(row: ReplayRow, policy: Policy, { declarationEvent }: Codecs): Verdict {
  if (factsHashOf(row) !== row.factsHash) return { kind: 'factsAltered' };
  const result = replayWith({ facts: readFacts(row, declarationEvent), assessment: JSON.parse(row.assessment) as Assessment }, policy);
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

function told({ assessmentId, declarationId }: ReplayRow, verdict: Exclude<Verdict, { kind: 'equal' }>): string {
  const which = `${assessmentId} (${declarationId})`;
  if (verdict.kind === 'factsAltered') return `${which}: the facts on record are not those that were judged (their hash differs).`;
  const { offset, path, expected, actual } = verdict.difference;
  return `${which}: differs at byte ${offset} (${path}): recorded ${expected}, now ${actual}`;
}
