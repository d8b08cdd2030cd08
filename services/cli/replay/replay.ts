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
import { createModelReplay, type ReplayedAnswer } from './replay-models.ts';

export interface ReplayOptions extends ReplayRange {
  readonly json?: boolean;
  /** Ask the models again, too. */
  readonly models?: true;
}

/** What one recorded assessment came to when it was made again. */
type Verdict =
  | { readonly kind: 'equal' }
  /** The facts are not those whose hash was recorded. */
  | { readonly kind: 'factsAltered' }
  | { readonly kind: 'differs'; readonly difference: Difference };

/** How many recorded answers of models were asked for again, came out otherwise, or had no model here to ask. */
interface ModelCount {
  readonly answers: number;
  readonly different: number;
  readonly unavailable: number;
}

/** `tidewaiter replay`: makes recorded assessments again from their own facts and policy, and tells the first byte that differs. */
export async function replayCommand(shell: Shell, { json, models, ...range }: ReplayOptions): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const database = await composeDatabase(settings.postgres);
  const policies = storedPolicies(database);
  const codecs = createCodecs();
  const askAgain = models ? createModelReplay(settings) : undefined;
  let [replayed, different] = [0, 0];
  let asked: ModelCount = { answers: 0, different: 0, unavailable: 0 };
  try {
    for await (const row of recordedAssessments(database, range)) {
      const verdict = verdictOn(row, await policies(row.policyHash), codecs);
      replayed += 1;
      const answers = (await askAgain?.(readFacts(row, codecs.declarationEvent))) ?? [];
      asked = counted(asked, answers);
      for (const answer of answers) if (answer.kind !== 'equal') await shell.out.line(json ? JSON.stringify({ assessmentId: row.assessmentId, declarationId: row.declarationId, answer }) : toldAnswer(row, answer));
      if (verdict.kind === 'equal') continue;
      different += 1;
      await shell.out.line(json ? JSON.stringify({ assessmentId: row.assessmentId, declarationId: row.declarationId, ...verdict }) : told(row, verdict));
    }
  } finally {
    await database.close();
  }
  await shell.out.line(json ? JSON.stringify({ replayed, different, ...(models && { models: asked }) }) : `${replayed} assessments replayed, ${different} different.${models ? ` ${inWords(asked)}` : ''}`);
  if (replayed === 0) await shell.err.line('No assessment on record fits: nothing was compared.');
  const missed = replayed === 0 && range.declarationId !== undefined;
  return missed || different + asked.different + asked.unavailable > 0 ? EXIT.inputBad : EXIT.ok;
}

function counted({ answers, different, unavailable }: ModelCount, more: readonly ReplayedAnswer[]): ModelCount {
  const of = (kind: ReplayedAnswer['kind']): number => more.filter((answer) => answer.kind === kind).length;
  return { answers: answers + more.length, different: different + of('differs'), unavailable: unavailable + of('unavailable') };
}

function inWords({ answers, different, unavailable }: ModelCount): string {
  return `${answers} answers of models asked for again, ${different} different, ${unavailable} without their version here.`;
}

function toldAnswer({ assessmentId, declarationId }: ReplayRow, answer: Exclude<ReplayedAnswer, { kind: 'equal' }>): string {
  const which = `${assessmentId} (${declarationId})`;
  if (answer.kind === 'unavailable') return `${which}: the version ${answer.version.slice(0, 12)} of the model ${answer.model} is not here.`;
  const { path, recorded, now } = answer.difference;
  return `${which}, item ${answer.item}: ${answer.model} differs in ${path}: recorded ${JSON.stringify(recorded)}, now ${JSON.stringify(now)}`;
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
