import { Counter, Gauge, type Registry } from 'prom-client';
import type { DeadlineSettings } from '../../../config/settings.ts';
import type { Emitted } from '../../scoring/steps/emit.ts';
import type { Read } from './committed-batches.ts';
import { type TransportMode, transportModeOf } from './transport-mode.ts';

/** How much time there is for an answer, and which answers came too late although their events arrived in time. */
export function deadlineMetrics(registry: Registry, deadlines: DeadlineSettings): Read<readonly Emitted[]> {
  const registers = [registry];
  const limits = Object.entries(deadlines) as [TransportMode, number][];
  new Gauge({
    name: 'tidewaiter_answer_deadline_seconds',
    help: 'Shortest time that any mode of transport leaves for an answer.',
    registers,
  }).set(Math.min(...limits.map(([, limit]) => limit)) / 1000);
  const late = new Counter({
    name: 'tidewaiter_late_answers_total',
    help: 'Declarations that arrived before the deadline of their mode of transport and were answered after it.',
    labelNames: ['mode'] as const,
    registers,
  });
  for (const [mode] of limits) late.inc({ mode }, 0);
  return (answered) => {
    const inTime = answered.flatMap(({ assessment, facts, record }) => {
      if (assessment.kind !== 'risk') return [];
      const mode = transportModeOf(facts.event);
      const deadline =
        (facts.asOf.source === 'acceptance' ? Date.parse(facts.asOf.instant) : record.timestamp) + deadlines[mode];
      return record.timestamp < deadline ? [{ mode, deadline }] : [];
    });
    return (committedAt) => {
      for (const { mode, deadline } of inTime) if (committedAt > deadline) late.inc({ mode });
    };
  };
}
