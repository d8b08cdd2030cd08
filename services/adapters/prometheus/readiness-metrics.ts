import { Gauge, type Registry } from 'prom-client';
import type { Readiness } from '../readiness/readiness.ts';

/** Each named check as a number, worked out when asked. */
export function readinessMetrics(registry: Registry, readiness: Pick<Readiness, 'state'>): void {
  new Gauge({
    name: 'tidewaiter_ready',
    help: 'Whether everything that the services of this process need is there.',
    registers: [registry],
    collect() {
      this.set(readiness.state().ready ? 1 : 0);
    },
  });
  new Gauge({
    name: 'tidewaiter_check_ready',
    help: 'Whether a named check finds what it looks for.',
    labelNames: ['check'] as const,
    registers: [registry],
    collect() {
      for (const { check, status } of readiness.state().checks) this.set({ check }, status === 'failing' ? 0 : 1);
    },
  });
}
