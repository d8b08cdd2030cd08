import { describe, expect, test } from 'vitest';
import { parseXml } from '../../../services/adapters/xml/read-xml.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { parseInstant } from '../../../services/risk/declaration/instant.ts';
import { eventsOf, outcomeOf, readAll, textSource } from '../input/sources.ts';
import { leavesMissingIn, leavesToFind } from './leaves-of-xml.ts';

const declaration = (inside: string, attributes = ''): string =>
  `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"${attributes}><FunctionCode>9</FunctionCode><FunctionalReferenceID>L1</FunctionalReferenceID>${inside}</Declaration>`;
const item = (inside: string): string =>
  `<GoodsShipment><GovernmentAgencyGoodsItem>${inside}</GovernmentAgencyGoodsItem></GoodsShipment>`;
async function eventOf(xml: string): Promise<DeclarationEvent> {
  const [entry] = await eventsOf([textSource('odd.xml', xml)]);
  return entry?.event ?? expect.fail(JSON.stringify(await readAll([textSource('odd.xml', xml)])));
}

describe('given attributes and children where few have any, then none is lost', () => {
  test.each([
    ['the declaration itself', declaration('', ' a="root"')],
    ['the MRN', declaration('<ID schemeID="mrn-scheme">26GB1</ID>')],
    ['a version, and one that is none', declaration('<VersionID listID="v">2</VersionID>')],
    ['a version that is no number', declaration('<VersionID>second</VersionID>')],
    ['an MRN with an element in it', declaration('<ID><Value>26GB1</Value></ID>')],
    [
      'an office that is only an identifier',
      declaration('<DeclarationOfficeID schemeID="office-scheme">GB1</DeclarationOfficeID>'),
    ],
    [
      'a goods item',
      declaration(
        '<GoodsShipment><GovernmentAgencyGoodsItem b="item"><SequenceNumeric>1</SequenceNumeric></GovernmentAgencyGoodsItem></GoodsShipment>',
      ),
    ],
    [
      'the wrapper of a time',
      declaration(
        '<AcceptanceDateTime c="wrapper"><DateTimeString formatCode="102" d="inner">20260301</DateTimeString></AcceptanceDateTime>',
      ),
    ],
    [
      'text beside a time',
      declaration(
        '<AcceptanceDateTime>about <DateTimeString formatCode="102">20260301</DateTimeString></AcceptanceDateTime>',
      ),
    ],
    [
      'a wrapper of codes, and what stands beside them',
      declaration(
        item(
          '<ValuationAdjustment e="wrap"><AdditionCode f="code">A1</AdditionCode><Percent>5</Percent></ValuationAdjustment>',
        ),
      ),
    ],
    [
      'a wrapper of numbers',
      declaration(
        '<Consignment><ConsignmentItem g="wrap"><SequenceNumeric h="number">7</SequenceNumeric></ConsignmentItem></Consignment>',
      ),
    ],
  ])('%s', async (_name, xml) => {
    expect(leavesMissingIn(await eventOf(xml), leavesToFind(parseXml(xml)))).toEqual([]);
  });

  test('nor the language of a text', async () => {
    expect(
      (await eventOf(declaration(item('<Commodity><Description xml:lang="de">Pumpen</Description></Commodity>'))))
        .otherElements,
    ).toEqual([{ path: 'GoodsShipment/GovernmentAgencyGoodsItem/Commodity/Description/@lang', value: 'de' }]);
  });

  test('and what has a field is in it all the same', async () => {
    const event = await eventOf(
      declaration(
        `<DeclarationOfficeID schemeID="s">GB1</DeclarationOfficeID>${item('<ValuationAdjustment><AdditionCode>A1</AdditionCode><Percent>5</Percent></ValuationAdjustment>')}`,
      ),
    );
    expect(event).toMatchObject({ declarationOffice: { id: 'GB1' }, goodsItems: [{ valuationAdjustments: ['A1'] }] });
  });
});

describe('given whole numbers in their other legal forms, then they are read', () => {
  test.each([
    ['+5', 5],
    ['5.', 5],
    ['5.00', 5],
    ['0000000012', 12],
    [' 7 ', 7],
    ['-0', 0],
  ])('%s', async (text, number) => {
    expect(
      (
        await eventOf(
          declaration(
            item(
              `<SequenceNumeric>1</SequenceNumeric><Packaging><SequenceNumeric>${text}</SequenceNumeric></Packaging>`,
            ),
          ),
        )
      ).goodsItems[0]?.packagings[0]?.sequenceNumber,
    ).toBe(number);
  });

  test.each(['1.5', '-1', '1e2', 'x', '100000', '1'.repeat(30)])('and %s, which is none, is refused', async (text) => {
    expect(
      (await readAll([textSource('odd.xml', declaration(item(`<SequenceNumeric>${text}</SequenceNumeric>`)))])).map(
        outcomeOf,
      ),
    ).toEqual(['TDW_XML_VALUE']);
  });
});

describe('given goods items of which some state no number, then each has one of its own', () => {
  test.each([
    [
      ['', '', ''],
      [1, 2, 3],
    ],
    [
      ['2', '', '3'],
      [2, 4, 3],
    ],
    [
      ['', '', '1'],
      [2, 3, 1],
    ],
  ])('%j', async (stated, expected) => {
    const items = stated.map(
      (number) =>
        `<GovernmentAgencyGoodsItem><SequenceNumeric>${number}</SequenceNumeric><TransactionNatureCode>1</TransactionNatureCode></GovernmentAgencyGoodsItem>`,
    );
    expect(
      (await eventOf(declaration(`<GoodsShipment>${items.join('')}</GoodsShipment>`))).goodsItems.map(
        ({ sequenceNumber }) => sequenceNumber,
      ),
    ).toEqual(expected);
  });
});

test.each([
  ['204', '20260301120000Z', '2026-03-01T12:00:00Z'],
  ['203', '202603011200+0100', '2026-03-01T11:00:00Z'],
  ['303', '202603011200GMT', '2026-03-01T12:00:00Z'],
  ['304', '20260301120000UTC', '2026-03-01T12:00:00Z'],
  ['304', '20260301120000-0530', '2026-03-01T17:30:00Z'],
])('given a time in format %s, %s, then it is %s', (format, text, instant) => {
  expect(parseInstant(text, format)).toBe(instant);
});

test("given an exit or invalidation that names the declaration by the trader's reference alone, then it is that declaration's", async () => {
  const response = (code: string, inside: string): string =>
    `<MetaData><Response><FunctionCode>${code}</FunctionCode><Declaration><FunctionalReferenceID>L1</FunctionalReferenceID>${inside}</Declaration></Response></MetaData>`;
  const lodged = textSource('l.xml', declaration('<Declarant><ID>GB1</ID></Declarant>'));
  expect(
    (await eventsOf([lodged, textSource('x.xml', response('16', ''))])).map(({ event }) => event.declarationId),
  ).toEqual(['LRN:GB1:L1', 'LRN:GB1:L1']);
  expect(
    (
      await eventsOf([
        textSource('l.xml', declaration('<Declarant><ID>GB1</ID></Declarant>')),
        textSource('x.xml', response('10', '')),
        textSource('a.xml', response('01', '<ID>26GB1</ID>')),
      ])
    ).map(({ event }) => event.declarationId),
  ).toEqual(['26GB1', '26GB1']);
});

test.each(['urn:wco:datamodel:WCO:DEC:1', 'urn:wco:datamodel:standard:DEC:1', 'urn:wco:datamodel:NL:DEC-DMS:3'])(
  'given a declaration in the namespace %s, then it is read',
  async (namespace) => {
    expect(await eventOf(declaration('').replace('urn:wco:datamodel:WCO:DEC-DMS:2', namespace))).toMatchObject({
      functionalReferenceId: 'L1',
    });
  },
);
