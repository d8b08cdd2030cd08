import { z } from 'zod';
import { TIERS } from '../findings/finding.ts';
import { LANES } from '../lanes/lane.ts';

const words = z.string().trim().min(1);
const name = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
const featureName = z
  .string()
  .regex(/^(item|declaration)\.[a-z][A-Za-z0-9]*$/, 'the name of a feature: item.… or declaration.…');
/** Lists that conditions read by name. Blanks within an entry count: " cargo" is found where a word begins. */
export const lists = z.record(
  z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a lowerCamel name'),
  z.array(z.string().refine((entry) => entry.trim() !== '', 'is blank')).min(1),
);
const seenValue = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]);

/** Points of weight of evidence: 20 double the odds. Two hundred is a thousandfold. */
export const points = z.int().min(0).max(200);
/** Events that rules can be about; what changes no goods is not judged by rules about goods. */
const JUDGED_EVENTS = ['lodged', 'amended', 'reassess', 'unrecognised'] as const;

const ruleCase = z.strictObject({
  title: words,
  /** Feature values; a feature that is left out is missing. */
  given: z.record(featureName, seenValue),
  expect: z.enum(['hit', 'miss', 'unknown']),
  /** What a hit must be worth, where the case is about that. */
  points: points.optional(),
});

/** A characteristic that makes a hit weigh more, as a scorecard has them. */
const addedPoints = z.strictObject({ when: words, points, why: words });

/** One rule as it stands in its file under config/policy/rules/. */
export const ruleDocument = z.strictObject({
  id: name,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'three numbers: 1.0.0'),
  title: words,
  rationale: words,
  legalBasis: words,
  family: name,
  points,
  /** Policies of before them have none. */
  adds: z.array(addedPoints).min(1).optional(),
  weight: z.enum(['required', 'advisory']),
  tier: z.enum(TIERS),
  appliesTo: z.strictObject({
    scope: z.enum(['item', 'declaration']),
    direction: z.array(z.enum(['import', 'export'])).min(1),
    events: z
      .array(z.enum(['lodged', 'amended', 'reassess', 'unrecognised', 'cancelled', 'exited']))
      .min(1)
      .default([...JUDGED_EVENTS]),
  }),
  needs: z.array(featureName).min(1),
  shows: z.array(featureName).default([]),
  /** The rule's own; those of lists.yaml it reads by their names. */
  lists: lists.default({}),
  when: words,
  reasons: z.strictObject({ analyst: words, inspector: words.optional(), trader: words.optional() }),
  runbook: words,
  documents: z.array(z.strictObject({ code: words, title: words })).default([]),
  forces: z.enum(LANES).optional(),
  unknown: z.strictObject({ points }).optional(),
  cases: z.array(ruleCase).min(3),
});

/** A rule as written, with what was left out filled in. */
export type RuleDocument = z.infer<typeof ruleDocument>;

/** Something wrong with a policy, and where: `['rules', 3, 'when']`. */
export interface PolicyProblem {
  readonly path: readonly (string | number)[];
  readonly cause: string;
}

export const problem = (path: PolicyProblem['path'], cause: string): PolicyProblem => ({ path, cause });
