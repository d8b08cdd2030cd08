import type { UncheckedEvent } from '../../risk/declaration/declaration-event.ts';
import { instantOf } from '../../risk/declaration/instant.ts';
import { referralIdOf } from '../../risk/identity/derived-ids.ts';
import type { DeadLetter } from '../../risk/messages/dead-letter.ts';
import type { Referral } from '../../risk/messages/referral.ts';
import type { Policy } from '../../risk/policy/policy.ts';
import { NOTHING_READ, unassessedCase } from '../../risk/referral/unassessed-case.ts';
import type { ScoringCodecs } from '../ports/codecs.ts';

export interface UnassessedDeps {
  readonly codecs: Pick<ScoringCodecs, 'referral'>;
  readonly policy: Policy;
  /** Largest record that the topics take, bytes. */
  readonly maxRecordBytes: number;
}

export interface EncodedReferral {
  readonly referral: Referral;
  readonly value: Buffer;
}

/**
 * A person looks at what could not be assessed, where it is readable whose declaration it was. What was read of it is in the
 * referral, unless it is so much that no topic takes it.
 */
export function unassessedReferral(
  letter: DeadLetter,
  event: UncheckedEvent | undefined,
  { codecs, policy, maxRecordBytes }: UnassessedDeps,
): EncodedReferral | undefined {
  const { declarationId } = letter;
  if (declarationId === undefined) return undefined;
  const heading = headingOf(letter, declarationId, policy.document.lanes.deadlineHours.query);
  const encoded = (referral: Referral): EncodedReferral => ({ referral, value: codecs.referral.encode(referral) });
  const readable = event && undefinedIfThrown(() => encoded({ ...heading, ...unassessedCase(event) }));
  return readable !== undefined && readable.value.length <= maxRecordBytes
    ? readable
    : encoded({ ...heading, ...NOTHING_READ });
}

/** What our own bug made a dead letter may trip over it here once more: that must not keep the dead letter from leaving. */
function undefinedIfThrown(encode: () => EncodedReferral): EncodedReferral | undefined {
  try {
    return encode();
  } catch {
    return undefined;
  }
}

type Heading = Omit<Referral, 'direction' | 'transport' | 'containers' | 'parties' | 'items'>;

function headingOf(
  { deadLetterId, eventId, failedAt, code, message }: DeadLetter,
  declarationId: string,
  deadlineHours: number,
): Heading {
  return {
    referralId: referralIdOf(deadLetterId),
    kind: 'notAssessed',
    ...(eventId !== undefined && { eventId }),
    declarationId,
    lane: 'query',
    score: 0,
    raisedAt: failedAt,
    deadline: instantOf(Date.parse(failedAt) + deadlineHours * 3_600_000),
    findings: [],
    whatToLookFor: [],
    documentsToAskFor: [],
    failure: { code, message, deadLetterId },
  };
}
