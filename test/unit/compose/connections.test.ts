import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { loadSettings } from '../../../services/adapters/config/load-settings.ts';
import type { Database, Query } from '../../../services/adapters/postgres/database.ts';
import { createPostgresLicenceRegister } from '../../../services/adapters/postgres/licence-register.ts';
import { createPostgresTraderHistory } from '../../../services/adapters/postgres/trader-history-store.ts';
import { loadShippedReference } from '../../../services/adapters/reference-files/shipped-reference.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { connectionsOfCommand, connectionsOfServices } from '../../../services/runtime/compose/connections.ts';
import { noCheckpoint } from '../../../services/scoring/ports/stream.ts';
import { createGatherStep } from '../../../services/scoring/steps/gather-step.ts';
import { ordinaryEvent, ordinaryFacts } from '../risk/ordinary-facts.ts';

const settingsWith = (variables: Record<string, string>) =>
  loadSettings({
    workingDirectory: join(import.meta.dirname, '../../..'),
    variables: { TIDEWAITER_ENV: 'test', ...variables },
  }).settings;

/** A database that answers nothing, and knows how many asked it at once. */
function countingDatabase(): { readonly database: Database; readonly most: () => number } {
  let [now, most] = [0, 0];
  const query: Query = async () => {
    now += 1;
    most = Math.max(most, now);
    await turn();
    now -= 1;
    return [];
  };
  return { database: { query, transaction: (work) => work(query), close: () => Promise.resolve() }, most: () => most };
}

const citing: DeclarationEvent = {
  ...ordinaryEvent,
  goodsItems: ordinaryEvent.goodsItems.map((item) => ({
    ...item,
    additionalDocuments: [{ categoryCode: 'X', typeCode: '002', id: 'GBSIE2026' }],
  })),
};

describe('connections to the database', () => {
  test('given partitions that are worked on at once, then scoring has one for each question that it asks at once', async () => {
    const settings = settingsWith({});
    const { database, most } = countingDatabase();
    const gather = createGatherStep({
      reference: loadShippedReference(ordinaryFacts.authority),
      licences: createPostgresLicenceRegister(database),
      history: createPostgresTraderHistory(database),
      models: [],
      authority: ordinaryFacts.authority,
      checkpoint: noCheckpoint,
    });
    const record = { topic: 't', partition: 0, offset: 0n, timestamp: 0, key: null, value: null, headers: {} };
    const batch = [{ record, event: citing, earlier: [] }];
    await Promise.all(Array.from({ length: settings.scoring.partitionsConcurrently }, async () => gather(batch)));
    const forReadiness = 3;
    expect(connectionsOfServices(settings, ['scoring'])).toBe(most() + forReadiness);
  });

  test('given more partitions at once, then there are more, and audit has one for each', () => {
    const many = settingsWith({ TIDEWAITER_SCORING_PARTITIONS_CONCURRENTLY: '10' });
    expect(connectionsOfServices(many, ['scoring'])).toBe(33);
    expect(connectionsOfServices(many, ['audit'])).toBe(13);
    expect(connectionsOfServices(many, ['scoring', 'audit'])).toBe(43);
  });

  test('given a number in the settings, then it stands, for services and for commands', () => {
    const fixed = settingsWith({ TIDEWAITER_POSTGRES_POOL_MAX: '5' });
    expect(connectionsOfServices(fixed, ['scoring', 'audit'])).toBe(5);
    expect(connectionsOfCommand(fixed.postgres)).toBe(5);
    expect(connectionsOfCommand(settingsWith({}).postgres)).toBe(4);
  });
});
