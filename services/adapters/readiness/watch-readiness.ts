import type { Admin } from 'kafkajs';
import type { ReferenceSettings } from '../../../config/settings.ts';
import type { ReferenceData } from '../../scoring/ports/reference-data.ts';
import type { RiskModel } from '../../scoring/ports/risk-model.ts';
import type { ConsumerEvent } from '../kafka/stream/consumer-events.ts';
import type { Database } from '../postgres/database.ts';
import type { Migration } from '../postgres/migrate.ts';
import { brokerProbe } from './broker-probe.ts';
import { consumerCheck } from './consumer-check.ts';
import { modelProbe } from './model-probe.ts';
import { databaseProbe, licenceRegisterProbe, migrationsProbe } from './postgres-probes.ts';
import { type Probe, type ProbeSettings, startProbes } from './probes.ts';
import { createReadiness, failing, OK, type Readiness } from './readiness.ts';
import { referenceProbe } from './reference-probe.ts';
import type { StoredSources } from './stored-sources.ts';

/** What every process needs, whatever it does. */
export interface ReadinessParts {
  /** Services of this process, each a member of its own consumer group. */
  readonly services: readonly string[];
  readonly database: Database;
  readonly migrations: readonly Migration[];
  readonly admin: Pick<Admin, 'listTopics'>;
  readonly topics: readonly string[];
  /** Only where the process judges. */
  readonly judging?: JudgingParts;
  /** Checks that are told from outside, besides those made here. */
  readonly told?: readonly string[];
  readonly probes: ProbeSettings;
  readonly now: () => number;
}

/** What judging needs besides. */
export interface JudgingParts {
  readonly policyHash: () => string | undefined;
  readonly reference: () => Pick<ReferenceData, 'sourceDays'> | undefined;
  readonly requiredSets: readonly string[];
  readonly settings: ReferenceSettings;
  readonly models: readonly RiskModel[];
  readonly onStoredSources: (sources: StoredSources) => void;
}

export interface WatchedReadiness extends Pick<Readiness, 'state' | 'report'> {
  /** To be told of everything that happens to a service's consumer. */
  consumer(service: string, event: ConsumerEvent): void;
  stop(): Promise<void>;
}

/** Looks after everything that a process needs: by asking what can be asked, and by listening to its consumers. */
export function watchReadiness(parts: ReadinessParts): WatchedReadiness {
  const probes = [
    databaseProbe(parts.database),
    migrationsProbe(parts.database, parts.migrations),
    brokerProbe(parts.admin, parts.topics),
    ...(parts.judging ? judgingProbes(parts, parts.judging) : []),
  ];
  const readiness = createReadiness([...probes.map(({ check }) => check), ...parts.services, ...(parts.told ?? [])]);
  const consumers = new Map(parts.services.map((service) => [service, consumerCheck(readiness, service)]));
  const running = startProbes(readiness, probes, parts.probes);
  return { ...readiness, consumer: (service, event) => consumers.get(service)?.(event), stop: () => running.stop() };
}

function judgingProbes(
  { database, now }: ReadinessParts,
  { policyHash, reference, requiredSets, settings, models, onStoredSources }: JudgingParts,
): readonly Probe[] {
  return [
    { check: 'policy', look: () => Promise.resolve(policyHash() === undefined ? failing('no policy is loaded') : OK) },
    referenceProbe({ reference, required: requiredSets, limits: settings.oldAfter, now }),
    licenceRegisterProbe({ database, settings, now, observe: onStoredSources }),
    modelProbe(models),
  ];
}
