import { v5 as uuidV5 } from 'uuid';

/** UUIDv5 of the assessment id (not assessed: of the event id): one answer raises one referral. */
export const referralIdOf = (assessmentId: string): string => uuidV5('referral', assessmentId);

/** UUIDv5 of the assessment id: one answer makes one notice. */
export const noticeIdOf = (assessmentId: string): string => uuidV5('notice', assessmentId);
