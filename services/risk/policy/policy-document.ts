import { z } from 'zod';
import { lists, points, ruleDocument } from '../rules/rule-document.ts';

const threshold = z.int().min(1);
const noticeKind = z.enum(['none', 'inspection', 'documentsRequested', 'underReview', 'released', 'correctionAdvised']);

/** lanes.yaml: from how many points on a declaration is in which lane, and what is said to the trader. */
export const lanesDocument = z.strictObject({
  thresholds: z.strictObject({ red: threshold, yellow: threshold, blue: threshold }),
  /** What an advisory check that could not be made earns, where its rule says nothing else. */
  unknown: z.strictObject({ points }),
  notices: z.strictObject({
    red: noticeKind,
    query: noticeKind,
    yellow: noticeKind,
    blue: noticeKind,
    green: noticeKind,
  }),
  settings: z.strictObject({ historyMinimumDays: z.int().min(0), usualMinimumCount: z.int().min(1) }),
  /** Hours from acceptance within which a referral must be answered, by lane. */
  deadlineHours: z.strictObject({
    red: z.number().positive(),
    query: z.number().positive(),
    yellow: z.number().positive(),
  }),
});

/** families.yaml: kinds of evidence that say much the same, and the share that the weaker of them count. */
export const familiesDocument = z.record(
  z.string(),
  z.strictObject({ title: z.string().min(1), share: z.number().min(0).max(1) }),
);

/** A whole policy as one plain document: what is stored, hashed and compiled again for a replay. */
export const policyDocument = z.strictObject({
  schema: z.literal(1),
  lanes: lanesDocument,
  families: familiesDocument,
  /** lists.yaml: lists that several rules read. Policies of before it have none. */
  lists: lists.optional(),
  rules: z.array(ruleDocument),
});

export type NoticeChoice = z.infer<typeof noticeKind>;
export type LanesDocument = z.infer<typeof lanesDocument>;
export type FamiliesDocument = z.infer<typeof familiesDocument>;
export type PolicyDocument = z.infer<typeof policyDocument>;
