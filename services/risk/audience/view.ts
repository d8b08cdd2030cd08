import type { EventType } from '../declaration/declaration-event.ts';
import type { Instant } from '../declaration/instant.ts';
import { type ExplainedFinding, type Finding, type Tier, tierMayRead } from '../findings/finding.ts';
import type { Lane } from '../lanes/lane.ts';
import type {
  Assessment,
  Checks,
  ExplainedAssessment,
  ExplainedItem,
  ItemAssessment,
  Versions,
} from '../messages/assessment.ts';
import type { Policy } from '../policy/policy.ts';
import type { NoticeChoice } from '../policy/policy-document.ts';
import { explained } from './reason.ts';
import { type InspectorFinding, inspectorFinding, type TraderFinding, traderFinding } from './visible-finding.ts';

interface ViewHeading {
  readonly eventId: string;
  readonly eventType: EventType;
  readonly declarationId: string;
  readonly version: number;
}

/** Everything: the assessment as it is. */
export interface AnalystView extends ViewHeading {
  readonly tier: 'analyst';
  readonly lane?: Lane;
  readonly score: number;
  readonly findings: readonly ExplainedFinding[];
  readonly missed: readonly string[];
  readonly items: readonly AnalystItem[];
  readonly versions: Versions;
}

export interface AnalystItem extends ExplainedItem {
  readonly missed: readonly string[];
}

/** That there is more than is told, and what it weighs; never what it is. */
export interface WithheldReasons {
  readonly points: number;
  readonly reason: string;
}

export interface InspectorView extends ViewHeading {
  readonly tier: 'inspector';
  readonly lane?: Lane;
  readonly score: number;
  readonly findings: readonly InspectorFinding[];
  readonly furtherReasons?: WithheldReasons;
  readonly missed: readonly string[];
  readonly items: readonly InspectorItem[];
  readonly versions: Omit<Versions, 'sources'>;
}

export interface InspectorItem extends Pick<
  ItemAssessment,
  'sequenceNumber' | 'commodityCode' | 'likelyCommodityCode' | 'dutyAtStake'
> {
  readonly score: number;
  readonly findings: readonly InspectorFinding[];
  readonly furtherReasons?: WithheldReasons;
  readonly missed: readonly string[];
}

/** What the trader may know: nothing at all where policy keeps silent about the lane. */
export interface TraderView extends ViewHeading {
  readonly tier: 'trader';
  readonly notice: NoticeChoice;
  readonly findings: readonly TraderFinding[];
  readonly items: readonly TraderItem[];
  readonly versions: { readonly judgedAt: Instant };
}

export interface TraderItem extends Pick<ItemAssessment, 'sequenceNumber' | 'commodityCode'> {
  readonly findings: readonly TraderFinding[];
}

/** The assessment as a reader of the tier may know it. */
export function viewFor(tier: Tier, assessment: Assessment, policy: Policy): AnalystView | InspectorView | TraderView {
  switch (tier) {
    case 'analyst':
      return analystView(explained(assessment, policy));
    case 'inspector':
      return inspectorView(assessment, policy);
    case 'trader':
      return traderView(assessment, policy);
  }
}

function analystView(assessment: ExplainedAssessment): AnalystView {
  const { lane, score, checks, findings, items, versions } = assessment;
  return {
    tier: 'analyst',
    ...heading(assessment),
    ...(lane === undefined ? {} : { lane }),
    ...{ score, findings, missed: missedOf(checks.declaration, findings) },
    items: items.map((item) => ({ ...item, missed: missedOf(checks.item, item.findings) })),
    versions,
  };
}

/** What an inspector may know. The policy must be the one that the assessment was made with; checks it does not name are left out. */
export function inspectorView(assessment: Assessment, policy: Policy): InspectorView {
  const { lane, score, versions } = assessment;
  return {
    tier: 'inspector',
    ...heading(assessment),
    ...(lane === undefined ? {} : { lane }),
    score,
    ...splitByVisibility(assessment.findings, policy),
    missed: missedFor(assessment.checks.declaration, assessment.findings, policy),
    items: assessment.items.map((item) => inspectorItem(item, assessment.checks, policy)),
    versions: {
      engine: versions.engine,
      policy: versions.policy,
      factsSchema: versions.factsSchema,
      judgedAt: versions.judgedAt,
    },
  };
}

function inspectorItem(item: ItemAssessment, checks: Checks, policy: Policy): InspectorItem {
  const { likelyCommodityCode, dutyAtStake } = item;
  return {
    ...itemHeading(item),
    score: item.score,
    ...splitByVisibility(item.findings, policy),
    missed: missedFor(checks.item, item.findings, policy),
    ...(likelyCommodityCode === undefined ? {} : { likelyCommodityCode }),
    ...(dutyAtStake === undefined ? {} : { dutyAtStake }),
  };
}

/** Which kind of notice the trader gets in a lane. */
export const noticeFor = (lane: Assessment['lane'], policy: Policy): TraderView['notice'] =>
  lane === undefined ? 'none' : policy.document.lanes.notices[lane];

/** What the trader may know: only reasons of the trader's own tier, and none where a notice would warn. */
export function traderView(assessment: Assessment, policy: Policy): TraderView {
  const notice = noticeFor(assessment.lane, policy);
  const silent = notice === 'none';
  return {
    tier: 'trader',
    ...heading(assessment),
    notice,
    findings: silent ? [] : assessment.findings.flatMap((finding) => traderFinding(finding, policy) ?? []),
    items: assessment.items.map((item): TraderItem => ({
      ...itemHeading(item),
      findings: silent ? [] : item.findings.flatMap((finding) => traderFinding(finding, policy) ?? []),
    })),
    versions: { judgedAt: assessment.versions.judgedAt },
  };
}

/** Whether a finding had a part in the score or the lane: of the others an inspector need not even know that there are any. */
const moved = ({ counted, forces, weight, result }: Finding): boolean =>
  counted !== 0 || forces !== undefined || (weight === 'required' && result !== 'hit');

function splitByVisibility(
  findings: readonly Finding[],
  policy: Policy,
): Pick<InspectorView, 'findings' | 'furtherReasons'> {
  const split = findings.map((finding) => ({ finding, visible: inspectorFinding(finding, policy) }));
  const withheld = split.flatMap(({ finding, visible }) => (visible === undefined && moved(finding) ? [finding] : []));
  return {
    findings: split.flatMap(({ visible }) => visible ?? []),
    ...(withheld.length === 0 ? {} : { furtherReasons: withheldReasons(withheld) }),
  };
}

function withheldReasons(withheld: readonly Finding[]): WithheldReasons {
  return {
    points: withheld.reduce((sum, { counted }) => sum + counted, 0),
    reason: 'Further reasons are held by risk analysis.',
  };
}

function missedFor(ran: readonly string[], findings: readonly Finding[], policy: Policy): string[] {
  return missedOf(ran, findings).filter((id) => {
    const rule = policy.ruleNamed(id);
    return rule !== undefined && tierMayRead('inspector', rule.document.tier);
  });
}

function heading({
  eventId,
  eventType,
  declarationId,
  version,
}: Assessment): Pick<Assessment, 'eventId' | 'eventType' | 'declarationId' | 'version'> {
  return { eventId, eventType, declarationId, version };
}

function itemHeading({
  sequenceNumber,
  commodityCode,
}: ItemAssessment): Pick<ItemAssessment, 'sequenceNumber' | 'commodityCode'> {
  return { sequenceNumber, ...(commodityCode === undefined ? {} : { commodityCode }) };
}

/** Checks that were run and found nothing: those that no finding is of. */
export const missedOf = (ran: readonly string[], findings: readonly Pick<Finding, 'id'>[]): readonly string[] =>
  ran.filter((id) => !findings.some((finding) => finding.id === id));
