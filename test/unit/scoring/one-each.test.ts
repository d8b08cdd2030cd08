import { describe, expect, test } from 'vitest';
import { createMemoryLicenceRegister } from '../../../services/adapters/memory/licence-register.ts';
import { createMemoryTraderHistory } from '../../../services/adapters/memory/trader-history-store.ts';
import { loadShippedReference } from '../../../services/adapters/reference-files/shipped-reference.ts';
import type { Facts } from '../../../services/risk/facts/facts.ts';
import { found } from '../../../services/risk/facts/known.ts';
import { withModelAnswers } from '../../../services/scoring/facts/model-answers.ts';
import { startWith } from '../../../services/scoring/flow/flow.ts';
import { type Entry, ok } from '../../../services/scoring/flow/step.ts';
import type { RiskModel } from '../../../services/scoring/ports/risk-model.ts';
import { noCheckpoint } from '../../../services/scoring/ports/stream.ts';
import { type Claimed, createClaimStep } from '../../../services/scoring/steps/claim-step.ts';
import { createGatherStep } from '../../../services/scoring/steps/gather-step.ts';
import { createReserveStep } from '../../../services/scoring/steps/reserve-step.ts';
import { decimal } from '../../harness/checked.ts';
import { ordinaryEvent, ordinaryFacts, ordinaryItem, ordinaryItemFacts } from '../risk/ordinary-facts.ts';

const record = { topic: 'declarations', partition: 0, offset: 0n, timestamp: 0, key: null, value: null, headers: {} };
const entry: Claimed = { record, event: ordinaryEvent, earlier: [] };
const two = [entry, entry];

describe('a step that does not answer each of its entries once', () => {
  test.each([
    ['one too few', (entries: readonly Entry[]) => entries.slice(1)],
    ['one too many', (entries: readonly Entry[]) => [...entries, entry]],
  ])('given %s, when the flow runs, then it fails and names the step, and nothing comes out', async (_, some) => {
    const flow = startWith(function judge(entries: readonly Entry[]) {
      return some(entries).map(ok);
    });
    await expect(flow.run(two)).rejects.toThrow(new RangeError(`judge: ${some(two).length} answers to 2 asked`));
  });
});

describe('a source that does not answer each question once', () => {
  const oneOf = <T>(answers: readonly T[]): Promise<readonly T[]> => Promise.resolve(answers.slice(1));
  const writingOff: Facts = {
    ...ordinaryFacts,
    event: {
      ...ordinaryEvent,
      goodsItems: [
        {
          ...ordinaryItem,
          additionalDocuments: [
            {
              categoryCode: 'X',
              typeCode: '002',
              id: 'GBSIE1',
              writeOff: { quantity: { value: decimal('1'), unitCode: 'KGM' } },
            },
          ],
        },
      ],
    },
    items: [
      {
        ...ordinaryItemFacts,
        documents: [
          {
            level: 'item',
            index: 0,
            code: 'X002',
            kind: found({ kind: 'licence', title: 'Export licence' }, 'documents'),
            licence: found({ id: 'GBSIE1', status: 'issued', lines: [], revision: 1 }, 'licences'),
          },
        ],
      },
    ],
  };

  test('given a register of events with an answer too few, when claimed, then the step fails', async () => {
    const claim = createClaimStep({
      register: {
        claim: (claims) => oneOf(claims.map(() => ({ claim: 'duplicate', differs: false }) as const)),
        remember: () => Promise.resolve(),
        release: () => Promise.resolve(),
      },
    });
    await expect(claim(two)).rejects.toThrow('event register: 1 answers to 2 asked');
  });

  test('given a trader history with an answer too few, when facts are gathered, then the step fails', async () => {
    const known = createMemoryTraderHistory(undefined);
    const gather = createGatherStep({
      reference: loadShippedReference(ordinaryFacts.authority),
      licences: createMemoryLicenceRegister(undefined),
      history: { read: async (queries) => oneOf(await known.read(queries)) },
      models: [],
      authority: ordinaryFacts.authority,
      checkpoint: noCheckpoint,
    });
    await expect(gather(two)).rejects.toThrow('trader history: 1 answers to 2 asked');
  });

  test('given a model with an answer too few, when it is asked, then nothing is judged by the answer to another item', async () => {
    const model: RiskModel = {
      name: 'anomaly',
      version: '1',
      backend: 'statistics',
      answer: () => Promise.resolve([]),
    };
    await expect(withModelAnswers([ordinaryFacts], [model])).rejects.toThrow('anomaly: 0 answers to 1 asked');
  });

  test('given a ledger with an answer too few, when licences are written off, then the step fails', async () => {
    const reserve = createReserveStep({
      ledger: { reserve: (writeOffs) => oneOf(writeOffs.map(() => ({ enough: 'undetermined' }) as const)) },
      checkpoint: noCheckpoint,
    });
    await expect(
      reserve([
        { ...entry, facts: writingOff },
        { ...entry, facts: writingOff },
      ]),
    ).rejects.toThrow('licence ledger: 1 answers to 2 asked');
  });
});
