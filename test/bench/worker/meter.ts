import type { Work } from './messages.ts';

/** Counts commits of one process and what they cost it. */
export interface Meter {
  committed(records: number): void;
  deadLettered(count: number): void;
  readonly records: number;
  work(): Work;
}

interface Reading {
  readonly records: number;
  readonly at: number;
  readonly cpu: NodeJS.CpuUsage;
}

/** @param onDone called once, when so many records are committed */
export function createMeter(expected: number, onDone: (work: Work) => void): Meter {
  let records = 0;
  let deadLetters = 0;
  let first: Reading | undefined;
  let last: Reading | undefined;
  let done = false;
  const work = (): Work => ({ ...between(first, last), records, deadLetters, peakMemoryMiB: process.resourceUsage().maxRSS / 1024, lastCommitAt: performance.timeOrigin + (last?.at ?? 0) });
  return {
    committed: (count) => {
      records += count;
      last = { records, at: performance.now(), cpu: process.cpuUsage() };
      first ??= last;
      if (done || records < expected) return;
      done = true;
      onDone(work());
    },
    deadLettered: (count) => {
      deadLetters += count;
    },
    get records() {
      return records;
    },
    work,
  };
}

function between(first: Reading | undefined, last: Reading | undefined): Pick<Work, 'timedRecords' | 'seconds' | 'cpuSeconds'> {
  if (!first || !last) return { timedRecords: 0, seconds: 0, cpuSeconds: 0 };
  const cpu = last.cpu.user + last.cpu.system - first.cpu.user - first.cpu.system;
  return { timedRecords: last.records - first.records, seconds: (last.at - first.at) / 1000, cpuSeconds: cpu / 1e6 };
}
