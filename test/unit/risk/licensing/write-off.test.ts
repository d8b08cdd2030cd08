import { describe, expect, test } from 'vitest';
import type { DeclarationEvent } from '../../../../services/risk/declaration/declaration-event.ts';
import type { ItemFacts, Licence } from '../../../../services/risk/facts/facts.ts';
import { planWriteOffs } from '../../../../services/risk/licensing/write-off.ts';

const licence: Licence = {
  id: 'GB1',
  status: 'issued',
  revision: 1,
  lines: [
    { line: 1, commodityCode: '9304', destinations: [], quantity: '100', unit: 'KGM' },
    { line: 2, commodityCode: '9303', destinations: [], quantity: '50', unit: 'NAR' },
    { line: 3, commodityCode: '9303', destinations: [], quantity: '50', unit: 'KGM' },
  ],
};

function facts(
  eventType: DeclarationEvent['eventType'],
  unitCode: string,
  known: ItemFacts['documents'][number]['licence'],
  value = '4.5',
): Parameters<typeof planWriteOffs>[0] {
  const item = {
    sequenceNumber: 7,
    commodity: { classifications: [{ id: '93033000', identificationTypeCode: 'TSP' }] },
    additionalDocuments: [
      { categoryCode: 'X', typeCode: '002', id: 'GB 1', writeOff: { quantity: { value, unitCode } } },
    ],
  };
  const document = {
    level: 'item',
    index: 0,
    code: 'X002',
    kind: { state: 'absent', from: 'test' },
    ...(known && { licence: known }),
  };
  return {
    event: { eventId: 'e', declarationId: 'MRN1', eventType, goodsItems: [item] },
    items: [{ documents: [document] }],
  } as unknown as Parameters<typeof planWriteOffs>[0];
}

const found = { state: 'found', value: licence, from: 'licences@1' } as const;

describe('what a declaration writes off on its licences', () => {
  test('given a write-off with a qualified unit, when planned, then it goes to the line for those goods in that unit', () => {
    expect(planWriteOffs(facts('lodged', 'KGM#G', found))).toEqual([
      {
        eventId: 'e',
        declarationId: 'MRN1',
        item: 7,
        document: 0,
        licenceId: 'GB1',
        line: 3,
        quantity: '4.5',
        unit: 'KGM',
      },
    ]);
  });

  test('given a unit that no line has, when planned, then no line is named and the ledger can only say that it cannot tell', () => {
    expect(planWriteOffs(facts('amended', 'LTR', found))).toMatchObject([{ line: undefined }]);
  });

  test('given a write-off below zero, when planned, then no line is named: it must never give back what was written off', () => {
    expect(planWriteOffs(facts('lodged', 'KGM', found, '-1000'))).toMatchObject([
      { line: undefined, quantity: '-1000' },
    ]);
  });

  test('given a licence that the register does not know, or an event that declares nothing, when planned, then nothing is written off', () => {
    expect(planWriteOffs(facts('lodged', 'KGM', { state: 'absent', from: 'licences@1' }))).toEqual([]);
    expect(planWriteOffs(facts('cancelled', 'KGM', found))).toEqual([]);
  });
});
