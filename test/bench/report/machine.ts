import { cpus, loadavg, totalmem } from 'node:os';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  /** Mean number of processes that wanted a core in the minute before the bench began, and before it ended. */
  readonly load: { readonly before: number; readonly after: number };
}

export const loadNow = (): number => Number(loadavg()[0]!.toFixed(1));

export function describeMachine(loadBefore: number): Machine {
  const processors = cpus();
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    load: { before: loadBefore, after: loadNow() },
  };
}
