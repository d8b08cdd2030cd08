import { startLocalKafka } from './kafka/start-local-kafka.ts';
import { startLocalPostgres } from './postgres/start-local-postgres.ts';
import { inRun, type Run } from './run/run.ts';
import { type Report, toStandardError } from './server/report.ts';

export interface LocalInfrastructureOptions {
  /** Told what is being done, one line each. Default: standard error. */
  readonly report?: Report;
  /** Default: the environment of this process. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Settings of a Postgres that is started here, beside or instead of ours. */
  readonly postgresSettings?: Readonly<Record<string, string>>;
}

/** A broker and a database to work with: local ones, or those that the user names. */
export interface LocalInfrastructure {
  readonly brokers: string;
  readonly postgresUrl: string;
  /** Ends what was started here and removes its data. */
  stop(): Promise<void>;
}

interface Part {
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Starts Kafka and Postgres side by side. Where TIDEWAITER_KAFKA_BROKERS or TIDEWAITER_POSTGRES_URL is set, that one is
 * used as it is and none is started.
 * @throws the codes of startLocalKafka and startLocalPostgres
 */
export async function startLocalInfrastructure(options: LocalInfrastructureOptions = {}): Promise<LocalInfrastructure> {
  const report = options.report ?? toStandardError;
  const environment = options.environment ?? process.env;
  return inRun(undefined, async (run, clear) => {
    const starting = [
      kafkaPart(run, report, environment),
      postgresPart(run, report, environment, options.postgresSettings),
    ] as const;
    // Both are waited for even when one fails, so that clearing meets no half-started server.
    await Promise.allSettled(starting);
    const [kafka, postgres] = await Promise.all(starting);
    return {
      brokers: kafka.address,
      postgresUrl: postgres.address,
      stop: async () => {
        await Promise.all([kafka.stop(), postgres.stop()]);
        await clear();
      },
    };
  });
}

async function kafkaPart(run: Run, report: Report, environment: NodeJS.ProcessEnv): Promise<Part> {
  const given = environment['TIDEWAITER_KAFKA_BROKERS'];
  if (given !== undefined && given !== '') return notOurs(given);
  const kafka = await startLocalKafka({ run, report });
  return { address: kafka.brokers, stop: () => kafka.stop() };
}

async function postgresPart(
  run: Run,
  report: Report,
  environment: NodeJS.ProcessEnv,
  settings: Readonly<Record<string, string>> = {},
): Promise<Part> {
  const given = environment['TIDEWAITER_POSTGRES_URL'];
  if (given !== undefined && given !== '') return notOurs(given);
  const postgres = await startLocalPostgres({ run, report, settings });
  return { address: postgres.url, stop: () => postgres.stop() };
}

function notOurs(address: string): Part {
  return { address, stop: () => Promise.resolve() };
}
