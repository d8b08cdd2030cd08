import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import type { Run } from '../run/run.ts';
import { runToEnd } from '../run/run-to-end.ts';
import { classPath } from './fetch-jars.ts';
import type { KafkaHome } from './kafka-home.ts';
import { serverProperties } from './server-properties.ts';

/** Any 16 bytes in base64url. */
const CLUSTER_ID = 'TidewaiterLocalKafka_w';

/** An account that brokers know by SCRAM-SHA-512. Name and password without commas and brackets. */
export interface BrokerAccount {
  readonly name: string;
  readonly password: string;
}

/** Makes an empty data folder within `folder` in which the accounts are known from the start; returns its path. @throws TDW_LOCAL_KAFKA */
export async function formatDataFolder(
  run: Run,
  home: KafkaHome,
  folder: string,
  accounts: readonly BrokerAccount[] = [],
): Promise<string> {
  const dataFolder = join(folder, 'data');
  const properties = join(folder, 'server.properties');
  writeFileSync(
    properties,
    serverProperties({ dataFolder, clientPort: 1, advertisedPort: 1, directPort: 2, controllerPort: 3 }),
  );
  const known = accounts.flatMap(({ name, password }) => [
    '--add-scram',
    `SCRAM-SHA-512=[name=${name},password=${password}]`,
  ]);
  await runStorageTool(run, home, ['format', '--cluster-id', CLUSTER_ID, '--config', properties, ...known]);
  return dataFolder;
}

async function runStorageTool(run: Run, home: KafkaHome, args: readonly string[]): Promise<void> {
  const { status, output } = await runToEnd(run, home.java.command, [
    '-cp',
    classPath(home.jars),
    'kafka.tools.StorageTool',
    ...args,
  ]);
  if (status !== 0) throw new TidewaiterError('TDW_LOCAL_KAFKA', `Kafka's storage tool failed:\n${output}`);
}
