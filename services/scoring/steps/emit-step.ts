import type { AssessmentRecord } from '../../risk/messages/assessment.ts';
import type { Referral } from '../../risk/messages/referral.ts';
import type { Policy } from '../../risk/policy/policy.ts';
import { createRecorder, type RecordForm } from '../../risk/record/record.ts';
import { buildNotice } from '../../risk/referral/build-notice.ts';
import { buildReferral } from '../../risk/referral/build-referral.ts';
import { deadLetter, ok, type Step } from '../flow/step.ts';
import type { ScoringCodecs } from '../ports/codecs.ts';
import type { OutboundRecord } from '../ports/stream.ts';
import type { Assessed } from './assess-step.ts';

export interface Emitted extends Assessed {
  readonly outputs: readonly OutboundRecord[];
  /** What is put before a person, where anything is. */
  readonly referral: Pick<Referral, 'kind' | 'lane'> | undefined;
}

export interface OutputTopics {
  readonly assessments: string;
  readonly referrals: string;
  readonly notices: string;
  readonly deadLetters: string;
}

export interface EmitDeps {
  readonly codecs: Pick<ScoringCodecs, 'assessment' | 'referral' | 'notice' | 'recordedEvent'>;
  readonly policy: Policy;
  /** How assessments go on record; whole unless told. */
  readonly record?: RecordForm;
  readonly topics: OutputTopics;
  /** Largest record that the topics take, bytes. */
  readonly maxRecordBytes: number;
}

/** What leaves for an assessment: its record, and a referral and a notice where lane and policy ask for them. */
export function createEmitStep({
  codecs,
  policy,
  record: form = {},
  topics,
  maxRecordBytes,
}: EmitDeps): Step<Assessed, Emitted> {
  const recordOf = createRecorder(form, policy);
  return function emit(entries) {
    return entries.map((entry) => {
      const { facts, assessment, record } = entry;
      const key = assessment.declarationId;
      const recorded: AssessmentRecord = {
        ...recordOf(assessment, facts, codecs.recordedEvent(record.value!, facts.event)),
        input: { topic: record.topic, partition: record.partition, offset: Number(record.offset) },
      };
      const referral = buildReferral(facts, assessment, policy);
      const notice = buildNotice(facts, assessment, policy);
      const outputs: OutboundRecord[] = [{ topic: topics.assessments, key, value: codecs.assessment.encode(recorded) }];
      if (referral) outputs.push({ topic: topics.referrals, key, value: codecs.referral.encode(referral) });
      if (notice) outputs.push({ topic: topics.notices, key, value: codecs.notice.encode(notice) });
      // Noticed here and not by the broker: a transaction that it refuses would be tried for ever.
      const tooLarge = outputs.find((output) => output.value.length > maxRecordBytes);
      if (tooLarge)
        return deadLetter(
          'TDW_OUTPUT_TOO_LARGE',
          `A record of ${tooLarge.value.length} bytes for ${tooLarge.topic} is larger than ${maxRecordBytes}.`,
        );
      return ok({ ...entry, outputs, referral: referral && { kind: referral.kind, lane: referral.lane } });
    });
  };
}
