import { Counter, Gauge, type Registry } from 'prom-client';
import type { DeadlineSettings } from '../../../config/settings.ts';
import type { DeclarationEvent } from '../../risk/declaration/declaration-event.ts';
import type { Emitted } from '../../scoring/steps/emit-step.ts';
import type { Read } from './committed-batches.ts';

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

/** As deadlines tell them apart. */
export type TransportMode = keyof DeadlineSettings;

/** UN/ECE Recommendation 19. */
const MODES: Readonly<Record<string, TransportMode>> = {
  1: 'sea',
  2: 'rail',
  3: 'road',
  4: 'air',
  5: 'mail',
  7: 'fixedInstallation',
  8: 'inlandWater',
};

/** Mode of transport at the border, else of departure or arrival; at sea, in containers or not. */
export function transportModeOf({ borderTransportMeans, consignment, goodsShipment }: DeclarationEvent): TransportMode {
  const consignments = [consignment, goodsShipment?.consignment].filter((one) => one !== undefined);
  const means = [
    borderTransportMeans,
    ...consignments.flatMap((one) => [one.departureTransportMeans, one.arrivalTransportMeans]),
  ];
  const code = means.find((one) => one?.modeCode !== undefined)?.modeCode ?? '';
  const mode = MODES[code.slice(0, 1)] ?? 'otherwise';
  const inContainers = consignments.some(
    ({ containerCode, transportEquipments }) => containerCode === '1' || transportEquipments.length > 0,
  );
  return mode === 'sea' && inContainers ? 'containerisedSea' : mode;
}
