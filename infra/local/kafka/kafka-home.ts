import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import { withLock } from '../../setup/lock.mjs';
import { projectRoot } from '../../setup/project-root.mjs';
import { cacheFolder } from '../cache/cache-folder.ts';
import type { Report } from '../report.ts';
import { runToEnd } from '../run/run-to-end.ts';
import type { Run } from '../run/run.ts';
import { classPath, fetchJars } from './fetch-jars.ts';
import { archiveClasses } from './class-archive.ts';
import type { Java } from './java.ts';
import { serverProperties } from './server-properties.ts';

/** What every local broker is started from; made once per user and version. */
export interface KafkaHome {
  readonly java: Java;
  readonly folder: string;
  readonly jars: string;
  /** A formatted, empty data folder to copy. */
  readonly formatted: string;
  /** Class data of an earlier start, which makes the next ones quicker; may be absent. */
  readonly classArchive: string;
}

/** Any 16 bytes in base64url. */
const CLUSTER_ID = 'TidewaiterLocalKafka_w';

/** Fetches and formats what is not in the cache yet, while no other process does the same. */
export async function prepareKafkaHome(run: Run, java: Java, report: Report): Promise<KafkaHome> {
  const home = homeOf(java);
  mkdirSync(home.folder, { recursive: true });
  await withLock(
    join(home.folder, 'lock'),
    async () => {
      await fetchJars(run, pomFile(), home.jars, report);
      if (!existsSync(home.formatted)) await formatOnce(run, home, report);
      if (!existsSync(home.classArchive)) await archiveClasses(run, home, report);
    },
    (holder) => { report(`Waiting for process ${holder}, which is preparing Kafka`); },
  );
  return home;
}

/** Where everything lies, made or not. Another pom gives another home; an archive of classes fits only the runtime that made it. */
export function homeOf(java: Java, environment: NodeJS.ProcessEnv = process.env): KafkaHome {
  const folder = join(cacheFolder(environment), `kafka-${shortHash(readFileSync(pomFile(), 'utf8'))}`);
  return {
    java,
    folder,
    jars: join(folder, 'jars'),
    formatted: join(folder, 'formatted'),
    classArchive: join(folder, `classes-${shortHash(java.command + java.description)}.jsa`),
  };
}

function pomFile(): string {
  return join(projectRoot(), 'infra', 'local', 'kafka', 'pom.xml');
}

/** Formatting takes seconds and gives two small files that hold no port and no path. */
async function formatOnce(run: Run, home: KafkaHome, report: Report): Promise<void> {
  report('Formatting a Kafka data folder (once)');
  const work = mkdtempSync(join(home.folder, 'formatting-'));
  renameSync(await formatDataFolder(run, home, work), home.formatted);
  rmSync(work, { recursive: true });
}

/** An account that brokers know by SCRAM-SHA-512. Name and password without commas and brackets. */
export interface BrokerAccount {
  readonly name: string;
  readonly password: string;
}

/** Makes an empty data folder within `folder` in which the accounts are known from the start; returns its path. @throws TDW_LOCAL_KAFKA */
export async function formatDataFolder(run: Run, home: KafkaHome, folder: string, accounts: readonly BrokerAccount[] = []): Promise<string> {
  const dataFolder = join(folder, 'data');
  const properties = join(folder, 'server.properties');
  writeFileSync(properties, serverProperties({ dataFolder, clientPort: 1, advertisedPort: 1, directPort: 2, controllerPort: 3 }));
  const known = accounts.flatMap(({ name, password }) => ['--add-scram', `SCRAM-SHA-512=[name=${name},password=${password}]`]);
  await runStorageTool(run, home, ['format', '--cluster-id', CLUSTER_ID, '--config', properties, ...known]);
  return dataFolder;
}

async function runStorageTool(run: Run, home: KafkaHome, args: readonly string[]): Promise<void> {
  const { status, output } = await runToEnd(run, home.java.command, ['-cp', classPath(home.jars), 'kafka.tools.StorageTool', ...args]);
  if (status !== 0) throw new TidewaiterError('TDW_LOCAL_KAFKA', `Kafka's storage tool failed:\n${output}`);
}

function shortHash(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
