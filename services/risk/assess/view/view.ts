import type { EventType, Instant } from '../../declaration/declaration-event.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Lane } from '../../policy/lane.ts';
import type { NoticeChoice } from '../../policy/policy-document.ts';
import type { ItemAssessment, Versions } from '../assessment.ts';
import type { InspectorFinding, TraderFinding } from './told-finding.ts';

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
  readonly findings: readonly Finding[];
  readonly missed: readonly string[];
  readonly items: readonly AnalystItem[];
  readonly versions: Versions;
}

export interface AnalystItem extends ItemAssessment {
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
