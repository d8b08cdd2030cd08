import { Counter, Gauge, type Registry } from 'prom-client';
import type { DeadlineSettings } from '../../../config/settings.ts';
import type { Emitted } from '../../scoring/steps/emit.ts';
import { transportModeOf, type TransportMode } from './transport-mode.ts';

/** How much time there is for an answer, and which answers came too late although their events arrived in time. `committedAt` in milliseconds since the epoch. */
export function deadlineMetrics(registry: Registry, deadlines: DeadlineSettings): (answered: readonly Emitted[], committedAt: number) => void {
  const registers = [registry];
  const limits = Object.entries(deadlines) as [TransportMode, number][];
  new Gauge({ name: 'tidewaiter_answer_deadline_seconds', help: 'Shortest time that any mode of transport leaves for an answer.', registers }).set(Math.min(...limits.map(([, limit]) => limit)) / 1000);
  const late = new Counter({ name: 'tidewaiter_late_answers_total', help: 'Declarations that arrived before the deadline of their mode of transport and were answered after it.', labelNames: ['mode'] as const, registers });
  for (const [mode] of limits) late.inc({ mode }, 0);
  return (answered, committedAt) => {
    for (const { assessment, facts, record } of answered) {
      if (assessment.kind !== 'risk') continue;
      const mode = transportModeOf(facts.event);
      const deadline = (facts.asOf.source === 'acceptance' ? Date.parse(facts.asOf.instant) : record.timestamp) + deadlines[mode];
      if (record.timestamp < deadline && committedAt > deadline) late.inc({ mode });
    }
  };
}
