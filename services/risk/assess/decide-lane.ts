import type { Finding } from '../findings/finding.ts';
import { type Lane, stricter } from '../policy/lane.ts';
import type { LanesDocument } from '../policy/policy-document.ts';
import type { Selection } from './assessment.ts';

/** What a lane is decided from. */
export interface LaneQuestion {
  readonly score: number;
  /** All findings: the items' and the declaration's. */
  readonly findings: readonly Finding[];
  /** The event itself cannot be decided: only a change set is known, or its type is not. */
  readonly undecidable: boolean;
}

export interface LaneDecision {
  readonly lane: Lane;
  readonly selection: Selection;
}

/** The strictest of what the points, the mandatory findings and what could not be decided ask for. */
export function decideLane(
  { score, findings, undecidable }: LaneQuestion,
  { thresholds }: LanesDocument,
): LaneDecision {
  const byPoints = laneOfScore(score, thresholds);
  const forced = findings.reduce<Lane>(
    (lane, { forces }) => (forces === undefined ? lane : stricter(lane, forces)),
    'green',
  );
  const open: Lane = undecidable || findings.some(isOpenRequirement) ? 'query' : 'green';
  const lane = [byPoints, forced, open].reduce<Lane>((strictest, one) => stricter(strictest, one), 'green');
  return { lane, selection: { reason: reasonFor(lane, { byPoints, forced }), probability: 1 } };
}

/** The lane that points alone ask for. */
export function laneOfScore(score: number, { red, yellow, blue }: LanesDocument['thresholds']): Lane {
  if (score >= red) return 'red';
  if (score >= yellow) return 'yellow';
  return score >= blue ? 'blue' : 'green';
}

/** A required check that could not be made: a person must look. */
const isOpenRequirement = ({ weight, result }: Finding): boolean =>
  weight === 'required' && (result === 'unknown' || result === 'error');

function reasonFor(
  lane: Lane,
  { byPoints, forced }: { readonly byPoints: Lane; readonly forced: Lane },
): Selection['reason'] {
  if (lane === 'green') return 'none';
  if (lane === forced) return 'mandatory';
  return lane === byPoints ? 'score' : 'undecidable';
}
