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
      const peakMiB = Math.max(residentMiB, process.resourceUsage().maxRSS / KIBIBYTES);
      return { records, deadLetters, residentMiB, peakMiB, at: Date.now(), cpuSeconds: (user + system) / 1e6 };
    },
  };
}
