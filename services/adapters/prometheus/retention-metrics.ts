import { Gauge, type Registry } from 'prom-client';

/** How long the topics of each service keep their records: what waits longer leaves them unanswered. @param kept milliseconds, the shortest of a service's topics */
export function retentionMetrics(registry: Registry, kept: ReadonlyMap<string, number>): void {
  const gauge = new Gauge({
    name: 'tidewaiter_retention_seconds',
    help: 'Shortest time that a topic of the service keeps its records, by the settings.',
    labelNames: ['service'] as const,
    registers: [registry],
  });
  for (const [service, milliseconds] of kept) gauge.set({ service }, milliseconds / 1000);
}
