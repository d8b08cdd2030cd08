import {
  DIFFICULTIES,
  type Difficulty,
  FRAUD_PATTERNS,
  type FraudPatternName,
  type Label,
} from '../../../services/generator/fraud/label.ts';
import { asksForAPerson } from '../../../services/risk/lanes/lane.ts';
import type { Answer } from './outcome-of-demo.ts';

/** Of how many declarations how many were put before a person. */
export interface Caught {
  readonly referred: number;
  /** Not referred, but in lane blue at some version: checked after release. */
  readonly afterwards: number;
  readonly of: number;
}

export interface PatternRow {
  readonly pattern: FraudPatternName;
  readonly byDifficulty: Readonly<Record<Difficulty, Caught>>;
  readonly hardNegatives: Caught;
}

export interface Detection {
  readonly patterns: readonly PatternRow[];
  readonly allPatterns: Caught;
  readonly allHardNegatives: Caught;
  readonly ordinary: Caught;
}

/** Compares what was referred (lane red, query or yellow, at any version) with the truth. Hand-written declarations are left out: nobody hid anything in them. */
export function compareWithTruth(labels: ReadonlyMap<string, Label>, answers: readonly Answer[]): Detection {
  const referred = new Set(answers.filter(isReferred).map(({ declarationId }) => declarationId));
  const blue = new Set(answers.filter(({ lane }) => lane === 'blue').map(({ declarationId }) => declarationId));
  const caught = (is: (label: Label) => boolean): Caught => {
    const ids = [...labels].filter(([, label]) => is(label)).map(([id]) => id);
    return {
      referred: ids.filter((id) => referred.has(id)).length,
      afterwards: ids.filter((id) => blue.has(id) && !referred.has(id)).length,
      of: ids.length,
    };
  };
  return {
    patterns: FRAUD_PATTERNS.map((pattern) => patternRow(pattern, caught)),
    allPatterns: caught((label) => label.kind === 'fraud'),
    allHardNegatives: caught((label) => label.kind === 'hardNegative'),
    ordinary: caught((label) => label.kind === 'ordinary'),
  };
}

function patternRow(pattern: FraudPatternName, caught: (is: (label: Label) => boolean) => Caught): PatternRow {
  const of = (difficulty: Difficulty): Caught =>
    caught((label) => label.kind === 'fraud' && label.pattern === pattern && label.difficulty === difficulty);
  const [faint, plain, blatant] = DIFFICULTIES;
  return {
    pattern,
    byDifficulty: { faint: of(faint), plain: of(plain), blatant: of(blatant) },
    hardNegatives: caught((label) => label.kind === 'hardNegative' && label.pattern === pattern),
  };
}

const isReferred = ({ lane }: Answer): boolean => lane !== undefined && asksForAPerson(lane);
