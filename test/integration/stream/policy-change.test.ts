import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { projectRoot } from '../../../services/adapters/config/project-root.ts';
import { createLog } from '../../../services/adapters/logging/create-log.ts';
import { readEdition } from '../../../services/adapters/postgres/edition-store.ts';
import { generateTrade } from '../../../services/generator/generate-trade.ts';
import type { AssessmentRecord } from '../../../services/risk/messages/assessment.ts';
import { startServices } from '../../../services/runtime/start-services.ts';
import { day } from '../../harness/checked.ts';
import { readTopic } from '../../harness/read-topic.ts';
import { streamForTests } from '../../harness/stream-for-tests.ts';
import { testFolders } from '../../harness/test-folders.ts';
import { runCli } from '../../unit/cli/run-cli.ts';

// The policy changes while the stream runs: nothing is restarted, nothing is lost or doubled, and no declaration is judged by a mixture.

const stream = await streamForTests();
const newFolder = testFolders('policies');
const events = [...generateTrade({ seed: 5, declarations: 600, from: day('2026-03-02'), authorityCountry: 'US' })].map(
  ({ event }) => event,
);
const said: string[] = [];
const log = createLog('silent');
const processes = await Promise.all(
  [1, 2].map((number) =>
    startServices(stream.settings, {
      only: ['scoring'],
      log,
      now: Date.now,
      observe: (event) => {
        if (event.kind === 'editionInForce' && event.before)
          said.push(`${number} inForce ${event.edition.policy.hash}`);
        if (event.kind === 'editionPrepared') said.push(`${number} prepared ${event.id}`);
      },
    }),
  ),
);
const assessments = await readTopic(stream.kafka.client(), stream.topics.assessments);
afterAll(async () => {
  await Promise.all(processes.map((services) => services.stop()));
  await Promise.all([assessments.stop(), stream.database.close()]);
});

/** The shipped policy with one deadline changed. */
function changedPolicy(hours: number): string {
  const folder = join(newFolder(), `policy-${hours}`);
  cpSync(join(projectRoot(), 'config', 'policy'), folder, { recursive: true });
  const lanes = join(folder, 'lanes.yaml');
  const changed = readFileSync(lanes, 'utf8').replace(/^(\s+yellow:) \d+$/m, `$1 ${hours}`);
  writeFileSync(lanes, changed);
  return folder;
}

interface Changed {
  readonly policy: string;
  readonly edition: string;
}

async function policyCommand(step: 'activate' | 'prepare', folder: string): Promise<Changed> {
  const run = await runCli(['policy', step, folder, '--json', '--by', 'analyst', '--reason', 'a test'], {
    variables: stream.variables,
  });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(run.stdout) as Changed;
}

const judged = (): readonly AssessmentRecord[] =>
  assessments.messages.map(({ value }) => stream.codecs.assessment.decode(value!));
const saidByAll = (what: string): Promise<void> =>
  vi.waitFor(() => expect(said.filter((line) => line.endsWith(what))).toHaveLength(processes.length), {
    timeout: 30_000,
  });

test('given a stream under traffic, when a policy is announced and put in force, then every declaration is judged once, whole by one of both editions, and the record says by which', async () => {
  await stream.publish(events.slice(0, 200));
  await assessments.until((messages) => messages.length >= 100);
  const [folder, next] = [changedPolicy(5), changedPolicy(6)];
  const announced = await policyCommand('prepare', folder);
  await saidByAll(`prepared ${announced.edition}`);
  await stream.publish(events.slice(200, 400));
  const activated = await policyCommand('activate', folder);
  expect(activated).toMatchObject({ policy: announced.policy, edition: announced.edition });
  await saidByAll(`inForce ${activated.policy}`);
  await stream.publish(events.slice(400));
  const second = await policyCommand('activate', next);
  await saidByAll(`inForce ${second.policy}`);
  await assessments.until((messages) => messages.length >= events.length);

  const records = judged();
  expect(new Set(records.map(({ eventId }) => eventId)).size).toBe(events.length);
  expect(records).toHaveLength(events.length);
  const editions = new Map(records.map(({ edition, versions }) => [edition!, versions.policy]));
  expect(editions.get(activated.edition)).toBe(activated.policy);
  for (const { edition, versions } of records) expect(versions.policy).toBe(editions.get(edition!));
  for (const [edition, policy] of editions) expect((await readEdition(stream.database, edition)).policy).toBe(policy);
});
