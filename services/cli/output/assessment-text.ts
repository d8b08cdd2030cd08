import type { AssessmentJson, FindingJson } from '../../risk/audience/assessment-json.ts';

/** An assessment for people, under what it is the answer to: lane and score, then each reason under what it is about. */
export function assessmentText(heading: string, answer: AssessmentJson): string {
  const { declarationId, version, eventType, findings, furtherReasons, items } = answer;
  return [
    `${heading}: ${declarationId} version ${version}, ${eventType}: ${verdict(answer)}`,
    ...reasons(findings, furtherReasons, '  '),
    ...items.flatMap((item) => [
      `  item ${item.sequenceNumber}${item.commodityCode === undefined ? '' : ` (${item.commodityCode})`}${item.score === undefined ? '' : `: ${item.score} points`}`,
      ...reasons(item.findings, item.furtherReasons, '    '),
    ]),
  ].join('\n');
}

function verdict({ lane, score, notice }: AssessmentJson): string {
  if (notice === 'none') return 'nothing is sent to the trader';
  if (notice !== undefined) return `notice: ${notice}`;
  return lane === undefined ? 'on record, not judged' : `${lane}, ${score ?? 0} points`;
}

function reasons(
  findings: readonly FindingJson[],
  further: AssessmentJson['furtherReasons'],
  indent: string,
): string[] {
  const told = findings.map(
    ({ id, result, points, reason }) =>
      `${indent}${result === 'hit' ? '' : `${result}: `}${reason} [${id}${points === undefined ? '' : `, ${points}`}]`,
  );
  return further === undefined ? told : [...told, `${indent}${further.reason} [${further.points}]`];
}
