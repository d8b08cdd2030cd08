import type { Finding } from './finding.ts';

/** Kinds of evidence that say much the same, by name, and the share that the weaker of one kind count. */
export type Families = Readonly<Record<string, { readonly share: number }>>;

/** Findings with what each counts, the strongest first, and the sum. */
export interface Scored {
  readonly findings: readonly Finding[];
  readonly score: number;
}

/**
 * Adds up the findings of one item or one declaration: within a family the strongest counts in full, each other one policy's
 * share, rounded once (half up). The order in which findings come does not matter.
 */
export function scoreFindings(findings: readonly Finding[], families: Families): Scored {
  if (findings.length === 0) return { findings, score: 0 };
  const ordered = findings.length === 1 ? findings : [...findings].sort(byWeight);
  const seen = new Set<string>();
  let score = 0;
  const counted = ordered.map((finding) => {
    const points = seen.has(finding.family)
      ? Math.round(finding.points * (families[finding.family]?.share ?? 1))
      : finding.points;
    seen.add(finding.family);
    score += points;
    return points === finding.counted ? finding : { ...finding, counted: points };
  });
  return { findings: counted, score };
}

/** More points first; of equals the one whose id comes first. */
function byWeight(a: Finding, b: Finding): number {
  if (a.points !== b.points) return b.points - a.points;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
