import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { findJava } from '../../infra/local/kafka/java.ts';
import { cacheFolder } from '../../infra/local/server/cache-folder.ts';
import { schemaFolder } from '../../services/adapters/avro/schema-files.ts';

const CLIENTS = join(schemaFolder(), 'clients');
const CONFLUENT_KAFKA = 'confluent-kafka==2.16.1';

/** How a program of another team ended. */
export interface Ended {
  readonly status: number | null;
  readonly lines: readonly string[];
  readonly complaint: string;
}

/** Runs a program of `schemas/clients` to its end. */
export type RunClient = (program: string, ...args: readonly string[]) => Promise<Ended>;

/** The Java programs, with the jars that their pom names, fetched once. @throws where Java or Maven is missing */
export function javaClient(): RunClient {
  const pom = join(CLIENTS, 'java', 'pom.xml');
  const jars = fetched(`clients-java-${hashOf(readFileSync(pom, 'utf8'))}`, (folder) =>
    spawnSync(
      'mvn',
      [
        '-B',
        '-q',
        '-f',
        pom,
        'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies',
        `-DoutputDirectory=${folder}`,
        '-DincludeScope=runtime',
      ],
      { encoding: 'utf8' },
    ),
  );
  if (jars === undefined) throw new Error('Maven could not fetch the jars of schemas/clients/java/pom.xml');
  const { command } = findJava();
  return (program, ...args) =>
    run(command, ['-Xmx256m', '-cp', join(jars, '*'), join(CLIENTS, 'java', program), ...args], {});
}

/** The Python programs, with a Kafka client that is installed or can be fetched; undefined where neither is so. */
export function pythonClient(): RunClient | undefined {
  const installed = spawnSync('python3', ['-c', 'import confluent_kafka']).status === 0;
  const packages = installed
    ? ''
    : fetched(`clients-python-${hashOf(CONFLUENT_KAFKA)}`, (folder) =>
        spawnSync('python3', ['-m', 'pip', 'install', '--quiet', '--target', folder, CONFLUENT_KAFKA], {
          encoding: 'utf8',
        }),
      );
  if (packages === undefined) return undefined;
  return (program, ...args) =>
    run('python3', [join(CLIENTS, 'python', program), ...args], { PYTHONPATH: packages, PYTHONDONTWRITEBYTECODE: '1' });
}

/** A folder of the cache that is there once it is whole. */
function fetched(name: string, fetch: (folder: string) => { readonly status: number | null }): string | undefined {
  const folder = join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  const arriving = `${folder}.arriving`;
  rmSync(arriving, { recursive: true, force: true });
  mkdirSync(arriving);
  if (fetch(arriving).status !== 0) return undefined;
  renameSync(arriving, folder);
  return folder;
}

async function run(
  command: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<Ended> {
  const child = spawn(command, args, { env: { ...process.env, ...variables }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, complaint, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((done) => child.on('close', done)),
  ]);
  return { status, lines: out.split('\n').filter((line) => line !== ''), complaint };
}

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex').slice(0, 16);
