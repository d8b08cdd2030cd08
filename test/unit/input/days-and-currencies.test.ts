import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDay, utcDayOf } from '../../../services/risk/declaration/day.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { instantOf } from '../../../services/risk/declaration/instant.ts';
import { createCalendar, startOfDay } from '../../../services/risk/declaration/local-day.ts';
import { foldUnit } from '../../../services/risk/declaration/unit-aliases.ts';
import type { Licence } from '../../../services/risk/facts/facts.ts';
import { convertQuantity } from '../../../services/risk/tariff/unit-of-measure.ts';
import { day } from '../../harness/checked.ts';
import { coffee, findingsOf, GB, judged, resultOf, US } from './judged.ts';
import { eventsOf, textSource } from './sources.ts';

const ZONES = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'Pacific/Honolulu',
  'Pacific/Kiritimati',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'Africa/Cairo',
  'America/St_Johns',
];

async function eventOf(text: string, timeZone: string): Promise<DeclarationEvent> {
  const [entry] = await eventsOf([textSource('one', text)], { timeZone });
  return entry?.event ?? expect.fail('no event');
}

describe('given a day in a time zone, then it begins when that day does there', () => {
  test.each([
    ['2026-12-01', 'America/New_York', '2026-12-01T05:00:00Z'],
    ['2026-12-01', 'Asia/Tokyo', '2026-11-30T15:00:00Z'],
    ['2026-07-01', 'Europe/London', '2026-06-30T23:00:00Z'],
    ['2026-12-01', 'Pacific/Kiritimati', '2026-11-30T10:00:00Z'],
    ['2026-03-29', 'Europe/London', '2026-03-29T00:00:00Z'],
    ['2026-10-25', 'Europe/London', '2026-10-24T23:00:00Z'],
    // Clocks are put forward at midnight.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00Z'],
    // Put back at midnight: the last hour of the day before comes twice.
    ['2026-10-25', 'Asia/Beirut', '2026-10-24T22:00:00Z'],
  ])('%s in %s', (text, zone, instant) => {
    expect(startOfDay(day(text), zone)).toBe(instant);
  });

  test('of any day and zone, the moment is of that day and the second before of an earlier one', () => {
    const days = fc
      .date({ min: new Date('1970-01-02T00:00:00Z'), max: new Date('2099-12-30T00:00:00Z'), noInvalidDate: true })
      .map((date) => utcDayOf(date.getTime()));
    fc.assert(
      fc.property(days, fc.constantFrom(...ZONES), (day, zone) => {
        const start = startOfDay(day, zone);
        fc.pre(!(zone === 'Pacific/Kiritimati' && day.startsWith('199')));
        expect(createCalendar(zone)(start)).toBe(day);
        expect(createCalendar(zone)(instantOf(Date.parse(start) - 1_000)) < day).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['2026-02-29', '2026-13-01', '2026-00-10', 'today', '20261201'])('and %s is no day', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('given a date without a time', () => {
  test.each(ZONES)('in %s, then all formats mean that day there', async (zone) => {
    const day = createCalendar(zone);
    const xml = await eventOf(
      coffee({ acceptance: '<DateTimeString formatCode="102">20261201</DateTimeString>' }),
      zone,
    );
    const bare = await eventOf(coffee({ acceptance: '2026-12-01' }), zone);
    const json = await eventOf(JSON.stringify({ functionalReferenceId: 'L1', acceptanceDateTime: '2026-12-01' }), zone);
    const csv = await eventOf(
      'functionalReferenceId,acceptanceDateTime,goodsItems[0].sequenceNumber,goodsItems[0].additionalDocuments[0].issueDateTime\nL1,20261201,1,2026-11-30\n',
      zone,
    );
    expect(
      [xml, bare, json, csv].map(({ acceptanceDateTime }) => acceptanceDateTime && day(acceptanceDateTime)),
    ).toEqual(['2026-12-01', '2026-12-01', '2026-12-01', '2026-12-01']);
    expect(xml.occurredAt).toBe(xml.acceptanceDateTime);
    expect(day(csv.goodsItems[0]!.additionalDocuments[0]!.issueDateTime!)).toBe('2026-11-30');
  });

  test('and a time with its zone, then it stays the moment that it is', async () => {
    expect((await eventOf(coffee(), 'Pacific/Honolulu')).acceptanceDateTime).toBe('2026-11-18T15:30:00Z');
  });

  test.each([
    ['20261130', undefined],
    ['20261201', 'hit'],
    ['20260731', undefined],
  ])(
    'and a licence from 1 August to 30 November, then acceptance on %s in New York is expired: %s',
    async (date, expired) => {
      const licence: Licence = {
        id: 'X002-26-7',
        status: 'issued',
        holderId: 'GB123456789000',
        validFrom: day('2026-08-01'),
        validTo: day('2026-11-30'),
        lines: [{ line: 1, commodityCode: '0901', destinations: [] }],
        revision: 1,
      };
      const declared = coffee({
        type: 'EXA',
        acceptance: `<DateTimeString formatCode="102">${date}</DateTimeString>`,
        item: '<AdditionalDocument><CategoryCode>X</CategoryCode><ID>X002-26-7</ID><TypeCode>002</TypeCode></AdditionalDocument>',
      });
      const assessment = await judged(declared, US, [licence]);
      expect([resultOf(assessment, 'licence-expired'), resultOf(assessment, 'licence-not-yet-valid')]).toEqual([
        expired,
        date === '20260731' ? 'hit' : undefined,
      ]);
    },
  );
});

describe('given an amount without a currency', () => {
  const price = (attributes: string): string =>
    `<InvoiceLine><ItemChargeAmount${attributes}>186000</ItemChargeAmount></InvoiceLine>`;
  const sights = (header: string, commodity: string, value = ''): string => coffee({ header, commodity, value });

  test("on the item, then it is in the invoice's", async () => {
    const stated = await judged(
      sights('<InvoiceAmount currencyID="JPY">186000</InvoiceAmount>', price(' currencyID="JPY"')),
    );
    const bare = await judged(sights('<InvoiceAmount currencyID="JPY">186000</InvoiceAmount>', price('')));
    expect(bare.items).toEqual(stated.items);
    expect(JSON.stringify(bare)).not.toContain('186 GBP');
    expect(resultOf(bare, 'invoice-total-contradicts-items')).toBeUndefined();
  });

  test.each([
    ['a price', '', price(''), ''],
    [
      'a statistical value',
      '<InvoiceAmount currencyID="JPY">186000</InvoiceAmount>',
      '',
      '<StatisticalValueAmount>186000</StatisticalValueAmount>',
    ],
  ])(
    "and no other says it, then %s is worth what is not known, never that in the authority's",
    async (_what, header, commodity, value) => {
      const assessment = await judged(sights(header, commodity, value));
      expect(resultOf(assessment, 'unit-value-low')).toBe('unknown');
      expect(findingsOf(assessment).find(({ id }) => id === 'unit-value-low')?.reason.analyst).toContain(
        'without a currency',
      );
    },
  );
});

describe('given codes in small letters or with blanks, then they are the same in every format', () => {
  test('currencies', async () => {
    const small = await judged(
      coffee({
        header: '<InvoiceAmount currencyID="gbp">5000</InvoiceAmount>',
        value: '<StatisticalValueAmount currencyID=" gbp ">5000</StatisticalValueAmount>',
      }),
    );
    expect(small.items).toEqual(
      (await judged(coffee({ header: '<InvoiceAmount currencyID="GBP">5000</InvoiceAmount>' }))).items,
    );
    expect(resultOf(small, 'currency-of-no-country-named')).toBeUndefined();
  });

  const folded = {
    declarationId: '26GB7XQ1LV0KZP4RA3',
    functionalReferenceId: 'Own-ref 1a',
    typeCode: 'IMA',
    declarant: { id: 'GB123456789000', name: 'Orwell & Sons ltd' },
    goodsItems: [
      {
        commodity: {
          classifications: [{ id: '09011100', identificationTypeCode: 'TSP' }],
          netNetWeightMeasure: { value: '5', unitCode: 'KGM#G' },
        },
        statisticalValueAmount: { value: '5', currencyId: 'GBP' },
        additionalDocuments: [{ categoryCode: 'X', typeCode: '002', id: 'own No 1a', lpcoExemptionCode: 'AE' }],
        origins: [{ countryCode: 'BR', typeCode: '1' }],
        governmentProcedures: [{ currentCode: '40', previousCode: '00' }, { currentCode: 'F15' }],
        valuationAdjustments: ['A1'],
      },
    ],
  };
  const xml = `<Declaration><FunctionCode>9</FunctionCode><FunctionalReferenceID>Own-ref 1a</FunctionalReferenceID><ID>26gb7xq1lv0kzp4ra3</ID><TypeCode>ima</TypeCode><Declarant><ID>gb 123456789000</ID><Name>Orwell &amp; Sons ltd</Name></Declarant><GoodsShipment><GovernmentAgencyGoodsItem>
    <Commodity><Classification><ID>0901 11 00</ID><IdentificationTypeCode>tsp</IdentificationTypeCode></Classification><GoodsMeasure><NetNetWeightMeasure unitCode="kgm#g">5</NetNetWeightMeasure></GoodsMeasure></Commodity><StatisticalValueAmount currencyID="gbp">5</StatisticalValueAmount>
    <AdditionalDocument><CategoryCode>x</CategoryCode><ID>own No 1a</ID><TypeCode>002</TypeCode><LPCOExemptionCode>ae</LPCOExemptionCode></AdditionalDocument><Origin><CountryCode>br</CountryCode><TypeCode>1</TypeCode></Origin><GovernmentProcedure><CurrentCode>40</CurrentCode><PreviousCode>00</PreviousCode></GovernmentProcedure>
    <GovernmentProcedure><CurrentCode>f15</CurrentCode></GovernmentProcedure><ValuationAdjustment><AdditionCode>a1</AdditionCode></ValuationAdjustment></GovernmentAgencyGoodsItem></GoodsShipment></Declaration>`;
  const json = JSON.stringify({
    declarationId: '26gb7xq1lv0kzp4ra3',
    functionalReferenceId: 'Own-ref 1a',
    typeCode: 'ima',
    declarant: { id: ' gb 123456789000', name: 'Orwell & Sons ltd' },
    goodsItems: [
      {
        sequenceNumber: 1,
        commodity: {
          classifications: [{ id: '0901 11 00', identificationTypeCode: 'tsp' }],
          netNetWeightMeasure: { value: '5', unitCode: 'kg#g' },
        },
        statisticalValueAmount: { value: '5', currencyId: 'gbp' },
        additionalDocuments: [{ categoryCode: 'x', typeCode: '002', id: 'own No 1a', lpcoExemptionCode: 'ae' }],
        origins: [{ countryCode: ' br', typeCode: '1' }],
        governmentProcedures: [{ currentCode: '40', previousCode: '00' }, { currentCode: 'f15' }],
        valuationAdjustments: ['a1'],
      },
    ],
  });
  const csv = [
    'declarationId,functionalReferenceId,typeCode,declarant.id,declarant.name,goodsItems[0].sequenceNumber,goodsItems[0].commodity.classifications[0].id,goodsItems[0].commodity.classifications[0].identificationTypeCode,goodsItems[0].commodity.netNetWeightMeasure.value,goodsItems[0].commodity.netNetWeightMeasure.unitCode,goodsItems[0].statisticalValueAmount.value,goodsItems[0].statisticalValueAmount.currencyId,goodsItems[0].additionalDocuments[0].categoryCode,goodsItems[0].additionalDocuments[0].typeCode,goodsItems[0].additionalDocuments[0].id,goodsItems[0].additionalDocuments[0].lpcoExemptionCode,goodsItems[0].origins[0].countryCode,goodsItems[0].origins[0].typeCode,goodsItems[0].governmentProcedures[0].currentCode,goodsItems[0].governmentProcedures[0].previousCode,goodsItems[0].governmentProcedures[1].currentCode,goodsItems[0].valuationAdjustments[0]',
    '26gb7xq1lv0kzp4ra3,Own-ref 1a,ima,gb123456789000,Orwell & Sons ltd,1,0901 11 00,tsp,5,KGS#g,5,gbp,x,002,own No 1a,ae,br,1,40,00,f15,a1',
  ].join('\n');

  test.each([
    ['XML', xml],
    ['JSON lines', json],
    ['CSV', csv],
  ])("%s; a trader's own reference and a name keep theirs", async (_format, text) => {
    expect(await eventOf(text, GB.timeZone)).toMatchObject(folded);
  });

  test('and an MRN joins a notification and an amendment whatever its case', async () => {
    const lodged =
      '<Declaration><FunctionCode>9</FunctionCode><FunctionalReferenceID>L1</FunctionalReferenceID><Declarant><ID>GB1</ID></Declarant></Declaration>';
    const accepted =
      '<MetaData><Response><FunctionCode>01</FunctionCode><Declaration><FunctionalReferenceID>L1</FunctionalReferenceID><ID>26gb7xq1lv0kzp4ra3</ID></Declaration></Response></MetaData>';
    const amended =
      '<Declaration><FunctionCode>13</FunctionCode><FunctionalReferenceID>A1</FunctionalReferenceID><ID>26GB7XQ1LV0KZP4RA3</ID><TypeCode>COR</TypeCode><Declarant><ID>gb1</ID></Declarant><GoodsItemQuantity>1</GoodsItemQuantity></Declaration>';
    const events = await eventsOf([
      textSource('l.xml', lodged),
      textSource('n.xml', accepted),
      textSource('a.xml', amended),
    ]);
    expect(events.map(({ event }) => [event.declarationId, event.completeness])).toEqual([
      ['26GB7XQ1LV0KZP4RA3', 'whole'],
      ['26GB7XQ1LV0KZP4RA3', 'whole'],
    ]);
  });

  test('and an event with its id keeps the declaration id that it follows from', async () => {
    const [{ event } = expect.fail('no event')] = await eventsOf(
      [textSource('a.jsonl', JSON.stringify({ functionalReferenceId: 'L1' }))],
      { declarationId: '26gb1' },
    );
    expect((await eventOf(JSON.stringify(event), 'UTC')).declarationId).toBe('26gb1');
  });

  test('then an id in no form of an MRN is the one that its own system gave, in its own letters', async () => {
    const stated = { eventType: 'lodged', version: 1, goodsItems: [] };
    const idOf = async (declarationId: string): Promise<string> =>
      (await eventOf(JSON.stringify({ ...stated, declarationId }), 'UTC')).declarationId;
    expect(await idOf('Case 7-a')).toBe('Case 7-a');
    expect(await idOf('26gb 7xq1lv0kzp4ra3')).toBe('26GB7XQ1LV0KZP4RA3');
  });
});

describe('given a unit as people write it, then it is its code', () => {
  test.each([
    ['LB', 'LBR'],
    ['lbs', 'LBR'],
    ['LBR', 'LBR'],
    ['kg', 'KGM'],
    ['Kgs ', 'KGM'],
    ['g', 'GRM'],
    ['oz', 'ONZ'],
    ['t', 'TNE'],
    ['l', 'LTR'],
    ['pcs', 'NAR'],
    ['m2', 'MTK'],
    ['m³', 'MTQ'],
    ['kgm#g', 'KGM#G'],
    ['lb#G', 'LBR#G'],
    ['XYZ', 'XYZ'],
    ['KNS', 'KNS'],
  ])('%s is %s', (written, code) => {
    expect(foldUnit(written)).toBe(code);
    expect(foldUnit(code)).toBe(code);
  });

  test('and a mass in pounds is told in kilograms', async () => {
    const event = await eventOf(
      coffee({ mass: '<GoodsMeasure><NetNetWeightMeasure unitCode="LB">100</NetNetWeightMeasure></GoodsMeasure>' }),
      'UTC',
    );
    expect(
      convertQuantity(
        new Big('100'),
        event.goodsItems[0]?.commodity?.netNetWeightMeasure?.unitCode ?? '',
        'KGM',
      )?.toFixed(),
    ).toBe('45.359237');
  });
});
