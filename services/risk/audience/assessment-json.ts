import type { ExplainedFinding, FindingResult, SeenValue, Tier } from '../findings/finding.ts';
import type { Assessment } from '../messages/assessment.ts';
import type { Policy } from '../policy/policy.ts';
import { type AnalystView, type InspectorView, type TraderView, viewFor } from './view.ts';
import type { InspectorFinding, TraderFinding } from './visible-finding.ts';

/** An assessment for programs, as a reader of one tier may know it. Lane, score and points are left out where the tier may not know them. */
export interface AssessmentJson {
  readonly eventId: string;
  readonly eventType: string;
  readonly declarationId: string;
  readonly version: number;
  readonly lane?: string;
  readonly score?: number;
  readonly notice?: string;
  readonly findings: readonly FindingJson[];
  readonly furtherReasons?: { readonly points: number; readonly reason: string };
  readonly missed?: readonly string[];
  readonly items: readonly ItemJson[];
  readonly versions: object;
}

export interface ItemJson {
  readonly sequenceNumber: number;
  readonly commodityCode?: string;
  readonly score?: number;
  readonly findings: readonly FindingJson[];
  readonly furtherReasons?: { readonly points: number; readonly reason: string };
  readonly missed?: readonly string[];
  readonly likelyCommodityCode?: string;
  readonly dutyAtStake?: { readonly value: string; readonly currencyId?: string };
}

export interface FindingJson {
  readonly id: string;
  readonly version: string;
  readonly family: string;
  readonly result: FindingResult;
  readonly required?: boolean;
  readonly points?: number;
  /** Share of the points in the score; analysts only. */
  readonly counted?: number;
  readonly forces?: string;
  readonly values: Readonly<Record<string, SeenValue>>;
  readonly basis: string;
  readonly reason: string;
  readonly sources?: readonly string[];
}

/** An assessment as `--json --tier TIER` prints it: hits, unknowns and errors as findings, misses by id. */
export function assessmentJson(tier: Tier, assessment: Assessment, policy: Policy): AssessmentJson {
  const view = viewFor(tier, assessment, policy);
  const { eventId, eventType, declarationId, version, versions } = view;
  return {
    eventId,
    eventType,
    declarationId,
    version,
    ...judgement(view),
    findings: findingsOf(view),
    items: itemsOf(view),
    versions,
  };
}

/** Lane, score and what is left out, as far as the tier may know. */
function judgement(
  view: AnalystView | InspectorView | TraderView,
): Pick<AssessmentJson, 'lane' | 'score' | 'notice' | 'furtherReasons' | 'missed'> {
  switch (view.tier) {
    case 'analyst':
      return { ...(view.lane === undefined ? {} : { lane: view.lane }), score: view.score, missed: view.missed };
    case 'inspector':
      return {
        ...(view.lane === undefined ? {} : { lane: view.lane }),
        score: view.score,
        ...(view.furtherReasons === undefined ? {} : { furtherReasons: view.furtherReasons }),
        missed: view.missed,
      };
    case 'trader':
      return { notice: view.notice };
  }
}

function findingsOf(view: AnalystView | InspectorView | TraderView): readonly FindingJson[] {
  switch (view.tier) {
    case 'analyst':
      return view.findings.map(analystFinding);
    case 'inspector':
      return view.findings.map(withoutRunbook);
    case 'trader':
      return view.findings;
  }
}

function itemsOf(view: AnalystView | InspectorView | TraderView): readonly ItemJson[] {
  switch (view.tier) {
    case 'analyst':
      return view.items.map((item) => ({ ...item, findings: item.findings.map(analystFinding) }));
    case 'inspector':
      return view.items.map((item) => ({ ...item, findings: item.findings.map(withoutRunbook) }));
    case 'trader':
      return view.items satisfies readonly { readonly findings: readonly TraderFinding[] }[];
  }
}

function analystFinding({
  id,
  version,
  family,
  result,
  weight,
  points,
  counted,
  forces,
  values,
  basis,
  reason,
  sources,
}: ExplainedFinding): FindingJson {
  return {
    id,
    version,
    family,
    result,
    required: weight === 'required',
    points,
    counted,
    ...(forces === undefined ? {} : { forces }),
    values,
    basis,
    reason: reason.analyst ?? '',
    sources,
  };
}

function withoutRunbook({
  id,
  version,
  family,
  result,
  weight,
  points,
  forces,
  values,
  basis,
  reason,
}: InspectorFinding): FindingJson {
  return {
    id,
    version,
    family,
    result,
    required: weight === 'required',
    points,
    ...(forces === undefined ? {} : { forces }),
    values,
    basis,
    reason,
  };
}
