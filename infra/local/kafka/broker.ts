import type { ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../setup/project-root.mjs';
import type { Run } from '../run/run.ts';
import { type LocalServer, startServer } from '../server/local-server.ts';
import type { BrokerPlace } from './broker-place.ts';
import { classPath } from './fetch-jars.ts';
import type { KafkaHome } from './kafka-home.ts';
import { serverProperties } from './server-properties.ts';

export interface BrokerOptions {
  /** Default 384: an idle broker then takes about 300 MB. */
  readonly heapMebibytes?: number;
  readonly settings?: Readonly<Record<string, string>>;
  /** Options of the Java runtime beside ours. */
  readonly javaOptions?: readonly string[];
}

/** Starts a broker on a fresh data folder. @throws TDW_LOCAL_KAFKA */
export function startBroker(
  run: Run,
  home: KafkaHome,
  place: BrokerPlace,
  options: BrokerOptions = {},
): Promise<LocalServer> {
  const properties = `${place.dataFolder}.properties`;
  cpSync(home.formatted, place.dataFolder, { recursive: true });
  // Records are declarations, and the properties may hold passwords.
  chmodSync(place.dataFolder, 0o700);
  writeFileSync(properties, serverProperties(place, options.settings), { mode: 0o600 });
  return startServer({
    name: 'Kafka',
    failure: 'TDW_LOCAL_KAFKA',
    logFile: `${place.dataFolder}.log`,
    readyText: 'Kafka Server started',
    orderlyEnd: 'SIGTERM',
    launch: (output) => launch(run, home, properties, options, output),
  });
}

function launch(run: Run, home: KafkaHome, properties: string, options: BrokerOptions, output: number): ChildProcess {
  const logging = join(projectRoot(), 'infra', 'local', 'kafka', 'log4j2.xml');
  const javaOptions = [
    `-Xmx${options.heapMebibytes ?? 384}m`,
    `-Dlog4j2.configurationFile=${logging}`,
    ...(options.javaOptions ?? [
      `-XX:SharedArchiveFile=${home.classArchive}`,
      '-Xshare:auto',
      '-Xlog:disable',
      '-Xlog:all=error',
    ]),
  ];
  return run.start(home.java.command, [...javaOptions, '-cp', classPath(home.jars), 'kafka.Kafka', properties], {
    farewell: 'SIGKILL',
    stdio: ['ignore', output, output],
  });
}
