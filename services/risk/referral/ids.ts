import { nameUuid } from '../identity/name-uuid.ts';

/** UUIDv5 of the assessment id (not assessed: of the event id): one answer raises one referral. */
export const referralIdOf = (assessmentId: string): string => nameUuid('referral', assessmentId);

/** UUIDv5 of the assessment id: one answer makes one notice. */
export const noticeIdOf = (assessmentId: string): string => nameUuid('notice', assessmentId);
