import type { Finding } from './finding.ts';

/** Checks that were run and found nothing: those that no finding is of. */
export const missedOf = (ran: readonly string[], findings: readonly Pick<Finding, 'id'>[]): readonly string[] =>
  ran.filter((id) => !findings.some((finding) => finding.id === id));
