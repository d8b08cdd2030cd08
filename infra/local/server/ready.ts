import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 40;
const TAIL_LINES = 25;

export type Readiness = { readonly state: 'ready' } | { readonly state: 'ended' | 'late'; readonly tail: string };

/**
 * Waits until a server writes the text that says it is ready. Servers write to files, not to pipes: a pipe that a busy
 * owner does not read fills up and stops the server.
 */
export async function whenReady(
  child: ChildProcess,
  output: OutputMark,
  text: string,
  withinMs: number,
): Promise<Readiness> {
  for (let waited = 0; waited < withinMs; waited += LOOK_AGAIN_MS) {
    if (newOutput(output).includes(text)) return { state: 'ready' };
    if (child.exitCode !== null || child.signalCode !== null) return { state: 'ended', tail: tail(output) };
    await pause(LOOK_AGAIN_MS);
  }
  return { state: 'late', tail: tail(output) };
}

/** A place in an output file: only what was written after it counts. */
export interface OutputMark {
  readonly file: string;
  readonly from: number;
}

function newOutput({ file, from }: OutputMark): string {
  return readFileSync(file).subarray(from).toString('utf8');
}

function tail(output: OutputMark): string {
  return newOutput(output).trim().split('\n').slice(-TAIL_LINES).join('\n');
}
