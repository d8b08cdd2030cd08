import { type Lane, LANES } from '../../../services/risk/lanes/lane.ts';
import type { Answer } from './outcome-of-demo.ts';

export interface LaneRow {
  readonly lane: Lane;
  readonly declarations: number;
  /** Of all declarations that have a lane. */
  readonly share: number;
}

/** How many declarations each lane got, the strictest first; a declaration that was amended counts with its last version. */
export function countLanes(answers: readonly Answer[]): readonly LaneRow[] {
  const last = new Map(
    answers.flatMap(({ declarationId, lane }) => (lane === undefined ? [] : [[declarationId, lane] as const])),
  );
  const lanes = [...last.values()];
  return LANES.map((lane) => {
    const declarations = lanes.filter((one) => one === lane).length;
    return { lane, declarations, share: lanes.length === 0 ? 0 : declarations / lanes.length };
  });
}
