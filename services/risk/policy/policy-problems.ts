import type { ZodError } from 'zod';
import { TidewaiterError } from '../failure/tidewaiter-error.ts';
import { type PolicyProblem, problem } from '../rules/rule-document.ts';

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

/** Each named by its field: an unknown one stands where it is written, a missing one where it should be. */
export function problemsOfIssue(issue: ZodError['issues'][number]): PolicyProblem[] {
  const path = issue.path.map(pathPart);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => problem([...path, key], `there is no field "${key}"`));
  const fields = path[0] === 'rules' ? path.slice(2) : path.slice(1);
  const words = inWords(issue);
  return [problem(path, fields.length === 0 ? words : `${fields.join('.')}: ${words}`)];
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a set of named fields',
  record: 'a set of named fields',
};

/** What is wrong, in the words of somebody who writes a policy; those of the shape itself where it has some. */
function inWords(issue: ZodError['issues'][number]): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'is missing'
        : `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive ?? true);
    case 'too_big':
      return `must be at most ${Number(issue.maximum)}`;
    case 'invalid_value':
      return `must be ${issue.values
        .map(String)
        .join(', ')
        .replace(/, ([^,]*)$/, ' or $1')}`;
    case 'invalid_union':
      return 'must be a number, a text, true or false, or a list of texts';
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'is no name that can be used here';
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return issue.message;
  }
}

function tooSmall(origin: string, least: number, inclusive: boolean): string {
  if (origin === 'string') return 'must not be empty';
  if (origin === 'array') return `must have at least ${least} ${least === 1 ? 'entry' : 'entries'}`;
  return inclusive ? `must be at least ${least}` : `must be above ${least}`;
}

const pathPart = (part: PropertyKey): string | number => (typeof part === 'symbol' ? part.toString() : part);
