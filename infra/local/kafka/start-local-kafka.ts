import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { inRun, type Run } from '../run/run.ts';
import type { LocalServer } from '../server/local-server.ts';
import { type Report, toStandardError } from '../server/report.ts';
import { startBroker } from './broker.ts';
import { placeBroker } from './broker-place.ts';
import { type BrokerAccount, formatDataFolder } from './format-data-folder.ts';
import { findJava } from './java.ts';
import type { KafkaHome } from './kafka-home.ts';
import { prepareKafkaHome } from './prepare-kafka-home.ts';

export interface LocalKafkaOptions {
  /** Told what is being done, one line each. Default: standard error. */
  readonly report?: Report;
  /** The port that clients are told to use instead of the broker's own: that of a proxy which leads to `port`. */
  readonly advertisedPort?: number;
  /** Most heap the broker takes, in MiB. Default 384. */
  readonly heapMebibytes?: number;
  /** Broker settings beside or instead of ours, by their Kafka names. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Accounts that the broker knows by SCRAM-SHA-512 from the start; of use where the settings ask for accounts. */
  readonly accounts?: readonly BrokerAccount[];
  /** The run that owns the broker. Default: one of its own. */
  readonly run?: Run;
}

/** A real broker on the loopback address. Its data last until `stop`. */
export interface LocalKafka extends LocalServer {
  /** What clients use, "127.0.0.1:PORT": the proxy's address where one is advertised. */
  readonly brokers: string;
  /** Past the proxy; the same as `brokers` in what it can do. */
  readonly directBrokers: string;
  /** Where the broker listens for clients; what a proxy leads to. */
  readonly port: number;
  /** What it was started from: where Kafka's own tools lie. */
  readonly home: KafkaHome;
  /** Ends the broker and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts an Apache Kafka broker (KRaft, one node) and returns when it answers.
 * @throws TDW_SETUP_JAVA_MISSING, TDW_SETUP_JAVA_TOO_OLD, TDW_SETUP_MAVEN_MISSING, TDW_SETUP_KAFKA_FETCH, TDW_LOCAL_KAFKA
 */
export async function startLocalKafka(options: LocalKafkaOptions = {}): Promise<LocalKafka> {
  const report = options.report ?? toStandardError;
  const java = findJava();
  return inRun(options.run, async (run, clear) => {
    const home = await homeWith(options.accounts, run, await prepareKafkaHome(run, java, report));
    report('Starting Kafka');
    const place = await placeBroker(run.folder, options.advertisedPort);
    const broker = await startBroker(run, home, place, options);
    report(`Kafka answers at 127.0.0.1:${place.advertisedPort}`);
    return {
      ...broker,
      brokers: `127.0.0.1:${place.advertisedPort}`,
      directBrokers: `127.0.0.1:${place.directPort}`,
      port: place.clientPort,
      home,
      // Its data go with it, so there is nothing to end in an orderly way.
      stop: async () => {
        await broker.halt('SIGKILL');
        await clear();
      },
    };
  });
}

/** Accounts stand in the first record of a broker's data, so they need a folder formatted with them. */
async function homeWith(accounts: LocalKafkaOptions['accounts'], run: Run, home: KafkaHome): Promise<KafkaHome> {
  if (accounts === undefined) return home;
  return {
    ...home,
    formatted: await formatDataFolder(run, home, mkdtempSync(join(run.folder, 'kafka-accounts-')), accounts),
  };
}
