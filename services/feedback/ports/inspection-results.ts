import type { Day } from '../../risk/declaration/day.ts';
import type { Lane } from '../../risk/lanes/lane.ts';

/** Days of inspection, both included. */
export interface InspectedDays {
  readonly from?: Day;
  readonly to?: Day;
}

/** How hits on inspected goods turned out, each hit once. */
export interface FindingCount {
  /** Id of the rule. */
  readonly rule: string;
  /** Hits that an inspector confirmed. */
  readonly confirmed: number;
  /** Hits on goods of which something else was wrong. */
  readonly otherwise: number;
  /** Hits on goods that were as declared. */
  readonly falseAlarm: number;
}

export interface OfficeFindingCount extends FindingCount {
  /** Office that inspected; absent where the outcome names none. */
  readonly office?: string;
}

/** The same for all rules that read a model's answer. */
export interface ModelFindingCount extends Omit<FindingCount, 'rule'> {
  readonly model: string;
}

export interface LaneCount {
  readonly lane: Lane;
  /** Declarations that were inspected, and those of them of which something was wrong. */
  readonly inspected: number;
  readonly irregular: number;
}

export interface OutcomeCoverage {
  readonly outcomes: number;
  /** Without an assessment on record that they could be about. */
  readonly unmatched: number;
}

/** What inspections found, joined to what had been said of the goods. Throws for infrastructure. */
export interface InspectionResults {
  coverage(days: InspectedDays): Promise<OutcomeCoverage>;
  byRule(days: InspectedDays): Promise<readonly FindingCount[]>;
  byOffice(days: InspectedDays): Promise<readonly OfficeFindingCount[]>;
  byModel(days: InspectedDays): Promise<readonly ModelFindingCount[]>;
  byLane(days: InspectedDays): Promise<readonly LaneCount[]>;
}
