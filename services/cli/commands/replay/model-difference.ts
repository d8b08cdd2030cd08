import type { ModelAnswer } from '../../../risk/facts/model-answer.ts';

/** How far a number may be from the recorded one, of its size where that is above one: backends differ in their last digits. */
const TOLERANCE = 1e-5;

/** What is not as it was recorded: the first such place. */
export interface ModelDifference {
  /** "score", "likelyCommodityCodes[0].probability". */
  readonly path: string;
  readonly recorded: unknown;
  readonly now: unknown;
}

/** Compares an answer with the recorded one: words to the letter, numbers to 1e-5. The backend may be another. */
export function modelDifference(recorded: ModelAnswer, now: ModelAnswer): ModelDifference | undefined {
  return differenceAt('', judged(recorded), judged(now));
}

/** An answer without what names who gave it and what stood beside it. */
function judged({ backend: _backend, shadow: _shadow, ...answer }: ModelAnswer): object {
  return answer;
}

function differenceAt(path: string, recorded: unknown, now: unknown): ModelDifference | undefined {
  if (typeof recorded === 'number' && typeof now === 'number')
    return near(recorded, now) ? undefined : { path, recorded, now };
  if (!isContainer(recorded) || !isContainer(now)) return recorded === now ? undefined : { path, recorded, now };
  for (const name of new Set([...Object.keys(recorded), ...Object.keys(now)])) {
    const step = Array.isArray(recorded) ? `[${name}]` : path === '' ? name : `.${name}`;
    const difference = differenceAt(`${path}${step}`, recorded[name], now[name]);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a));

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
