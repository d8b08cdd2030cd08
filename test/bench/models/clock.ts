/** How fast something was done. */
export interface Rate {
  /** By the clock: what else runs on the machine counts. */
  readonly perSecond: number;
  /** By this process's processor time, its threads and garbage collection included. */
  readonly perCpuSecond: number;
}

/** Times one piece of work over so many units. */
export async function rateOf(units: number, work: () => unknown): Promise<Rate> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return {
    perSecond: Math.round(units / ((performance.now() - began) / 1000)),
    perCpuSecond: Math.round(units / ((user + system) / 1e6)),
  };
}
