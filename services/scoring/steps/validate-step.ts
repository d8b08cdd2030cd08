import type { DeclarationEvent } from '../../risk/declaration/declaration-event.ts';
import { checkedEvent, MOST_PROBLEMS_NAMED, type Problem } from '../../risk/declaration/validate.ts';
import { deadLetter, type Entry, ok, type Step, type StepResult } from '../flow/step.ts';
import type { Decoded } from './decode-step.ts';

export interface Validated extends Entry {
  readonly event: DeclarationEvent;
}

/**
 * The meaning of what was decoded: most single-byte corruptions of Avro decode without an error.
 * Messages name paths and codes, never values.
 */
export function createValidateStep(): Step<Decoded, Validated> {
  return function validate(entries) {
    return entries.map((entry) => {
      const key = problemOfKey(entry);
      if (key !== undefined) return deadLetter('TDW_EVENT_KEY_MISMATCH', key);
      const checked = checkedEvent(entry.event);
      return 'event' in checked ? ok({ ...entry, event: checked.event }) : refused(checked.problems);
    });
  };
}

function refused(problems: readonly Problem[]): StepResult<never> {
  const named = problems.slice(0, MOST_PROBLEMS_NAMED).map((problem) => `${problem.path}: ${problem.message}`);
  return deadLetter(problems[0]!.code, `${problems.length} problem(s): ${named.join('; ')}`);
}

/** Events of a declaration keep their order only under one key. */
function problemOfKey({ record, event }: Decoded): string | undefined {
  if (record.key === null) return 'The record has no key: without the declaration id as its key order would be lost.';
  if (record.key.toString('utf8') === event.declarationId) return undefined;
  return 'The record is keyed by another declaration id than its event names: order would be lost.';
}
