/** Something wrong with a policy, and where: `['rules', 3, 'when']`. */
export interface PolicyProblem {
  readonly path: readonly (string | number)[];
  readonly cause: string;
}

export const problem = (path: PolicyProblem['path'], cause: string): PolicyProblem => ({ path, cause });
