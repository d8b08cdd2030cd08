import type { PolicyDocument } from './policy-document.ts';
import { type PolicyProblem, problem } from './problem.ts';

/** What is wrong between the parts of a policy, each of which is well formed. */
export function checkConsistency({ lanes, families, lists = {}, rules }: PolicyDocument): readonly PolicyProblem[] {
  const { red, yellow, blue } = lanes.thresholds;
  return [
    ...(red > yellow && yellow > blue
      ? []
      : [problem(['lanes', 'thresholds'], 'red must begin above yellow, and yellow above blue')]),
    ...rules.flatMap(({ id, family, lists: own }, index) => [
      ...(family in families
        ? []
        : [problem(['rules', index, 'family'], `there is no family "${family}" in families.yaml`)]),
      ...(rules.findIndex((other) => other.id === id) === index
        ? []
        : [problem(['rules', index, 'id'], `another rule has the id "${id}" too`)]),
      ...Object.keys(own).flatMap((name) =>
        name in lists ? [problem(['rules', index, 'lists', name], `lists.yaml has a list "${name}" already`)] : [],
      ),
    ]),
  ];
}
