import { LANES } from '../../../services/risk/lanes/lane.ts';
import type { Referral, ReferralFinding } from '../../../services/risk/messages/referral.ts';

/** So many may have the same leading reason: the others would tell the same story again. */
const ALIKE = 1;

/** The first of the inspectors' queue: strictest lane, then highest score, then id; one of each kind, and of goods that are still there. */
export function topReferrals(referrals: readonly Referral[], count: number): readonly Referral[] {
  const shown = new Map<string, number>();
  const top = referrals
    .filter(({ kind }) => kind !== 'cancelledAfterReferral')
    .sort(byUrgency)
    .filter((referral) => {
      const leading = findingsOf(referral)[0]?.id ?? referral.kind;
      const times = (shown.get(leading) ?? 0) + 1;
      shown.set(leading, times);
      return times <= ALIKE;
    });
  return top.slice(0, count);
}

/** All findings of a referral, whatever they are about; those that hit and weigh most first. */
export function findingsOf(referral: Referral): readonly ReferralFinding[] {
  const all = [...referral.findings, ...referral.items.flatMap((item) => item.findings)];
  return all.sort((a, b) => rank(a) - rank(b) || b.points - a.points);
}

const rank = ({ result }: ReferralFinding): number => (result === 'hit' ? 0 : 1);

function byUrgency(a: Referral, b: Referral): number {
  return (
    LANES.indexOf(a.lane) - LANES.indexOf(b.lane) || b.score - a.score || (a.declarationId < b.declarationId ? -1 : 1)
  );
}
