import type { Admin } from 'kafkajs';
import type { Milliseconds, ReferenceSettings } from '../../../config/settings.ts';
import type { ErrorCode } from '../../risk/failure/error-codes.ts';
import type { ReferenceData } from '../../risk/look-up/reference-data.ts';
import type { RiskModel } from '../../scoring/ports/risk-model.ts';
import type { Database } from '../postgres/database.ts';
import { type Migration, pendingMigrations } from '../postgres/migrate.ts';
import { licenceRegisterStatus, type StoredSources } from './licence-register.ts';
import { type CheckStatus, degraded, failing, OK } from './readiness.ts';
import { oldAfter } from './reference-age.ts';
import type { HealthCheck } from './run-health-checks.ts';

/** Whether the brokers answer and have the topics. @param admin connected, or connecting by itself */
export function brokerCheck(admin: Pick<Admin, 'listTopics'>, topics: readonly string[]): HealthCheck {
  return {
    check: 'kafka',
    probe: async () => {
      const there = new Set(await admin.listTopics());
      const missing = topics.filter((topic) => !there.has(topic));
      return missing.length === 0 ? OK : failing(`topics are missing: ${missing.join(', ')}`);
    },
  };
}

/** Whether the database answers at all. */
export function databaseCheck(database: Database): HealthCheck {
  return {
    check: 'postgres',
    probe: async () => {
      await database.query('SELECT 1');
      return OK;
    },
  };
}

/** Whether the database has every migration of this release. */
export function migrationsCheck(database: Database, migrations: readonly Migration[]): HealthCheck {
  return {
    check: 'migrations',
    probe: async () => {
      const pending = await pendingMigrations(database.query, migrations);
      return pending.length === 0 ? OK : failing(`not applied: ${pending.map(({ name }) => name).join(', ')}`);
    },
  };
}

const STORED = `
SELECT (SELECT extract(epoch FROM loaded_at) * 1000 FROM licence_register)::float8 AS loaded_at, (SELECT revision FROM licence_register)::float8 AS revision,
  (SELECT extract(epoch FROM since) * 1000 FROM history_state)::float8 AS since`;

interface StoredRow extends Record<string, unknown> {
  readonly loaded_at: number | null;
  readonly revision: number | null;
  readonly since: number | null;
}

export interface LicenceRegisterCheck {
  readonly database: Database;
  readonly settings: Pick<ReferenceSettings, 'licenceRegister' | 'oldAfter'>;
  readonly now: () => number;
  /** Called with what was found each time, for metrics. */
  readonly onStored: (sources: StoredSources) => void;
}

/** Whether a licence register was ever loaded, and how long ago. */
export function licenceRegisterCheck({ database, settings, now, onStored }: LicenceRegisterCheck): HealthCheck {
  return {
    check: 'licence-register',
    probe: async () => {
      const sources = storedSources((await database.query<StoredRow>(STORED))[0]!);
      onStored(sources);
      return licenceRegisterStatus(sources.licences?.loadedAt, settings, now());
    },
  };
}

function storedSources({ loaded_at, revision, since }: StoredRow): StoredSources {
  return {
    ...(loaded_at !== null && revision !== null && { licences: { loadedAt: loaded_at, revision } }),
    ...(since !== null && { history: { since } }),
  };
}

/** Whether every model can be asked: a question about nothing costs nothing, and is answered only by a model that works. */
export function modelCheck(models: () => readonly RiskModel[]): HealthCheck {
  return {
    check: 'models',
    probe: async () => {
      const statuses = await Promise.all(models().map(statusOf));
      return statuses.find(({ status }) => status === 'failing') ?? OK;
    },
  };
}

async function statusOf(model: RiskModel): Promise<CheckStatus> {
  try {
    await model.answer([]);
    return OK;
  } catch (error) {
    return failing(`${model.name}: ${error instanceof Error ? error.name : 'unknown error'}`);
  }
}

export interface ReferenceCheck {
  /** What is in use, or undefined while nothing is loaded. */
  readonly reference: () => Pick<ReferenceData, 'sourceDays'> | undefined;
  /** Names of the sets that scoring cannot do without. */
  readonly required: readonly string[];
  readonly limits: ReferenceSettings['oldAfter'];
  readonly now: () => number;
}

/** Whether the reference sets are loaded, and none says what was true too long ago. */
export function referenceCheck({ reference, required, limits, now }: ReferenceCheck): HealthCheck {
  const isOld = ([set, day]: [string, string]): boolean =>
    now() - Date.parse(day) > (oldAfter(set, limits) ?? Infinity);
  return {
    check: 'reference',
    probe: () => {
      const days = reference()?.sourceDays ?? {};
      const missing = required.filter((set) => !(set in days));
      if (missing.length > 0) return Promise.resolve(failing(`not loaded: ${missing.join(', ')}`));
      const old = Object.entries(days)
        .filter(isOld)
        .map(([set, day]) => `${set} of ${day}`);
      return Promise.resolve(old.length > 0 ? degraded(`old: ${old.join(', ')}`) : OK);
    },
  };
}

/** How a process stands to what the reference topic names. */
export interface EditionStanding {
  readonly inForce: string;
  /** The edition that the topic names, where this process does not judge by it (yet). */
  readonly wanted?: {
    readonly id: string;
    /** Milliseconds since the epoch. */
    readonly since: number;
    /** Why it could not be loaded when that was tried last. */
    readonly code?: ErrorCode;
  };
}

export interface EditionCheck {
  readonly standing: () => EditionStanding;
  /** For how long a process may judge by another edition than the topic names. */
  readonly grace: Milliseconds;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Whether declarations are judged by the edition that is in force: a process that cannot load it goes on with the one before for a while, and says so. */
export function editionCheck({ standing, grace, now }: EditionCheck): HealthCheck {
  return {
    check: 'edition',
    probe: () => {
      const { inForce, wanted } = standing();
      if (wanted === undefined) return Promise.resolve(OK);
      const why = wanted.code === undefined ? 'is being loaded' : `cannot be loaded (${wanted.code})`;
      const reason = `edition ${wanted.id.slice(0, 12)} ${why}; declarations are judged by ${inForce.slice(0, 12)}`;
      return Promise.resolve(now() - wanted.since > grace ? failing(reason) : degraded(reason));
    },
  };
}
