import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kafka, logLevel } from 'kafkajs';
import { DURABLE } from '../../../infra/local/postgres/durable.ts';
import { startLocalInfrastructure } from '../../../infra/local/start-local-infrastructure.ts';
import { type Codecs, createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { loadSettings } from '../../../services/adapters/config/load-settings.ts';
import { openKafka } from '../../../services/adapters/kafka/committed/open-kafka.ts';
import { type Database, openDatabase } from '../../../services/adapters/postgres/database.ts';
import { generateLicences } from '../../../services/generator/generate-trade.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { makeReady, makeTopics } from '../../harness/make-ready.ts';
import { type Backlog, fillBacklog } from '../input/backlog.ts';
import { type Crew, startCrew } from '../worker/crew.ts';
import type { Role } from '../worker/messages.ts';
import { type BenchWorker, startBenchWorker } from '../worker/start-worker.ts';

export type Variables = Readonly<Record<string, string>>;

/** A broker and a database of the bench's own, and what stands on them. */
export interface Stage {
  readonly client: Kafka;
  readonly codecs: Codecs;
  readonly database: Database;
  /** For files that are needed while the bench runs. */
  readonly folder: string;
  /** By which a process finds both, and what it needs. */
  readonly environment: Variables;
  /** Makes a topic of that name and fills it. */
  backlog(name: string, events: Iterable<DeclarationEvent>): Promise<Backlog>;
  /** Makes the topics that such settings name. */
  topics(variables: Variables): Promise<void>;
  /** Starts measured processes in a consumer group of that name. */
  crew(group: string, options: CrewOptions): Crew;
  /** Forgets which events were judged, so that the next run does the same work. Licences and the traders' history stay. */
  forgetEvents(): Promise<void>;
  /** Removes what was written to the output topics so far. */
  dropOutputs(): Promise<void>;
  stop(): Promise<void>;
}

export interface CrewOptions {
  readonly role: Role;
  readonly processes: number;
  /** Records after which they are done together. */
  readonly expected: number;
  readonly variables: Variables;
}

/** Of the input: more processes than that have nothing to do. */
export const PARTITIONS = 6;
const OUTPUTS = ['customs.assessments', 'customs.referrals', 'customs.notices'];

/** The variables by which a process reads and writes other topics than the usual ones. */
export const topicVariables = (names: {
  readonly declarations?: string;
  readonly assessments?: string;
}): Variables => ({
  ...(names.declarations !== undefined && { TIDEWAITER_KAFKA_TOPICS_NAMES_DECLARATIONS: names.declarations }),
  ...(names.assessments !== undefined && { TIDEWAITER_KAFKA_TOPICS_NAMES_ASSESSMENTS: names.assessments }),
});

export async function openStage({
  seed,
  profiles,
  report,
}: {
  readonly seed: number;
  readonly profiles?: string | undefined;
  readonly report: (line: string) => void;
}): Promise<Stage> {
  const servers = await startLocalInfrastructure({ report, environment: {}, postgresSettings: DURABLE });
  const folder = await mkdtemp(join(tmpdir(), 'tidewaiter-bench-'));
  const environment = commonVariables(servers.brokers, servers.postgresUrl, folder);
  const settingsWith = (variables: Variables) =>
    loadSettings({ variables: { ...environment, ...variables }, workingDirectory: folder }).settings;
  const client = openKafka({ clientId: 'bench', brokers: servers.brokers.split(','), logLevel: logLevel.NOTHING });
  const database = openDatabase({
    url: servers.postgresUrl,
    poolSize: 1,
    statementTimeoutMs: 600_000,
    connectTimeoutMs: 10_000,
  });
  const codecs = createCodecs();
  const workers: BenchWorker[] = [];
  const stage: Stage = {
    ...{ client, codecs, database, folder, environment },
    topics: (variables) => makeTopics(client, settingsWith(variables)),
    backlog: async (name, events) => {
      await stage.topics(topicVariables({ declarations: name }));
      return fillBacklog(client, codecs, name, events);
    },
    crew: (group, { role, processes, expected, variables }) =>
      startCrew(processes, expected, (number, onSample) => {
        const worker = startBenchWorker({
          role,
          onSample,
          profiles,
          name: `${group}-${role}-${number}`,
          environment: { ...environment, ...variables, TIDEWAITER_KAFKA_GROUP_ID: group },
        });
        workers.push(worker);
        return worker;
      }),
    forgetEvents: async () => void (await database.query('TRUNCATE events, write_offs')),
    dropOutputs: () => dropRecords(client, OUTPUTS),
    stop: async () => {
      await Promise.allSettled(workers.map((worker) => worker.stop()));
      await database.close();
      await servers.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    await makeReady(client, database, settingsWith({}), generateLicences(seed));
    return stage;
  } catch (error) {
    await stage.stop();
    throw error;
  }
}

function commonVariables(brokers: string, postgresUrl: string, folder: string): Variables {
  return {
    TIDEWAITER_ENV: 'test',
    TIDEWAITER_DATA_DIR: join(folder, 'data'),
    TIDEWAITER_KAFKA_BROKERS: brokers,
    TIDEWAITER_KAFKA_TOPICS_PARTITIONS: String(PARTITIONS),
    // A process that is busy on a crowded machine is not to be taken for dead.
    TIDEWAITER_KAFKA_CONSUMER_SESSION_TIMEOUT: '30 s',
    TIDEWAITER_KAFKA_TRANSACTION_TIMEOUT: '60 s',
    TIDEWAITER_POSTGRES_URL: postgresUrl,
    TIDEWAITER_AUTHORITY_COUNTRY: 'US',
    TIDEWAITER_AUTHORITY_CURRENCY: 'USD',
    TIDEWAITER_AUTHORITY_TIME_ZONE: 'America/New_York',
    TIDEWAITER_HTTP_PORT: '0',
    TIDEWAITER_LOGGING_LEVEL: 'error',
  };
}

async function dropRecords(client: Kafka, topics: readonly string[]): Promise<void> {
  const admin = client.admin();
  await admin.connect();
  for (const topic of topics) {
    const ends = await admin.fetchTopicOffsets(topic);
    const written = ends.filter(({ low, high }) => low !== high);
    if (written.length > 0)
      await admin.deleteTopicRecords({
        topic,
        partitions: written.map(({ partition, high }) => ({ partition, offset: high })),
      });
  }
  await admin.disconnect();
}
