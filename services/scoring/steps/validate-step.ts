import { MOST_PROBLEMS_NAMED, validateEvent } from '../../risk/declaration/validate.ts';
import { deadLetter, ok, type Step } from '../flow/step.ts';
import type { Decoded } from './decode-step.ts';

/**
 * The meaning of what was decoded: most single-byte corruptions of Avro decode without an error.
 * Messages name paths and codes, never values.
 */
export function createValidateStep(): Step<Decoded, Decoded> {
  return function validate(entries) {
    return entries.map((entry) => {
      const key = problemOfKey(entry);
      if (key !== undefined) return deadLetter('TDW_EVENT_KEY_MISMATCH', key);
      const problems = validateEvent(entry.event);
      const first = problems[0];
      if (!first) return ok(entry);
      const named = problems.slice(0, MOST_PROBLEMS_NAMED).map((problem) => `${problem.path}: ${problem.message}`);
      return deadLetter(first.code, `${problems.length} problem(s): ${named.join('; ')}`);
    });
  };
}

/** Events of a declaration keep their order only under one key. */
function problemOfKey({ record, event }: Decoded): string | undefined {
  if (record.key === null) return 'The record has no key: without the declaration id as its key order would be lost.';
  if (record.key.toString('utf8') === event.declarationId) return undefined;
  return 'The record is keyed by another declaration id than its event names: order would be lost.';
}
