import { existsSync, readFileSync } from 'node:fs';
import type { Sample } from './messages.ts';

/** Counts what one process commits, and reads what it has cost. */
export interface Meter {
  committed(records: number): void;
  deadLettered(count: number): void;
  sample(): Sample;
}

const MEBIBYTE = 2 ** 20;
const KIBIBYTES = 1024;

export function createMeter(): Meter {
  let records = 0;
  let deadLetters = 0;
  return {
    committed: (count) => {
      records += count;
    },
    deadLettered: (count) => {
      deadLetters += count;
    },
    sample: () => {
      const { user, system } = process.cpuUsage();
      const residentMiB = process.memoryUsage.rss() / MEBIBYTE;
      // The kernel keeps the two roughly: the peak may lag behind.
      const peakMiB = Math.max(residentMiB, peakKibibytes() / KIBIBYTES);
      return { records, deadLetters, residentMiB, peakMiB, at: Date.now(), cpuSeconds: (user + system) / 1e6 };
    },
  };
}

const STATUS = '/proc/self/status';

/** Since the process began. On Linux from proc(5): getrusage(2) also counts the process that it was forked from, which holds whole backlogs. */
function peakKibibytes(): number {
  const peak = existsSync(STATUS) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8'))?.[1] : undefined;
  return peak === undefined ? process.resourceUsage().maxRSS : Number(peak);
}
