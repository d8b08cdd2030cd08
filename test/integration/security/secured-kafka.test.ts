import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import kafkajs, { type Kafka } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TopicKey } from '../../../config/settings.ts';
import { topicNames } from '../../../config/topic-names.ts';
import { loadSettings } from '../../../services/adapters/config/load-settings.ts';
import { ACL_ROLES } from '../../../services/adapters/kafka/admin/acl-roles.ts';
import { createKafka } from '../../../services/adapters/kafka/kafka-client.ts';
import { type Database, openDatabase } from '../../../services/adapters/postgres/database.ts';
import { clientSettings } from '../../../services/runtime/compose/kafka.ts';
import { whatKeepsCertificatesAway } from '../../harness/certificates.ts';
import { pollUntil } from '../../harness/poll-until.ts';
import { postgresForTests } from '../../harness/postgres-for-tests.ts';
import { type SecuredKafka, startSecuredKafka } from '../../harness/secured-kafka.ts';
import { declarationLine } from '../../unit/cli/declaration-line.ts';
import { type CliRun, runCli } from '../../unit/cli/run-cli.ts';

const obstacle = whatKeepsCertificatesAway();
const MAIN = join(import.meta.dirname, '../../../dist/services/cli/main.js');
const ACCOUNTS = ACL_ROLES.map(({ account }) => account);
const TOPICS: readonly TopicKey[] = [
  'declarations',
  'assessments',
  'referrals',
  'notices',
  'deadLetters',
  'outcomes',
  'reference',
];

const ANSWERED_WITHIN_MS = 45_000;

/** Who may read and write what, as a customs administration would say it; everything else must be refused. */
const MAY: Readonly<
  Record<string, { readonly reads: readonly TopicKey[]; readonly writes: readonly TopicKey[]; readonly group: string }>
> = {
  'customs-system': { reads: [], writes: ['declarations'], group: 'tidewaiter-customs' },
  scoring: {
    reads: ['declarations', 'reference'],
    writes: ['assessments', 'referrals', 'notices', 'deadLetters'],
    group: 'tidewaiter-reference-x-scoring',
  },
  audit: {
    reads: ['assessments', 'deadLetters', 'outcomes', 'reference'],
    writes: [],
    group: 'tidewaiter-reference-x-audit',
  },
  reference: { reads: ['reference'], writes: ['reference'], group: 'tidewaiter-reference-x-reference' },
  analyst: { reads: ['assessments', 'referrals', 'notices', 'outcomes'], writes: [], group: 'tidewaiter-analyst' },
  inspector: { reads: ['referrals', 'notices'], writes: ['outcomes'], group: 'tidewaiter-inspector' },
  'trader-gateway': { reads: ['notices'], writes: [], group: 'tidewaiter-trader' },
  operator: {
    reads: ['deadLetters', 'reference'],
    writes: ['declarations'],
    group: 'tidewaiter-dead-letters-x-operator',
  },
};

describe.skipIf(obstacle !== undefined)(
  `a broker that asks for TLS and accounts${obstacle === undefined ? '' : ` (not tried: ${obstacle})`}`,
  async () => {
    const { url } = obstacle === undefined ? await postgresForTests() : { url: '' };
    let kafka: SecuredKafka;
    let database: Database;
    const running: ChildProcess[] = [];
    const as = (account: string): Record<string, string> => ({
      TIDEWAITER_ENV: 'test',
      TIDEWAITER_POSTGRES_URL: url,
      ...kafka.as(account === 'admin' ? account : `tidewaiter-${account}`),
    });
    const cli = (account: string, args: readonly string[], stdin = ''): Promise<CliRun> =>
      runCli(args, { variables: as(account), stdin });
    const nameOf = (topic: TopicKey): string =>
      topicNames(
        loadSettings({ workingDirectory: join(import.meta.dirname, '../../..'), variables: as('admin') }).settings.kafka
          .topics,
      )[topic];

    beforeAll(async () => {
      kafka = await startSecuredKafka(ACCOUNTS.map((account) => `tidewaiter-${account}`));
      database = openDatabase({ url, poolSize: 2, statementTimeoutMs: 30_000, connectTimeoutMs: 10_000 });
      expect(await cli('admin', ['migrate'])).toMatchObject({ code: 0 });
      await database.query("INSERT INTO licence_register (revision, loaded_at, source) VALUES (1, now(), 'test')");
    });
    afterAll(async () => {
      running.forEach((child) => child.kill('SIGKILL'));
      await database.close();
      await kafka.stop();
    });

    /** A client as the settings of an account compose it. */
    async function client(account: string): Promise<Kafka> {
      const { settings } = loadSettings({
        workingDirectory: join(import.meta.dirname, '../../..'),
        variables: as(account),
      });
      return createKafka(await clientSettings(settings.kafka), () => undefined);
    }

    /** Starts a service as its own account; with its address for health once it listens. */
    async function serve(service: 'scoring' | 'audit'): Promise<string> {
      const child = spawn(process.execPath, [MAIN, 'run', '--only', service], {
        env: { ...process.env, ...as(service), TIDEWAITER_LOGGING_LEVEL: 'info' },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      running.push(child);
      for await (const line of createInterface({ input: child.stderr })) {
        const { port } = JSON.parse(line) as { port?: number };
        if (port !== undefined) {
          child.stderr.resume();
          return `http://127.0.0.1:${port}/readyz`;
        }
      }
      throw new Error(`${service} ended before it listened`);
    }

    test("given the administrator's account, when topics are applied, then all seven are there, and a second time nothing is left to do", async () => {
      expect(await cli('admin', ['topics', 'apply', '--json'])).toMatchObject({ code: 0, stderr: '' });
      expect((await cli('admin', ['topics', 'apply'])).stdout).toBe('All topics are as they should be.\n');
    });

    test('given rights that nobody has granted yet, then the customs system may not publish, and is told why', async () => {
      const run = await cli('customs-system', ['publish', '-'], declarationLine('26GB0000000000001'));
      expect(run).toMatchObject({ code: 4, stdout: '' });
      expect(run.stderr).toMatch(
        /^TDW_KAFKA_REFUSED: the broker answered (TOPIC|CLUSTER)_AUTHORIZATION_FAILED — .*acls print/m,
      );
    });

    test("given the commands that `acls print` writes, when they are pasted into a shell, then Kafka's own tool takes each of them", async () => {
      const printed = await cli('admin', ['acls', 'print', '--command-config', kafka.adminProperties]);
      const applied = await kafka.pasteAclCommands(printed.stdout);
      expect(applied.output).not.toMatch(/error|exception/i);
      expect(applied.status).toBe(0);
    });

    test('given the rights as printed, then every account reads and writes its own topics and none beside', async () => {
      const admin = await client('admin');
      const canReadNow = (): Promise<boolean> => canRead(admin, nameOf('referrals'), 'first-group').catch(() => false);
      await pollUntil(async () => (await canReadNow()) || undefined, {
        what: 'the coordinator is loaded',
        timeoutMs: ANSWERED_WITHIN_MS,
      });
      expect(Object.keys(MAY).sort()).toEqual([...ACCOUNTS].sort());
      const found = await Promise.all(
        Object.entries(MAY).map(async ([account, { group, writes }]) => {
          const as = await client(account);
          const reads: TopicKey[] = [];
          for (const topic of TOPICS) if (await canRead(as, nameOf(topic), group)) reads.push(topic);
          const wrongly: TopicKey[] = [];
          for (const topic of TOPICS)
            if (!writes.includes(topic) && (await canWrite(as, nameOf(topic)))) wrongly.push(topic);
          return [account, { reads, wrongly }] as const;
        }),
      );
      expect(Object.fromEntries(found)).toEqual(
        Object.fromEntries(Object.entries(MAY).map(([account, { reads }]) => [account, { reads, wrongly: [] }])),
      );
    });

    test("given the inspector's account, then it joins no group of another tier", async () => {
      expect(await canRead(await client('inspector'), nameOf('referrals'), 'tidewaiter-analyst')).toBe(false);
      expect(await canRead(await client('inspector'), nameOf('referrals'), 'tidewaiter-scoring')).toBe(false);
    });

    test('given each service under its own account, when the customs system publishes, then all is assessed, recorded and shown to be ready', async () => {
      const [scoring, audit] = await Promise.all([serve('scoring'), serve('audit')]);
      let recorded = 0;
      const lines = Array.from({ length: 40 }, (_, index) =>
        declarationLine(`26GB00000000${String(index).padStart(5, '0')}`),
      );
      expect(await cli('customs-system', ['publish', '-'], lines.join('\n'))).toMatchObject({ code: 0 });
      await send(await client('customs-system'), nameOf('declarations'), 'bytes that are no event');
      await pollUntil(
        async () => {
          const [row] = await database.query<{ count: number }>('SELECT count(*)::int AS count FROM assessments');
          recorded = row?.count ?? 0;
          return recorded === lines.length || undefined;
        },
        { what: `${lines.length} assessments are recorded`, timeoutMs: ANSWERED_WITHIN_MS, seen: () => recorded },
      );
      await withAdmin(await client('operator'), (admin) =>
        pollUntil(
          async () =>
            (await admin.fetchTopicOffsets(nameOf('deadLetters'))).some(({ high }) => high !== '0') || undefined,
          { what: 'there is a dead letter', timeoutMs: ANSWERED_WITHIN_MS },
        ),
      );
      for (const [service, address] of Object.entries({ scoring, audit }))
        await pollUntil(async () => (await fetch(address)).status === 200 || undefined, {
          what: `${service} is ready`,
          timeoutMs: ANSWERED_WITHIN_MS,
        });
      await end(running);
    }, 180_000);

    test.each([
      [
        'a wrong password',
        { TIDEWAITER_KAFKA_SASL_PASSWORD: 'wrong' },
        /^TDW_KAFKA_ACCOUNT: the broker does not accept this account with this password — /m,
      ],
      [
        'a mechanism that the broker does not take',
        { TIDEWAITER_KAFKA_SASL_MECHANISM: 'plain' },
        /^TDW_KAFKA_ACCOUNT: the broker does not take accounts by this kafka.sasl.mechanism — /m,
      ],
      [
        'no authority to trust',
        { TIDEWAITER_KAFKA_SSL_CA_FILE: undefined },
        /^TDW_KAFKA_UNTRUSTED: .*no authority that is trusted here has signed its certificate .*kafka\.ssl\.caFile/m,
      ],
      [
        "another name than the certificate's",
        { TIDEWAITER_KAFKA_BROKERS: 'localhost' },
        /^TDW_KAFKA_UNTRUSTED: .*its certificate is for another name /m,
      ],
      [
        'no TLS',
        { TIDEWAITER_KAFKA_SSL_ENABLED: 'false' },
        /^TDW_KAFKA_UNAVAILABLE: .* cannot be reached.*kafka\.ssl\.enabled/m,
      ],
    ])('given %s, then a command says so under a code of its own', async (_, change, says) => {
      const variables = Object.fromEntries(
        Object.entries({ ...as('admin'), ...change }).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value === 'localhost' ? `localhost:${kafka.port}` : value]],
        ),
      );
      const run = await runCli(['topics', 'apply'], { variables });
      expect(run).toMatchObject({ code: 4, stdout: '' });
      expect(run.stderr).toMatch(says);
    });

    test('given a service with a wrong password, then it ends and says so, and does not wait for what cannot come', async () => {
      const run = await runCli(['run', '--only', 'audit'], {
        variables: { ...as('audit'), TIDEWAITER_KAFKA_SASL_PASSWORD: 'wrong' },
      });
      expect(run.code).toBe(4);
      expect(run.stderr).toMatch(/TDW_KAFKA_ACCOUNT: the broker does not accept this account with this password/);
    });

    test('given a certificate that is not trusted, then doctor names the cause and the setting', async () => {
      const variables = Object.fromEntries(
        Object.entries(as('admin')).filter(([name]) => name !== 'TIDEWAITER_KAFKA_SSL_CA_FILE'),
      );
      const { stdout } = await runCli(['doctor'], { variables });
      expect(stdout).toMatch(/✗ brokers: none of 127\.0\.0\.1:\d+ answers: TDW_KAFKA_UNTRUSTED: /);
    });

    test('given the tools of inspectors, operators and those who keep the reference data, then each works under its account and leaves no group behind', async () => {
      const outcome = JSON.stringify({
        declarationId: '26GB0000000000000',
        version: 1,
        inspection: 'physical',
        inspectedAt: '2026-11-20T10:00:00Z',
        recordedBy: 'office-7',
        disposition: 'released',
        items: [],
      });
      expect(await cli('inspector', ['outcomes', 'record', '-'], outcome)).toMatchObject({ code: 0 });
      expect((await cli('analyst', ['outcomes', 'record', '-'], outcome)).stderr).toMatch(/^TDW_KAFKA_REFUSED: /m);
      expect((await cli('operator', ['dead-letters', 'list', '--json'])).stdout.trim().split('\n')).toHaveLength(1);
      expect(
        await cli('operator', ['dead-letters', 'redrive', '--by', 'op-7', '--reason', 'tried again']),
      ).toMatchObject({ code: 0 });
      expect((await cli('inspector', ['dead-letters', 'list'])).code).toBe(4);
      const [model] = (await cli('reference', ['model', 'list', '--json'])).stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { name: string; version: string });
      expect(
        await cli('reference', [
          'model',
          'activate',
          model!.name,
          model!.version,
          '--by',
          'ref-1',
          '--reason',
          'rights',
        ]),
      ).toMatchObject({ code: 0 });
      const groups = await withAdmin(await client('admin'), (admin) => admin.listGroups());
      expect(
        groups.groups
          .map(({ groupId }) => groupId)
          .filter((id) => /-(reference|dead-letters)-/.test(id) && !id.includes('-x-')),
      ).toEqual([]);
    });
  },
);

/** Whether the account gets an answer to a fetch; anything but a refusal of rights is thrown. */
async function canRead(kafka: Kafka, topic: string, groupId: string): Promise<boolean> {
  const consumer = kafka.consumer({
    groupId,
    maxWaitTimeInMs: 10,
    allowAutoTopicCreation: false,
    retry: { retries: 0, restartOnFailure: () => Promise.resolve(false) },
  });
  try {
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      consumer.on('consumer.fetch', () => resolve());
      consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
      consumer.run({ eachMessage: () => Promise.resolve(), autoCommit: false }).catch(reject);
    });
    return true;
  } catch (error) {
    return refused(error);
  } finally {
    await consumer.disconnect();
  }
}

async function canWrite(kafka: Kafka, topic: string): Promise<boolean> {
  try {
    await send(kafka, topic, 'nothing');
    return true;
  } catch (error) {
    return refused(error);
  }
}

async function send(kafka: Kafka, topic: string, value: string): Promise<void> {
  const producer = kafka.producer({ allowAutoTopicCreation: false, retry: { retries: 0 } });
  await producer.connect();
  try {
    await producer.send({ topic, messages: [{ key: 'nobody', value }] });
  } finally {
    await producer.disconnect();
  }
}

/** kafkajs says of a group that may not be used that it has no coordinator. */
function refused(error: unknown): false {
  if (error instanceof kafkajs.KafkaJSGroupCoordinatorNotFound) return false;
  for (let one = error; one instanceof Error; one = one.cause)
    if ('type' in one && /AUTHORIZATION_FAILED/.test(String(one.type))) return false;
  throw error;
}

async function withAdmin<T>(kafka: Kafka, work: (admin: ReturnType<Kafka['admin']>) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

async function end(children: readonly ChildProcess[]): Promise<void> {
  await Promise.all(
    children.map((child) => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      return gone;
    }),
  );
}
