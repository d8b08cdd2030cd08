import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { validateEvent } from '../../../services/risk/declaration/validate.ts';
import { eventsOf, fileSource } from '../input/sources.ts';

let event: DeclarationEvent;
beforeAll(async () => {
  const [entry] = await eventsOf([
    fileSource(join(resolve(import.meta.dirname, '../../fixtures/wco'), 'export-lodgement.xml')),
  ]);
  event = entry?.event ?? expect.fail('no event');
});

const item = (change: object): Partial<DeclarationEvent> => ({
  goodsItems: [{ ...(event.goodsItems[0] ?? expect.fail('no item')), ...change }],
});

describe('given a decoded event', () => {
  test('when it can be judged, then nothing is said', () => {
    expect(validateEvent(event)).toEqual([]);
  });

  test.each<[string, () => object, string, string]>([
    [
      'a decimal with an exponent',
      () => item({ statisticalValueAmount: { value: '1e3' } }),
      'goodsItems[0].statisticalValueAmount.value',
      'not a decimal',
    ],
    [
      'a decimal that is not normal',
      () => item({ statisticalValueAmount: { value: '1.50' } }),
      'goodsItems[0].statisticalValueAmount.value',
      'not a decimal',
    ],
    ['fewer than no packages', () => ({ totalPackageQuantity: '-1' }), 'totalPackageQuantity', 'out of range'],
    [
      'a currency of two letters',
      () => ({ invoiceAmount: { value: '1', currencyId: 'GB' } }),
      'invoiceAmount.currencyId',
      'not in shape',
    ],
    [
      'a country with a control character',
      () => ({ goodsShipment: { ...event.goodsShipment, destinationCountryCode: 'P\u0001' } }),
      'goodsShipment.destinationCountryCode',
      'not in shape',
    ],
    ['a code with a replacement character', () => ({ typeCode: 'EX\ufffd' }), 'typeCode', 'not in shape'],
    [
      'half a surrogate pair',
      () => item({ commodity: { ...event.goodsItems[0]?.commodity, description: 'a\ud800b' } }),
      'goodsItems[0].commodity.description',
      'not in shape',
    ],
    ['an empty text', () => ({ typeCode: '' }), 'typeCode', 'missing'],
    ['a text beyond all bounds', () => ({ typeCode: 'x'.repeat(300) }), 'typeCode', 'too long'],
    ['version 0', () => ({ version: 0 }), 'version', 'out of range'],
    ['item number 0', () => item({ sequenceNumber: 0 }), 'goodsItems[0].sequenceNumber', 'out of range'],
    [
      'an item number twice',
      () => ({ goodsItems: [event.goodsItems[0], event.goodsItems[0]] }),
      'goodsItems[1].sequenceNumber',
      'repeated number',
    ],
    ['no event id', () => ({ eventId: undefined }), 'eventId', 'missing'],
    ['an event id that is none', () => ({ eventId: 'x' }), 'eventId', 'not in shape'],
    ['a list that is missing', () => ({ amendments: undefined }), 'amendments', 'missing'],
    [
      'a time that is not UTC',
      () => ({ acceptanceDateTime: '2026-03-11T09:00:00+01:00' }),
      'acceptanceDateTime',
      'not a time',
    ],
    ['30 February', () => ({ acceptanceDateTime: '2026-02-30T09:00:00Z' }), 'acceptanceDateTime', 'not a time'],
    ['a field that it does not have', () => ({ colour: 'red' }), 'colour', 'unexpected field'],
  ])('when it has %s, then that is named by path and code', (_name, change, path, message) => {
    expect(validateEvent({ ...event, ...change() })).toContainEqual({ path, code: 'TDW_EVENT_INVALID', message });
  });

  test('when everything is wrong, then no more than 20 problems are named', () => {
    const broken = { ...event, goodsItems: Array.from({ length: 500 }, () => ({})) } as unknown as DeclarationEvent;
    expect(validateEvent(broken)).toHaveLength(20);
  });
});
