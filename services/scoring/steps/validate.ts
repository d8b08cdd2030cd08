import { validateEvent } from '../../risk/declaration/validate.ts';
import { deadLetter, ok, type Step } from '../flow/step.ts';
import type { Decoded } from './decode.ts';

const MOST_PROBLEMS_TOLD = 5;

/**
 * The meaning of what was decoded: most single-byte corruptions of Avro decode without an error.
 * Messages name paths and codes, never values.
 */
export function createValidateStep(): Step<Decoded, Decoded> {
  return function validate(entries) {
    return entries.map((entry) => {
      const key = entry.record.key?.toString('utf8');
      if (key !== undefined && key !== entry.event.declarationId) {
        return deadLetter('TDW_EVENT_KEY_MISMATCH', 'The record is keyed by another declaration id than its event names: order would be lost.');
      }
      const problems = validateEvent(entry.event);
      const first = problems[0];
      if (!first) return ok(entry);
      const told = problems.slice(0, MOST_PROBLEMS_TOLD).map((problem) => `${problem.path}: ${problem.message}`);
      return deadLetter(first.code, `${problems.length} problem(s): ${told.join('; ')}`);
    });
  };
}
