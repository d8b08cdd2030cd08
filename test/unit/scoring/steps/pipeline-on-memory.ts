import { createMemoryCodecs } from '../../../../services/adapters/memory/codecs.ts';
import { createMemoryEventRegister } from '../../../../services/adapters/memory/event-register.ts';
import { createMemoryLicenceLedger } from '../../../../services/adapters/memory/licence-ledger.ts';
import { createMemoryLicenceRegister } from '../../../../services/adapters/memory/licence-register.ts';
import { createMemoryModel } from '../../../../services/adapters/memory/risk-model.ts';
import { createMemoryTraderHistory } from '../../../../services/adapters/memory/trader-history-store.ts';
import { loadPolicy } from '../../../../services/adapters/policy-files/load-policy.ts';
import { loadShippedReference } from '../../../../services/adapters/reference-files/shipped-reference.ts';
import type { DeclarationEvent } from '../../../../services/risk/declaration/declaration-event.ts';
import type { Licence } from '../../../../services/risk/facts/facts.ts';
import { eventIdOf } from '../../../../services/risk/identity/derived-ids.ts';
import type { Entry } from '../../../../services/scoring/flow/step.ts';
import type { PipelineDeps } from '../../../../services/scoring/pipeline.ts';
import { noCheckpoint } from '../../../../services/scoring/ports/stream.ts';
import { day, decimal, instant } from '../../../harness/checked.ts';
import { ordinaryEvent, ordinaryFacts, ordinaryItem } from '../../risk/ordinary-facts.ts';

const { authority } = ordinaryFacts;
const policy = loadPolicy('config/policy');
const reference = loadShippedReference(authority);

const licence: Licence = {
  id: 'GBSIE2026/000123',
  status: 'issued',
  holderId: 'GB123456789000',
  lines: [{ line: 1, commodityCode: '8419', destinations: ['JP'], quantity: decimal('100'), unit: 'NAR' }],
  revision: 7,
};

/** What a pipeline needs, without servers: ports in memory, the shipped policy and reference data. New with every call. */
export function pipelineOnMemory(): PipelineDeps {
  const ledger = createMemoryLicenceLedger([licence]);
  return {
    codecs: createMemoryCodecs(),
    register: createMemoryEventRegister(ledger),
    ledger,
    licences: createMemoryLicenceRegister([licence]),
    history: createMemoryTraderHistory({ since: day('2025-01-01'), counts: [] }),
    reference,
    models: [createMemoryModel(() => ({ status: 'ok', score: 0.7, pValue: 0.5 }))],
    policy,
    authority,
    topics: { assessments: 'assessments', referrals: 'referrals', notices: 'notices', deadLetters: 'dead-letters' },
    maxRecordBytes: 1_000_000,
    checkpoint: noCheckpoint,
  };
}

/**
 * Seven records: an ordinary declaration; bytes that are none; one whose key is another's; one that writes off a licence; the first
 * once more; something else under its event id; and a cancellation of the one with the licence.
 */
export function mixedBatch({ declarationEvent }: PipelineDeps['codecs']): readonly Entry[] {
  const writesOff = eventOf('B', {
    goodsItems: [
      {
        ...ordinaryItem,
        additionalDocuments: [
          {
            categoryCode: 'X',
            typeCode: '002',
            id: licence.id,
            writeOff: { quantity: { value: decimal('20'), unitCode: 'NAR' } },
          },
        ],
      },
    ],
  });
  const first = eventOf('A', {});
  const cancelled = eventOf('B', { eventType: 'cancelled', version: 2 });
  const other: DeclarationEvent = { ...first, occurredAt: instant('2026-11-20T09:00:00Z') };
  const good = [first, writesOff, first, other, cancelled].map((event) => ({
    key: Buffer.from(event.declarationId),
    value: declarationEvent.encode(event),
  }));
  const noEvent = { key: Buffer.from('MRN'), value: Buffer.from('no event') };
  const ofOther = { key: Buffer.from('another'), value: declarationEvent.encode(eventOf('D', {})) };
  return [good[0]!, noEvent, ofOther, ...good.slice(1)].map((bytes, offset) => ({
    record: {
      topic: 'declarations',
      partition: 0,
      offset: BigInt(offset),
      timestamp: Date.parse('2026-11-20T10:00:00Z'),
      headers: {},
      ...bytes,
    },
  }));
}

/** An event of a declaration of its own, unless another is named. */
function eventOf(letter: string, over: Partial<DeclarationEvent>): DeclarationEvent {
  const event = { ...ordinaryEvent, declarationId: `26GB7XQ1LV0KZP4R${letter}3`, ...over };
  return { ...event, eventId: eventIdOf(event) };
}
