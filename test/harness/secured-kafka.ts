import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { classPath } from '../../infra/local/kafka/fetch-jars.ts';
import type { KafkaHome } from '../../infra/local/kafka/kafka-home.ts';
import { startLocalKafka } from '../../infra/local/kafka/start-local-kafka.ts';
import { openRun, type Run } from '../../infra/local/run/run.ts';
import { runToEnd } from '../../infra/local/run/run-to-end.ts';
import { makeCertificate } from './certificates.ts';

/** A broker as in earnest: TLS, an account for everybody, and nothing allowed that was not granted. */
export interface SecuredKafka {
  /** By the name that stands in the certificate. */
  readonly brokers: string;
  readonly port: number;
  /** Client properties of the administrator, for Kafka's own tools. */
  readonly adminProperties: string;
  /** Variables that connect as an account: "admin" or one of those given. */
  as(account: string): Readonly<Record<string, string>>;
  /** Pastes a script into a shell and has Kafka's own tool do every kafka-acls.sh in it. */
  pasteAclCommands(script: string): Promise<{ readonly status: number | null; readonly output: string }>;
  stop(): Promise<void>;
}

const secret = (): string => randomBytes(12).toString('hex');

/** Starts a broker with StandardAuthorizer whose clients come by SASL_SSL with SCRAM-SHA-512. @param accounts besides the super-user "admin" */
export async function startSecuredKafka(accounts: readonly string[]): Promise<SecuredKafka> {
  const run = await openRun();
  const certificate = makeCertificate(run.folder, 'IP:127.0.0.1');
  const passwords = new Map(['admin', ...accounts].map((name) => [name, secret()]));
  const broker = await startLocalKafka({
    run,
    settings: securitySettings(certificate.bothFile, certificate.caFile, secret()),
    accounts: [...passwords].map(([name, password]) => ({ name, password })),
  });
  const adminProperties = join(run.folder, 'admin.properties');
  writeFileSync(adminProperties, clientProperties(certificate.caFile, 'admin', passwords.get('admin')!));
  return {
    brokers: broker.brokers,
    port: broker.port,
    adminProperties,
    as: (account) => ({
      TIDEWAITER_KAFKA_BROKERS: broker.brokers,
      TIDEWAITER_KAFKA_SSL_ENABLED: 'true',
      TIDEWAITER_KAFKA_SSL_CA_FILE: certificate.caFile,
      TIDEWAITER_KAFKA_SASL_MECHANISM: 'scram-sha-512',
      TIDEWAITER_KAFKA_SASL_USERNAME: account,
      TIDEWAITER_KAFKA_SASL_PASSWORD: passwords.get(account) ?? '',
    }),
    pasteAclCommands: (script) => pasteAclCommands(run, broker.home, script),
    stop: async () => {
      await broker.stop();
      await run.clear();
    },
  };
}

/** Brokers come to each other by an account of their own, on listeners that know no other. */
function securitySettings(keystore: string, truststore: string, brokerPassword: string): Record<string, string> {
  const itself = `org.apache.kafka.common.security.plain.PlainLoginModule required username="broker" password="${brokerPassword}" user_broker="${brokerPassword}";`;
  return {
    'listener.security.protocol.map': 'CLIENT:SASL_SSL,DIRECT:SASL_SSL,CONTROLLER:SASL_SSL',
    'sasl.enabled.mechanisms': 'PLAIN',
    'sasl.mechanism.inter.broker.protocol': 'PLAIN',
    'sasl.mechanism.controller.protocol': 'PLAIN',
    'listener.name.client.sasl.enabled.mechanisms': 'SCRAM-SHA-512',
    'listener.name.client.scram-sha-512.sasl.jaas.config':
      'org.apache.kafka.common.security.scram.ScramLoginModule required;',
    'listener.name.direct.plain.sasl.jaas.config': itself,
    'listener.name.controller.plain.sasl.jaas.config': itself,
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': keystore,
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': truststore,
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'allow.everyone.if.no.acl.found': 'false',
    'super.users': 'User:broker;User:admin',
    // One coordinator for all groups: once the first has been joined, none is still being loaded.
    'offsets.topic.num.partitions': '1',
  };
}

function clientProperties(caFile: string, account: string, password: string): string {
  return `security.protocol=SASL_SSL
sasl.mechanism=SCRAM-SHA-512
sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="${account}" password="${password}";
ssl.truststore.type=PEM
ssl.truststore.location=${caFile}
`;
}

/**
 * The shell takes each line apart and writes down what kafka-acls.sh was given; then one Java runtime does all of it, by
 * the class that the script of the distribution runs. A runtime for each line would take half a minute.
 */
async function pasteAclCommands(
  run: Run,
  home: KafkaHome,
  script: string,
): Promise<{ readonly status: number | null; readonly output: string }> {
  const folder = mkdtempSync(join(run.folder, 'kafka-tools-'));
  const calls = join(folder, 'calls');
  const tool = join(folder, 'kafka-acls.sh');
  writeFileSync(tool, `#!/bin/sh\nprintf '%s\\n' "$@" '' >> '${calls}'\n`);
  chmodSync(tool, 0o755);
  const shell = spawnSync('sh', ['-e'], {
    input: script,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
  });
  if (shell.status !== 0) return { status: shell.status, output: shell.stderr };
  const program = join(import.meta.dirname, 'kafka-tools', 'AclCommands.java');
  return runToEnd(run, home.java.command, ['-XX:TieredStopAtLevel=1', '-cp', classPath(home.jars), program, calls]);
}
