import type { Admin } from 'kafkajs';
import type { ReferenceSettings } from '../../../config/settings.ts';
import type { ReferenceData } from '../../risk/look-up/reference-data.ts';
import type { RiskModel } from '../../scoring/ports/risk-model.ts';
import type { ConsumerEvent } from '../kafka/stream/consumer-events.ts';
import type { Database } from '../postgres/database.ts';
import type { Migration } from '../postgres/migrate.ts';
import { consumerCheck } from './consumer-check.ts';
import {
  brokerCheck,
  databaseCheck,
  editionCheck,
  type EditionStanding,
  licenceRegisterCheck,
  migrationsCheck,
  modelCheck,
  referenceCheck,
} from './health-checks.ts';
import type { StoredSources } from './licence-register.ts';
import { createReadiness, type Readiness } from './readiness.ts';
import { type HealthCheck, type HealthCheckSettings, startHealthChecks } from './run-health-checks.ts';

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
  /** Checks that others report on, besides those made here. */
  readonly reported?: readonly string[];
  readonly healthChecks: HealthCheckSettings;
  readonly now: () => number;
}

/** What judging needs besides. */
export interface JudgingParts {
  readonly edition: () => EditionStanding;
  readonly reference: () => Pick<ReferenceData, 'sourceDays'> | undefined;
  readonly requiredSets: readonly string[];
  readonly settings: ReferenceSettings;
  readonly models: () => readonly RiskModel[];
  readonly onStoredSources: (sources: StoredSources) => void;
}

export interface WatchedReadiness extends Pick<Readiness, 'state' | 'report'> {
  /** To be told of everything that happens to a service's consumer. */
  consumer(service: string, event: ConsumerEvent): void;
  stop(): Promise<void>;
}

/** Looks after everything that a process needs: by asking what can be asked, and by listening to its consumers. */
export function watchReadiness(parts: ReadinessParts): WatchedReadiness {
  const checks = [
    databaseCheck(parts.database),
    migrationsCheck(parts.database, parts.migrations),
    brokerCheck(parts.admin, parts.topics),
    ...(parts.judging ? judgingChecks(parts, parts.judging) : []),
  ];
  const readiness = createReadiness([
    ...checks.map(({ check }) => check),
    ...parts.services,
    ...(parts.reported ?? []),
  ]);
  const consumers = new Map(parts.services.map((service) => [service, consumerCheck(readiness, service)]));
  const running = startHealthChecks(readiness, checks, parts.healthChecks);
  return { ...readiness, consumer: (service, event) => consumers.get(service)?.(event), stop: () => running.stop() };
}

function judgingChecks(
  { database, now }: ReadinessParts,
  { edition, reference, requiredSets, settings, models, onStoredSources }: JudgingParts,
): readonly HealthCheck[] {
  return [
    editionCheck({ standing: edition, grace: settings.editionGrace, now }),
    referenceCheck({ reference, required: requiredSets, limits: settings.oldAfter, now }),
    licenceRegisterCheck({ database, settings, now, onStored: onStoredSources }),
    modelCheck(models),
  ];
}
