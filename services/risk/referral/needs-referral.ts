import type { Assessment } from '../assess/assessment.ts';
import type { Finding } from '../findings/finding.ts';
import { asksForAPerson } from '../policy/lane.ts';

/** Whether a person must be asked: lane red, query or yellow; or goods that were cancelled while (or perhaps while) they were referred. */
export function needsReferral({ kind, lane, findings }: Assessment): boolean {
  switch (kind) {
    case 'risk':
      return lane !== undefined && asksForAPerson(lane);
    case 'lifecycle':
      return findings.some(leavesACaseOpen);
  }
}

const leavesACaseOpen = ({ result, weight }: Finding): boolean => result === 'hit' || weight === 'required';
