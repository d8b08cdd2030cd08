import { explained } from '../audience/reason.ts';
import { type Facts, FACTS_BY_EDITION, type FactsSchema, WHOLE_FACTS } from '../facts/facts.ts';
import type { Assessment, AssessmentRecord } from '../messages/assessment.ts';
import type { Policy } from '../policy/policy.ts';
import { type EditionParts, SourceNames } from './edition-on-record.ts';
import { assessmentByEdition } from './recorded-assessment.ts';
import { recordFacts } from './recorded-facts.ts';

/** The edition that judges, where there is one, as records name it. */
export interface NamedEdition extends EditionParts {
  /** Content hash of its manifest. */
  readonly id: string;
}

/** How assessments go on record. */
export interface RecordForm {
  /** Absent where what judges is none (a demonstration in memory): records are then whole. */
  readonly edition?: NamedEdition;
  /** Writes out what the edition holds all the same, as releases before editions did: facts, texts, ids of checks. */
  readonly whole?: boolean;
}

/** The schema of the facts of a form; theirs when they are judged, too, so that a replay comes to the same. */
export const factsSchemaOf = ({ edition, whole }: RecordForm): FactsSchema =>
  edition === undefined || whole === true ? WHOLE_FACTS : FACTS_BY_EDITION;

type Recorder = (assessment: Assessment, facts: Facts, event: Uint8Array) => Omit<AssessmentRecord, 'input'>;

/** Writes assessments down in one form. The event is given as the bytes that it came in. */
export function createRecorder(form: RecordForm, policy: Policy): Recorder {
  const { edition } = form;
  const names = edition && factsSchemaOf(form) === FACTS_BY_EDITION ? new SourceNames(edition) : undefined;
  return (assessment, facts, event) => ({
    ...(names === undefined ? explained(assessment, policy) : assessmentByEdition(assessment, names)),
    ...recordFacts(facts, event, edition),
    arrivedAt: facts.arrivedAt,
    ...(edition !== undefined && { edition: edition.id }),
  });
}
