import { type Lane, stricter } from './lane.ts';

/** Why a declaration was put where it is, and with which probability it would have been: 1 unless chosen at random. */
export interface Selection {
  readonly reason: 'mandatory' | 'score' | 'undecidable' | 'none' | 'lifecycle' | 'random';
  readonly probability: number;
}

/** What of a finding asks for a lane. */
interface LaneEvidence {
  readonly weight: 'required' | 'advisory';
  readonly result: 'hit' | 'miss' | 'unknown' | 'error';
  /** The lane that it forces at least. */
  readonly forces?: Lane;
}

/** From how many points on a declaration is in a lane. */
export interface LaneThresholds {
  readonly red: number;
  readonly yellow: number;
  readonly blue: number;
}

/** What a lane is decided from. */
export interface LaneQuestion {
  readonly score: number;
  /** All findings: the items' and the declaration's. */
  readonly findings: readonly LaneEvidence[];
  /** The event itself cannot be decided: only a change set is known, or its type is not. */
  readonly undecidable: boolean;
}

export interface LaneDecision {
  readonly lane: Lane;
  readonly selection: Selection;
}

/** The strictest of what the points, the mandatory findings and what could not be decided ask for. */
export function decideLane({ score, findings, undecidable }: LaneQuestion, thresholds: LaneThresholds): LaneDecision {
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
export function laneOfScore(score: number, { red, yellow, blue }: LaneThresholds): Lane {
  if (score >= red) return 'red';
  if (score >= yellow) return 'yellow';
  return score >= blue ? 'blue' : 'green';
}

/** A required check that could not be made: a person must look. */
const isOpenRequirement = ({ weight, result }: LaneEvidence): boolean =>
  weight === 'required' && (result === 'unknown' || result === 'error');

function reasonFor(
  lane: Lane,
  { byPoints, forced }: { readonly byPoints: Lane; readonly forced: Lane },
): Selection['reason'] {
  if (lane === 'green') return 'none';
  if (lane === forced) return 'mandatory';
  return lane === byPoints ? 'score' : 'undecidable';
}
