import type { RecordedAssessment, Verdict } from '../../audit/ports/audit-store.ts';
import type { Finding } from '../../risk/findings/finding.ts';
import type { Assessment } from '../../risk/messages/assessment.ts';
import type { ItemOutcome, Outcome } from '../../risk/messages/outcome.ts';

/** What is kept of an assessment: as much as inspections are compared with. */
export interface KeptAssessment
  extends
    Pick<Assessment, 'assessmentId' | 'declarationId' | 'version' | 'kind' | 'lane'>,
    Pick<RecordedAssessment, 'contentHash' | 'recordedAt'> {
  readonly hits: readonly Hit[];
}

export interface Hit {
  readonly rule: string;
  readonly sources: readonly string[];
  /** 0 where the hit is about the whole declaration. */
  readonly sequenceNumber: number;
}

export function keptAssessment({ record, contentHash, recordedAt }: RecordedAssessment): KeptAssessment {
  const { assessmentId, declarationId, version, kind, lane, findings, items } = record;
  const ofItems = items.flatMap((item) => hitsIn(item.findings, item.sequenceNumber));
  const kept = { assessmentId, declarationId, version, kind, contentHash, recordedAt };
  return { ...kept, ...(lane !== undefined && { lane }), hits: [...hitsIn(findings, 0), ...ofItems] };
}

function hitsIn(findings: readonly Finding[], sequenceNumber: number): readonly Hit[] {
  return findings.flatMap(({ id, sources, result }) =>
    result === 'hit' ? [{ rule: id, sources, sequenceNumber }] : [],
  );
}

/** An outcome with the assessment that it is about; none where none is on record. */
export interface Inspection {
  readonly outcome: Outcome;
  readonly assessment: KeptAssessment | undefined;
}

/** The outcome with the assessment it names, else with the last of its declaration's version. */
export function inspectionOf(outcome: Outcome, recorded: Iterable<KeptAssessment>): Inspection {
  const named = outcome.assessmentId?.toLowerCase();
  const [assessment] = [...recorded]
    .filter(({ declarationId, kind }) => declarationId === outcome.declarationId && kind === 'risk')
    .filter((one) => (named === undefined ? one.version === outcome.version : one.assessmentId === named))
    .sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
  return { outcome, assessment };
}

/** Items that were looked at and decided on; inconclusive and not inspected ones say nothing. */
export function lookedAt({ outcome }: Inspection): readonly ItemOutcome[] {
  return outcome.items.filter(({ result }) => result === 'conforming' || result === 'irregular');
}

/** Whether something was found to be wrong. */
export const isIrregular = (items: readonly ItemOutcome[]): boolean =>
  items.some(({ result }) => result === 'irregular');

/** How one hit on inspected goods turned out. */
export interface HitVerdict extends Hit {
  readonly verdict: Verdict;
}

/** Each hit on inspected goods: confirmed where the inspector says so, otherwise where something else was wrong. */
export function verdictsOf(inspection: Inspection): readonly HitVerdict[] {
  const items = lookedAt(inspection);
  return (inspection.assessment?.hits ?? []).flatMap((hit) => {
    const about = items.filter((item) => hit.sequenceNumber === 0 || item.sequenceNumber === hit.sequenceNumber);
    return about.length === 0 ? [] : [{ ...hit, verdict: verdictOn(hit.rule, about) }];
  });
}

function verdictOn(rule: string, items: readonly ItemOutcome[]): Verdict {
  if (items.some(({ confirmedFindings }) => confirmedFindings.includes(rule))) return 'confirmed';
  return isIrregular(items) ? 'otherwise' : 'falseAlarm';
}
