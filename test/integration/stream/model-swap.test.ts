import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { encodeArtefact } from '../../../models/artefact/encode.ts';
import { projectRoot } from '../../../services/adapters/config/project-root.ts';
import { createLog } from '../../../services/adapters/logging/create-log.ts';
import { readArtefact, writeArtefact } from '../../../services/adapters/model-files/artefact-folder.ts';
import { activateModel, rollBackModel } from '../../../services/cli/commands/model/activate-model.ts';
import { generateTrade } from '../../../services/generator/generate-trade.ts';
import type { ModelAnswer } from '../../../services/risk/facts/model-answer.ts';
import { readFacts } from '../../../services/risk/record/recorded-facts.ts';
import { startServices } from '../../../services/runtime/start-services.ts';
import type { ModelEvent } from '../../../services/scoring/models/model-event.ts';
import { day } from '../../harness/checked.ts';
import { readTopic } from '../../harness/read-topic.ts';
import { streamForTests } from '../../harness/stream-for-tests.ts';
import { type ToyWorld, toyWorld } from '../../unit/cli/models/toy-model.ts';

// The versions of a model change while the stream runs: nothing is restarted, and every answer on record says which version gave it.

const MODEL = 'anomaly';
const WHO = { by: 'analyst', reason: 'a test' };
// Whole records: what a model said is read from them without an edition.
const COUNTRY = {
  TIDEWAITER_SCORING_WHOLE_RECORDS: 'true',
  TIDEWAITER_AUTHORITY_COUNTRY: 'US',
  TIDEWAITER_AUTHORITY_CURRENCY: 'USD',
  TIDEWAITER_AUTHORITY_TIME_ZONE: 'America/New_York',
};

const base = await streamForTests(COUNTRY);
/** The machine that judges, and the one of whoever decides; each has its own folder of models. */
const [judging, deciding] = [toyWorld(base.variables), toyWorld(base.variables)];
const shipped = await readArtefact(join(projectRoot(), 'models', MODEL, 'shipped'));
const newer = writeVariant('newer', judging, deciding);
const events = [...generateTrade({ seed: 12, declarations: 400, from: day('2026-03-02'), authorityCountry: 'US' })].map(
  ({ event }) => event,
);

const told: ModelEvent[] = [];
const unusable: string[] = [];
const log = createLog('silent');
const services = await startServices(judging.settings, {
  log,
  observe: (event) => {
    if (event.kind === 'model') told.push(event.event);
    if (event.kind === 'editionUnusable') unusable.push(event.code);
  },
  now: Date.now,
});
const assessments = await readTopic(base.kafka.client(), base.topics.assessments);
afterAll(async () => {
  await services.stop();
  await Promise.all([assessments.stop(), base.database.close()]);
});

/** The shipped model under another version: something that is part of it, but changes no answer. */
function encodedVariant(name: string): ReturnType<typeof encodeArtefact> {
  const { manifest, tables, lists } = shipped;
  const { answers, training, metrics, distributions } = manifest;
  return encodeArtefact({
    name: MODEL,
    answers: { ...answers, features: { ...answers.features, variant: name } },
    training,
    metrics,
    distributions,
    tables: Object.fromEntries(tables),
    lists: Object.fromEntries(lists),
    card: '',
  });
}

/** Puts such a version into the folders of machines. */
function writeVariant(name: string, ...machines: readonly ToyWorld[]): string {
  const encoded = encodedVariant(name);
  for (const { models } of machines) writeArtefact(join(models, MODEL, name), encoded);
  return encoded.version;
}

let published = 0;

/** What the model answered about the next forty declarations. */
async function answersToNext(): Promise<readonly ModelAnswer[]> {
  const part = events.slice(published, published + 40);
  published += part.length;
  await base.publish(part);
  await assessments.until((messages) => messages.length >= published);
  const ids = new Set(part.map(({ eventId }) => eventId));
  const records = assessments.messages
    .map(({ value }) => base.codecs.assessment.decode(value!))
    .filter(({ eventId }) => ids.has(eventId));
  return records.flatMap((record) =>
    readFacts(record, base.codecs.declarationEvent).items.flatMap(({ models }) =>
      models.filter(({ model }) => model === MODEL),
    ),
  );
}

const versionsOf = (answers: readonly ModelAnswer[]): readonly string[] => [
  ...new Set(answers.map(({ version }) => version)),
];
const toldOf = (version: string): Promise<void> =>
  vi.waitFor(() => expect(told.some((event) => 'version' in event && event.version === version)).toBe(true), {
    timeout: 30_000,
  });

test('given a running stream, when versions are activated, tried, missing and rolled back, then the next declarations are answered by them, and where one cannot be loaded by the one before, until it can', async () => {
  expect(versionsOf(await answersToNext())).toEqual([shipped.version]);

  await activateModel(deciding.shell, MODEL, newer, WHO);
  await toldOf(newer);
  expect(versionsOf(await answersToNext())).toEqual([newer]);

  told.length = 0;
  await activateModel(deciding.shell, MODEL, shipped.version, { ...WHO, shadow: true });
  await toldOf(shipped.version);
  const beside = await answersToNext();
  expect(versionsOf(beside)).toEqual([newer]);
  expect(beside.filter(({ score, shadow }) => shadow?.version !== shipped.version || shadow.score !== score)).toEqual(
    [],
  );

  const missing = writeVariant('missing', deciding);
  await activateModel(deciding.shell, MODEL, missing, WHO);
  await vi.waitFor(() => expect(unusable).toContain('TDW_MODEL_MISSING'), { timeout: 30_000 });
  expect(versionsOf(await answersToNext())).toEqual([newer]);

  writeArtefact(join(judging.models, MODEL, 'missing'), encodedVariant('missing'));
  await toldOf(missing);
  expect(versionsOf(await answersToNext())).toEqual([missing]);

  told.length = 0;
  await rollBackModel(deciding.shell, MODEL, WHO);
  await toldOf(newer);
  expect(versionsOf(await answersToNext())).toEqual([newer]);
});
