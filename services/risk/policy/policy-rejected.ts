import { TidewaiterError } from '../failure/tidewaiter-error.ts';
import type { PolicyProblem } from './problem.ts';

/** A policy that was not accepted, with everything that is wrong with it. */
export class PolicyRejected extends TidewaiterError {
  readonly problems: readonly PolicyProblem[];

  constructor(problems: readonly PolicyProblem[]) {
    const listed = problems.map(({ path, cause }) => `${path.join('.')}: ${cause}`);
    super(
      'TDW_POLICY_REJECTED',
      `${problems.length} ${problems.length === 1 ? 'mistake' : 'mistakes'}: ${listed.join('; ')}`,
    );
    this.problems = problems;
  }
}
