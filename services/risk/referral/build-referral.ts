import { type InspectorView, inspectorView } from '../audience/view.ts';
import { directionOf } from '../declaration/direction.ts';
import { type Instant, instantOf } from '../declaration/instant.ts';
import { stated } from '../declaration/stated.ts';
import type { Facts } from '../facts/facts.ts';
import { referralIdOf } from '../identity/derived-ids.ts';
import type { Lane } from '../lanes/lane.ts';
import type { Assessment } from '../messages/assessment.ts';
import type { CaseOfGoods, Referral } from '../messages/referral.ts';
import type { Policy } from '../policy/policy.ts';
import { logisticsOf, partiesOf } from './consignment-details.ts';
import { documentsToAskFor, whatToLookFor } from './instructions.ts';
import { referralItem, totalDuty } from './referral-item.ts';
import { cancelledCase, needsReferral } from './referred-case.ts';

/** The case that an inspector gets, where the assessment asks for one. Built from the inspector's view alone, so that nothing of the analyst tier can be in it. */
export function buildReferral(facts: Facts, assessment: Assessment, policy: Policy): Referral | undefined {
  if (!needsReferral(assessment)) return undefined;
  const view = inspectorView(assessment, policy);
  const lane = assessment.lane ?? priorLane(facts);
  const deadline = deadlineOf(facts, lane, policy);
  return {
    referralId: referralIdOf(assessment.assessmentId),
    kind: assessment.kind === 'risk' ? 'assessed' : 'cancelledAfterReferral',
    assessmentId: assessment.assessmentId,
    ...headingOf(facts, view),
    lane,
    score: view.score,
    raisedAt: facts.arrivedAt,
    ...stated({ deadline }),
    ...(assessment.kind === 'risk' ? declaredCase(facts, view, policy) : cancelledCase(facts)),
    parties: partiesOf(facts.event),
    findings: view.findings,
    whatToLookFor: whatToLookFor(view.findings, view.furtherReasons),
    documentsToAskFor: documentsToAskFor(view.findings, policy, facts.event.additionalDocuments),
    versions: { engine: view.versions.engine, policy: view.versions.policy },
  };
}

/** The case as it is declared and judged. */
function declaredCase(
  { event }: Facts,
  view: InspectorView,
  policy: Policy,
): CaseOfGoods & Pick<Referral, 'dutyAtStake'> {
  const items = view.items.map((item, index) => referralItem(item, event.goodsItems[index], policy));
  const dutyAtStake = totalDuty(items);
  return {
    direction: directionOf(event) ?? 'unrecognised',
    ...logisticsOf(event),
    items,
    ...stated({ dutyAtStake }),
  };
}

function headingOf(
  { event }: Facts,
  view: InspectorView,
): Pick<Referral, 'eventId' | 'eventType' | 'declarationId' | 'version' | 'functionalReferenceId'> {
  const { eventId, eventType, declarationId, version } = view;
  return {
    eventId,
    eventType,
    declarationId,
    version,
    ...stated({ functionalReferenceId: event.functionalReferenceId }),
  };
}

/** A cancellation is about the case that is open; where its lane is not known a person must find out. */
function priorLane({ prior }: Facts): Lane {
  return prior.state === 'found' && prior.value.lane.state === 'found' ? prior.value.lane.value : 'query';
}

function deadlineOf({ asOf }: Facts, lane: Lane, policy: Policy): Instant | undefined {
  if (lane === 'blue' || lane === 'green') return undefined;
  const deadline = Date.parse(asOf.instant) + policy.document.lanes.deadlineHours[lane] * 3_600_000;
  return instantOf(deadline);
}
