import { createReadStream } from 'node:fs';
import { expect, test } from 'vitest';
import { topicNames } from '../../config/topic-names.ts';
import { createMemoryStream } from '../../infra/demo/in-memory/memory-stream.ts';
import { createCodecs } from '../../services/adapters/avro/codecs.ts';
import { loadSettings } from '../../services/adapters/config/load-settings.ts';
import { readInput } from '../../services/adapters/input/read-input.ts';
import { loadShippedReference } from '../../services/adapters/reference-files/shipped-reference.ts';
import type { DeclarationEvent } from '../../services/risk/declaration/declaration-event.ts';
import { eventIdOf } from '../../services/risk/identity/derived-ids.ts';
import { composeOfflineModels } from '../../services/runtime/compose/models.ts';

// Chapter 7: a human decides.
//
// Tidewaiter asks people to look; it does not answer for them. What a person was once asked stays asked: a later version of the
// declaration brings an assessment of its own, and takes nothing back. This runs the stream's own pipeline and audit, on memory.

const variables = {
  TIDEWAITER_AUTHORITY_COUNTRY: 'US',
  TIDEWAITER_AUTHORITY_CURRENCY: 'USD',
  TIDEWAITER_AUTHORITY_TIME_ZONE: 'America/New_York',
};
const { settings } = loadSettings({ variables, workingDirectory: process.cwd() });
const topics = topicNames(settings.kafka.topics);
const codecs = createCodecs();
const answer = createMemoryStream({
  settings,
  reference: loadShippedReference(settings.authority),
  licences: [],
  models: await composeOfflineModels(settings),
  now: () => Date.parse('2026-11-18T17:00:00Z'),
});

async function coffee(): Promise<DeclarationEvent> {
  const file = 'infra/demo/declarations/import-coffee.xml';
  for await (const entry of readInput([{ file, bytes: createReadStream(file) }]))
    if (entry.kind === 'event') return entry.event;
  throw new Error(`no event in ${file}`);
}

/** What the stream writes for one event, by topic. */
async function sentFor(
  event: DeclarationEvent,
): Promise<{ readonly lane: string | undefined; readonly referrals: number; readonly notices: string[] }> {
  const sent = await answer([event]);
  const on = (topic: string): Buffer[] => sent.filter((record) => record.topic === topic).map(({ value }) => value);
  const [assessment] = on(topics.assessments).map((value) => codecs.assessment.decode(value));
  return {
    lane: assessment?.lane,
    referrals: on(topics.referrals).length,
    notices: on(topics.notices).map((value) => codecs.notice.decode(value).kind),
  };
}

test('a correction is judged anew, and withdraws no referral', async () => {
  const right = await coffee();

  // The first version cites a licence that nobody ever issued: a person must look, and the trader is asked for documents.
  const wrong = {
    ...right,
    goodsItems: right.goodsItems.map((item) => ({
      ...item,
      additionalDocuments: [...item.additionalDocuments, { categoryCode: 'X', typeCode: '002', id: 'X002-26-999999' }],
    })),
  };
  expect(await sentFor(wrong)).toEqual({ lane: 'yellow', referrals: 1, notices: ['documentsRequested'] });

  // The second leaves the licence out. Nothing speaks against it any more, and its assessment says so: green. To the inspectors'
  // topic it adds nothing: the case that was opened is theirs, and only they close it.
  const amended: DeclarationEvent = {
    ...right,
    eventType: 'amended',
    version: 2,
    eventId: eventIdOf({ declarationId: right.declarationId, eventType: 'amended', version: 2 }),
  };
  expect(await sentFor(amended)).toMatchObject({ lane: 'green', referrals: 0 });

  // Withdrawing the declaration while somebody was asked about it is itself something to tell them.
  const cancelled: DeclarationEvent = {
    ...right,
    eventType: 'cancelled',
    version: 3,
    eventId: eventIdOf({ declarationId: right.declarationId, eventType: 'cancelled', version: 3 }),
  };
  expect(await sentFor(cancelled)).toMatchObject({ lane: undefined, referrals: 1 });
});

// A record that is sent twice is one event: its id follows from what it names, and the second is skipped.
test('a repeat is answered with silence', async () => {
  const event = { ...(await coffee()), declarationId: '26USCOFFEE00000001' };
  const once = { ...event, eventId: eventIdOf(event) };
  expect((await sentFor(once)).lane).toBe('green');
  expect(await sentFor(once)).toEqual({ lane: undefined, referrals: 0, notices: [] });
});
