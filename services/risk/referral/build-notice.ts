import { noticeFor, type TraderView, traderView } from '../audience/view.ts';
import type { TraderFinding } from '../audience/visible-finding.ts';
import { stated } from '../declaration/stated.ts';
import type { Facts } from '../facts/facts.ts';
import { noticeIdOf } from '../identity/derived-ids.ts';
import type { Assessment } from '../messages/assessment.ts';
import type { Notice, NoticeDocument, NoticeReason } from '../messages/notice.ts';
import type { Policy } from '../policy/policy.ts';
import { officesOf } from './consignment-details.ts';
import { documentsToProvide } from './instructions.ts';

/** What the trader is told, where policy has anything said for the lane. Built from the trader's view alone. */
export function buildNotice(facts: Facts, assessment: Assessment, policy: Policy): Notice | undefined {
  const kind = noticeFor(assessment.lane, policy);
  if (kind === 'none') return undefined;
  const view = traderView(assessment, policy);
  const { event } = facts;
  const addressee = event.agent?.id ?? event.declarant?.id;
  const { officeId } = officesOf(event);
  return {
    noticeId: noticeIdOf(assessment.assessmentId),
    kind,
    eventId: view.eventId,
    eventType: view.eventType,
    declarationId: view.declarationId,
    version: view.version,
    ...stated({ functionalReferenceId: event.functionalReferenceId, addresseeId: addressee, officeId }),
    issuedAt: facts.arrivedAt,
    reasons: reasonsOf(view),
    documentsToProvide: kind === 'documentsRequested' ? documentsOf(view, policy) : [],
  };
}

/** Several rules may say the same to a trader, in the same words: it is said once. */
function reasonsOf(view: TraderView): NoticeReason[] {
  const distinct = (findings: readonly TraderFinding[]): readonly string[] => [
    ...new Set(findings.map(({ reason }) => reason)),
  ];
  return [
    ...distinct(view.findings).map((reason) => ({ reason })),
    ...view.items.flatMap(({ sequenceNumber, findings }) =>
      distinct(findings).map((reason) => ({ sequenceNumber, reason })),
    ),
  ];
}

function documentsOf(view: TraderView, policy: Policy): NoticeDocument[] {
  return [
    ...documentsToProvide(view.findings, policy),
    ...view.items.flatMap(({ sequenceNumber, findings }) =>
      documentsToProvide(findings, policy).map((document) => ({ ...document, sequenceNumber })),
    ),
  ];
}
