import { Counter, Gauge, type Registry } from 'prom-client';

/** An edition as metrics see it. */
export interface EditionName {
  readonly id: string;
}

export interface EditionMetrics {
  /** In force from now on. */
  use(edition: EditionName): void;
  changed(): void;
  unusable(): void;
}

/**
 * Which edition judges here, and whether it is the one that the reference topic names.
 * @param overdueSince since when (milliseconds since the epoch) the topic names another one than judges here; undefined while they agree
 */
export function editionMetrics(
  registry: Registry,
  overdueSince: () => number | undefined,
  now: () => number,
): EditionMetrics {
  const registers = [registry];
  const info = new Gauge({
    name: 'tidewaiter_edition_info',
    help: 'Edition that declarations are judged by; always 1.',
    labelNames: ['edition'] as const,
    registers,
  });
  const changes = new Counter({
    name: 'tidewaiter_edition_changes_total',
    help: 'Times that another edition came in force while the process worked.',
    registers,
  });
  const failures = new Counter({
    name: 'tidewaiter_edition_failures_total',
    help: 'Times that an edition could not be loaded.',
    registers,
  });
  new Gauge({
    name: 'tidewaiter_edition_overdue_seconds',
    help: 'For how long the reference topic has named another edition than declarations are judged by here; 0 while they agree.',
    registers,
    collect() {
      const since = overdueSince();
      this.set(since === undefined ? 0 : Math.max(0, now() - since) / 1000);
    },
  });
  return {
    use: ({ id }) => {
      info.reset();
      info.set({ edition: id.slice(0, 12) }, 1);
    },
    changed: () => changes.inc(),
    unusable: () => failures.inc(),
  };
}
