import type { Settings } from '../../../config/settings.ts';
import type { ServiceName } from './consumer.ts';

/** Connections that one partition can use at once, by what is done with it. Scoring gathers licences, counters and the history's state side by side; audit writes in one transaction. */
const PER_PARTITION = { scoring: 3, audit: 1 } as const satisfies Record<ServiceName, number>;
/** Readiness looks at database, migrations and licence register. */
const FOR_READINESS = 3;
/** A command does one thing after the other; few do two at once. */
const OF_A_COMMAND = 4;

/** Most connections that a process keeps: what the settings say, else as many as its services can use at once, so that no partition waits for another's. */
export function connectionsOfServices(
  { postgres, scoring }: Pick<Settings, 'postgres' | 'scoring'>,
  services: readonly ServiceName[],
): number {
  const perPartition = services.reduce((sum, service) => sum + PER_PARTITION[service], 0);
  return postgres.pool.max ?? scoring.partitionsConcurrently * perPartition + FOR_READINESS;
}

/** The same for a command. */
export function connectionsOfCommand({ pool }: Settings['postgres']): number {
  return pool.max ?? OF_A_COMMAND;
}
