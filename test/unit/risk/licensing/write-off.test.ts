import { describe, expect, test } from 'vitest';
import type { DeclarationEvent, GoodsItem } from '../../../../services/risk/declaration/declaration-event.ts';
import type { DocumentFact, Facts, Licence, LicenceLine } from '../../../../services/risk/facts/facts.ts';
import { absent, found } from '../../../../services/risk/facts/known.ts';
import { type PlannedWriteOff, planWriteOffs } from '../../../../services/risk/licensing/write-off.ts';
import { country, day, decimal } from '../../../harness/checked.ts';
import { factsWhere, ordinaryEvent } from '../ordinary-facts.ts';

/** Cited by the ordinary exporter (GB123456789000) for goods of 8419 81 20 to Japan, accepted on 2026-11-20. */
const licence: Licence = {
  id: 'GB1',
  status: 'issued',
  holderId: 'GB123456789000',
  validFrom: day('2026-01-01'),
  validTo: day('2026-12-31'),
  revision: 1,
  lines: [
    { line: 1, commodityCode: '9304', destinations: [], quantity: decimal('100'), unit: 'KGM' },
    { line: 2, commodityCode: '8419', destinations: [], quantity: decimal('50'), unit: 'NAR' },
    { line: 3, commodityCode: '8419', destinations: [], quantity: decimal('50'), unit: 'KGM' },
  ],
};

interface Given {
  readonly register?: DocumentFact['licence'];
  readonly quantity?: string;
  readonly unit?: string;
  readonly event?: Partial<DeclarationEvent>;
  readonly goods?: Partial<GoodsItem>;
  readonly level?: DocumentFact['level'];
}

function declared({
  register,
  quantity = '4.5',
  unit = 'KGM#G',
  event = {},
  goods = {},
  level = 'item',
}: Given): Facts {
  const kind = found({ kind: 'licence' as const, title: 'licence' }, 'types');
  const document: DocumentFact = {
    level,
    index: 0,
    code: 'X002',
    kind,
    licence: register ?? found(licence, 'licences@1'),
  };
  const writeOff = { quantity: { value: decimal(quantity), unitCode: unit } };
  const documents = [{ categoryCode: 'X', typeCode: '002', id: 'GB 1', writeOff }];
  return factsWhere({
    goods: { additionalDocuments: documents, ...goods },
    item: { documents: [document] },
    event: { ...(level === 'header' && { additionalDocuments: documents }), ...event },
  });
}

const withLines = (...lines: readonly LicenceLine[]): Given => ({
  register: found({ ...licence, lines }, 'licences@1'),
});
const withLicence = (difference: Partial<Licence>): Given => ({
  register: found({ ...licence, ...difference }, 'licences@1'),
});

const lineTo = (line: number, ...destinations: readonly string[]): LicenceLine => ({
  line,
  commodityCode: '8419',
  destinations,
  quantity: decimal('50'),
  unit: 'KGM',
});

const plan = (given: Given): readonly Partial<PlannedWriteOff>[] =>
  planWriteOffs(declared(given)).map(({ line, quantity, unit }) => ({ line, quantity, unit }));

describe('what a declaration writes off on its licences', () => {
  test('given a write-off with a qualified unit, when planned, then it goes to the line for those goods in that unit', () => {
    expect(planWriteOffs(declared({}))).toEqual([
      {
        eventId: ordinaryEvent.eventId,
        declarationId: ordinaryEvent.declarationId,
        item: 1,
        document: 0,
        licenceId: 'GB1',
        line: 3,
        quantity: '4.5',
        unit: 'KGM',
      },
    ]);
  });

  test('given a line for Japan and one for Korea, when goods go to Korea, then they are written off the line for Korea alone', () => {
    expect(
      plan({ ...withLines(lineTo(1, 'JP'), lineTo(2, 'KR')), goods: { destinationCountryCode: country('KR') } }),
    ).toMatchObject([{ line: 2 }]);
    expect(plan({ ...withLines(lineTo(1, 'JP')), goods: { destinationCountryCode: country('KR') } })).toMatchObject([
      { line: undefined },
    ]);
  });

  test('given tonnes declared and a line in kilograms, when planned, then kilograms are written off, to the last digit', () => {
    expect(plan({ quantity: '0.0045', unit: 'TNE' })).toEqual([{ line: 3, quantity: '4.5', unit: 'KGM' }]);
  });

  test('given a line for a finer code than was declared, when planned, then it covers the goods as one for a wider code does', () => {
    const finer = { ...lineTo(1), commodityCode: '8419812000' };
    expect(plan(withLines(finer))).toMatchObject([{ line: 1 }]);
  });

  test('given several lines that cover the goods, when planned, then the first by its number that states a quantity is taken', () => {
    const unlimited: LicenceLine = { line: 1, commodityCode: '8419', destinations: [] };
    expect(plan(withLines(lineTo(3), unlimited, lineTo(2)))).toMatchObject([{ line: 2 }]);
  });

  test.each<[string, Given]>([
    ['that no line counts in', { unit: 'LTR' }],
    [
      'that is not stated',
      { goods: { additionalDocuments: [{ id: 'GB1', writeOff: { quantity: { value: decimal('4.5') } } }] } },
    ],
    ['that the list of units does not have', { unit: 'XYZ' }],
    ['in which the quantity has no last digit', { ...withLines({ ...lineTo(1), unit: 'LBR' }) }],
  ])('given a unit %s, when planned, then no line is named, and the quantity stays as declared', (_, given) => {
    expect(plan(given)).toMatchObject([{ line: undefined, quantity: '4.5' }]);
  });

  test.each<[string, Given]>([
    ['ended the day before', withLicence({ validTo: day('2026-11-19') })],
    ['begins the day after', withLicence({ validFrom: day('2026-11-21') })],
    ['is suspended', withLicence({ status: 'suspended' })],
    ['was given to somebody else', withLicence({ holderId: 'GB999' })],
    [
      'names no line by code',
      withLines({ line: 1, controlEntry: '2B350', destinations: [], quantity: decimal('50'), unit: 'KGM' }),
    ],
  ])('given a licence that %s, when planned, then nothing is written off it', (_, given) => {
    expect(plan(given)).toMatchObject([{ line: undefined }]);
  });

  test('given goods without a country of destination, when every line names some, then no line is named', () => {
    const facts = declared(withLines(lineTo(1, 'JP')));
    const nowhere = { ...ordinaryEvent.goodsShipment! };
    delete (nowhere as { destinationCountryCode?: string }).destinationCountryCode;
    const event = { ...facts.event, goodsShipment: nowhere };
    expect(planWriteOffs({ ...facts, event })).toMatchObject([{ line: undefined }]);
  });

  test('given a write-off below zero, when planned, then no line is named: it must never give back what was written off', () => {
    expect(plan({ quantity: '-1000' })).toMatchObject([{ line: undefined, quantity: '-1000' }]);
  });

  test('given a licence that the register does not know, or an event that declares nothing, when planned, then nothing is written off', () => {
    expect(plan({ register: absent('licences@1') })).toEqual([]);
    expect(plan({ event: { eventType: 'cancelled' } })).toEqual([]);
  });

  test('given a write-off of the header, when planned, then nothing is written off: it speaks for no item', () => {
    expect(plan({ level: 'header' })).toEqual([]);
  });
});
