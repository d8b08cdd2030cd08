import type { StoredAssessment } from '../../../adapters/postgres/recorded-assessments.ts';
import type { ReplayCount } from './replay-count.ts';
import type { ReplayedAnswer } from './replay-models.ts';
import type { ReplayedRow, Verdict } from './replay-row.ts';

/** A line for each thing that came out otherwise than it is on record; none where all is equal. */
export function differencesOf(
  { heading: { assessmentId, declarationId } }: StoredAssessment,
  { verdict, answers }: ReplayedRow,
  form: 'json' | 'text',
): readonly string[] {
  const which = `${assessmentId} (${declarationId})`;
  const told = (what: object, text: string): string =>
    form === 'json' ? JSON.stringify({ assessmentId, declarationId, ...what }) : `${which}${text}`;
  return [
    ...answers.flatMap((answer) => (answer.kind === 'equal' ? [] : [told({ answer }, answerText(answer))])),
    ...(verdict.kind === 'equal' ? [] : [told(verdict, verdictText(verdict))]),
  ];
}

/** The last line of a replay. @param asked whether the models were asked again, too */
export function countText({ replayed, different, models }: ReplayCount, asked: 'models' | 'none'): string {
  const ofModels =
    asked === 'none'
      ? ''
      : ` ${models.answers} answers of models asked for again, ${models.different} different, ${models.unavailable} without their version here.`;
  return `${replayed} assessments replayed, ${different} different.${ofModels}`;
}

function verdictText(verdict: Exclude<Verdict, { kind: 'equal' }>): string {
  if (verdict.kind === 'factsAltered')
    return ': the facts on record are not those that were judged (their hash differs).';
  const { offset, path, expected, actual } = verdict.difference;
  return `: differs at byte ${offset} (${path}): recorded ${expected}, now ${actual}`;
}

function answerText(answer: Exclude<ReplayedAnswer, { kind: 'equal' }>): string {
  if (answer.kind === 'unavailable')
    return `: the version ${answer.version.slice(0, 12)} of the model ${answer.model} is not here.`;
  const { path, recorded, now } = answer.difference;
  return `, item ${answer.item}: ${answer.model} differs in ${path}: recorded ${JSON.stringify(recorded)}, now ${JSON.stringify(now)}`;
}
