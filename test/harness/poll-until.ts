import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;

export interface PollOptions {
  /** What is waited for, to be read behind "until": "scoring is ready". */
  readonly what: string;
  readonly timeoutMs: number;
  /** What was seen last, for the error of one that waited in vain. */
  readonly seen?: () => unknown;
}

/** Looks again and again until there is something, and returns it. Throws, with what was seen last, once time is over. */
export async function pollUntil<T>(
  look: () => Promise<T | undefined>,
  { what, timeoutMs, seen = () => undefined }: PollOptions,
): Promise<T> {
  for (const deadline = Date.now() + timeoutMs; ; await pause(LOOK_EVERY_MS)) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() <= deadline) continue;
    const last = seen();
    const saw = last === undefined ? '' : `; last seen was ${JSON.stringify(last)}`;
    throw new Error(`it was waited ${timeoutMs / 1000} s in vain until ${what}${saw}`);
  }
}
