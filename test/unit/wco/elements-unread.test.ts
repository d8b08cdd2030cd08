import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import { assess } from '../../../services/risk/assess/assess.ts';
import { explained } from '../../../services/risk/audience/reason.ts';
import type { DeclarationEvent, OtherElement } from '../../../services/risk/declaration/declaration-event.ts';
import { groupOf, isUnread, unreadInWords } from '../../../services/risk/declaration/unread/unread-elements.ts';
import type { ExplainedFinding } from '../../../services/risk/findings/finding.ts';
import { HAS_WCO_XML, WCO_XML, xmlFilesIn } from '../../harness/public-data.ts';
import { eventsOf, fileSource, outcomeOf, readAll, textSource } from '../input/sources.ts';
import { factsWhere } from '../risk/ordinary-facts.ts';

const policy = loadPolicy('config/policy');
const declaration = (
  inside: string,
): string => `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><FunctionCode>9</FunctionCode><FunctionalReferenceID>L1</FunctionalReferenceID>
<TypeCode>IMA</TypeCode><Declarant><ID>GB1</ID></Declarant>${inside}</Declaration>`;
const COFFEE =
  '<Commodity><Description>Green coffee beans</Description><Classification><ID>09011100</ID><IdentificationTypeCode>TSP</IdentificationTypeCode></Classification></Commodity>';
const SIGHTS =
  '<Commodity><Description>Thermal imaging rifle sights</Description><Classification><ID>90131030</ID></Classification></Commodity>';
const item = (inside: string): string =>
  `<GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric>${inside}</GovernmentAgencyGoodsItem>`;

async function eventOf(xml: string): Promise<DeclarationEvent> {
  const [entry] = await eventsOf([textSource('one.xml', xml)]);
  return entry?.event ?? expect.fail(JSON.stringify(await readAll([textSource('one.xml', xml)])));
}

/** The finding on an otherwise ordinary declaration with these elements. */
function findingOn(otherElements: readonly OtherElement[]): {
  readonly lane: string | undefined;
  readonly finding: ExplainedFinding | undefined;
} {
  const { lane, findings } = explained(assess(factsWhere({ event: { otherElements } }), policy), policy);
  return { lane, finding: findings.find(({ id }) => id === 'elements-unread') };
}

const toldOf = async (inside: string): Promise<string | undefined> =>
  unreadInWords((await eventOf(declaration(inside))).otherElements);

describe('given an element that stands twice where there is room for one', () => {
  test.each([
    [
      'a second commodity',
      `<GoodsShipment>${item(COFFEE + SIGHTS)}</GoodsShipment>`,
      'goods: second commodity description, second commodity classification ID',
    ],
    [
      'a second value',
      `<GoodsShipment>${item('<StatisticalValueAmount currencyID="GBP">5</StatisticalValueAmount><StatisticalValueAmount currencyID="GBP">50</StatisticalValueAmount>')}</GoodsShipment>`,
      'values: second statistical value amount',
    ],
    [
      'a second importer',
      '<GoodsShipment><Importer><ID>GB1</ID></Importer><Importer><ID>GB2</ID></Importer></GoodsShipment>',
      'parties: second importer ID',
    ],
    [
      'a second destination',
      '<GoodsShipment><Destination><CountryCode>GB</CountryCode></Destination><Destination><CountryCode>KP</CountryCode></Destination></GoodsShipment>',
      'route: second destination country code',
    ],
    [
      'a second invoice',
      '<InvoiceAmount currencyID="GBP">5</InvoiceAmount><InvoiceAmount currencyID="USD">7</InvoiceAmount>',
      'values: second invoice amount',
    ],
    [
      'second terms of trade',
      '<GoodsShipment><TradeTerms><ConditionCode>CIF</ConditionCode></TradeTerms><TradeTerms><ConditionCode>EXW</ConditionCode></TradeTerms></GoodsShipment>',
      'values: second trade terms condition code',
    ],
    [
      'a second unit of one mass',
      `<GoodsShipment>${item('<Commodity><GoodsMeasure><NetNetWeightMeasure unitCode="KGM" xmlns:o="urn:o" o:unitCode="LBR">5</NetNetWeightMeasure></GoodsMeasure></Commodity>')}</GoodsShipment>`,
      'goods: goods measure net net weight measure unit code',
    ],
  ])('%s, then the event is whole and the second is told to be unread', async (_what, inside, told) => {
    const event = await eventOf(declaration(inside));
    expect(event.completeness).toBe('whole');
    expect(unreadInWords(event.otherElements)).toBe(told);
  });

  test.each([
    ['the MRN', '<ID>26GB1</ID>\n<ID>26GB2</ID>', 'Declaration/ID', 3],
    [
      "the trader's reference",
      '\n<FunctionalReferenceID>L2</FunctionalReferenceID>',
      'Declaration/FunctionalReferenceID',
      3,
    ],
    ['what is asked for', '\n\n<FunctionCode>1</FunctionCode>', 'Declaration/FunctionCode', 4],
    ['the declaration type', '<TypeCode>EXA</TypeCode>', 'Declaration/TypeCode', 2],
    ['who declares', '<Declarant><ID>GB2</ID></Declarant>', 'Declaration/Declarant', 2],
  ])('and it is %s, then the message is refused at the second', async (_what, inside, element, line) => {
    const [entry] = await readAll([textSource('one.xml', declaration(inside))]);
    expect(entry).toMatchObject({ kind: 'failed', error: { code: 'TDW_XML_REPEATED', location: { element, line } } });
  });

  test('and an attribute, then it is not XML', async () => {
    expect(
      (
        await readAll([
          textSource('one.xml', declaration('<InvoiceAmount currencyID="GBP" currencyID="USD">5</InvoiceAmount>')),
        ])
      ).map(outcomeOf),
    ).toEqual(['TDW_XML_MALFORMED']);
  });

  test('and the second is an empty placeholder, then nothing is unread', async () => {
    expect(
      await toldOf(
        `<ID/><ID>26GB1</ID><GoodsShipment>${item(`${COFFEE}<Commodity><Description/></Commodity>`)}</GoodsShipment>`,
      ),
    ).toBeUndefined();
  });
});

describe('given a declaration of several shipments', () => {
  const shipment = (inside: string): string => `<GoodsShipment>${inside}</GoodsShipment>`;
  const consignee = (name: string): string => `<Consignee><Name>${name}</Name></Consignee>`;
  const goods =
    '<GovernmentAgencyGoodsItem><Commodity><Description>Pumps</Description></Commodity></GovernmentAgencyGoodsItem>';

  test('and each counts its items from one, then the numbers that gave way are not unread', async () => {
    const counted = (name: string): string =>
      shipment(`<SequenceNumeric>1</SequenceNumeric>${consignee(name)}${item(COFFEE)}`);
    expect(await toldOf(counted('Alpha') + counted('Beta'))).toBeUndefined();
  });

  test('then what its items have is not unread', async () => {
    expect(
      await toldOf(
        shipment(`${consignee('Alpha')}<TradeTerms><ConditionCode>CIF</ConditionCode></TradeTerms>${goods}`) +
          shipment(`${consignee('Beta')}${goods}`),
      ),
    ).toBeUndefined();
  });

  test.each([
    [
      'terms of trade of the second',
      `${consignee('Beta')}<TradeTerms><ConditionCode>EXW</ConditionCode></TradeTerms>${goods}`,
      'values: trade terms condition code',
    ],
    ['who pays for the second', `<Payer><ID>GB7</ID></Payer>${goods}`, 'parties: payer ID'],
    [
      'two consignees of the second',
      `${consignee('Beta')}${consignee('Gamma')}${goods}`,
      'parties: second consignee name',
    ],
    ['a consignee without goods', consignee('Nobody'), 'parties: consignee name'],
    [
      'an element that nobody knows, of an item of the second',
      '<GovernmentAgencyGoodsItem><Commodity><Colour>red</Colour></Commodity></GovernmentAgencyGoodsItem>',
      'goods: commodity colour',
    ],
  ])('then %s is', async (_what, second, told) => {
    expect(await toldOf(shipment(`${consignee('Alpha')}${goods}`) + shipment(second))).toContain(told);
  });
});

describe('given an event with elements that no field holds, published by whatever system', () => {
  test('then a person must look, the score stays, and analyst and inspector are told the names and no value', () => {
    const { lane, finding } = findingOn([
      { path: 'GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity[2]/Description', value: 'SECRET' },
    ]);
    expect([lane, finding?.result, finding?.counted]).toEqual(['query', 'unknown', 0]);
    expect(finding?.reason.inspector).toBe(
      'The message states what was not read (goods: second commodity description), so it is not known whether it changes what is judged.',
    );
    expect(finding?.reason.analyst).toBe(finding?.reason.inspector);
    expect(finding?.reason.trader).toBeUndefined();
    expect(JSON.stringify(finding)).not.toContain('SECRET');
  });

  test('then hundreds of them, or names of thousands of letters, are told in a few words', () => {
    const many = Array.from({ length: 500 }, (_, index) => ({
      path: `GoodsShipment/SupportingDocument/Field${String(index)}`,
      value: 'x',
    }));
    const { finding } = findingOn([...many, { path: `Consignment/<b>${'x'.repeat(15_000)}</b>`, value: 'x' }]);
    expect(finding?.reason.inspector?.length).toBeLessThan(600);
    expect(finding?.reason.inspector).toContain('and 495 more');
    expect(finding?.reason.inspector).not.toContain('<');
  });

  test.each([
    ['Declaration/@schemaVersion'],
    ['ID/@schemeID'],
    ['GoodsShipment/GovernmentAgencyGoodsItem/Commodity/Description/@lang'],
    ['TotalPackageQuantity/@unitCode'],
    ['GoodsShipment/GovernmentAgencyGoodsItem/Packaging/QuantityQuantity/@unitCode'],
    ['messageSender'],
    ['correlationIdentifier'],
    ['preparationDateAndTime'],
    ['Signature/SignatureValue'],
    ['Authentication/Signatory/Name'],
    ['TraceID'],
    ['Amendment/Pointer[2]/Note'],
    ['CC015C/CustomsOfficeOfTransitDeclared[2]/referenceNumber'],
    ['CC515C/ExportOperation/security'],
    ['CC515C/GoodsShipment/Consignment/LocationOfGoods/ContactPerson/phoneNumber'],
  ])('then %s changes nothing', (path) => {
    expect(isUnread({ path, value: 'x' })).toBe(false);
    expect(findingOn([{ path, value: 'x' }])).toMatchObject({ lane: 'green', finding: undefined });
  });

  test.each([
    ['GoodsShipment/GovernmentAgencyGoodsItem/Commodity/ValueAmount/@currencyID', 'values'],
    ['GoodsShipment/Consignment/HouseConsignment/Consignee/name', 'parties'],
    ['GoodsShipment/SupportingDocument[2]/TypeCode', 'documents'],
    ['GoodsShipment/GovernmentAgencyGoodsItem/Commodity/CommodityCode/taricCode', 'goods'],
    ['Consignment/CountryOfRouting/country', 'route'],
    ['Colour', 'other'],
  ])('then %s matters, and is of %s', (path, group) => {
    expect([isUnread({ path, value: 'x' }), groupOf(path)]).toEqual([true, group]);
  });
});

test.skipIf(!HAS_WCO_XML)(
  'given the public collection, then no declaration of it is put before a person for what is not read (skipped: no ../shared/data/wco-xml, set TIDEWAITER_DATA_SETS)',
  async () => {
    const events = await eventsOf(xmlFilesIn(WCO_XML).map(fileSource));
    expect(
      events.filter(({ event }) => unreadInWords(event.otherElements) !== undefined).map(({ file }) => file),
    ).toEqual([]);
    expect(events.map(({ event }) => event.source?.format)).toEqual(events.map(() => 'WCO-GB'));
    for (const { event } of events) expect(event.source?.elements).toBeGreaterThan(20);
  },
);

describe('given JSON lines and CSV', () => {
  test('then the event says what it was read from, and an event that says so itself keeps it', async () => {
    const line = JSON.stringify({
      functionalReferenceId: 'L1',
      declarant: { id: 'GB1' },
      goodsItems: [{ sequenceNumber: 1, commodity: { description: 'Pumps' } }],
    });
    const [json] = await eventsOf([textSource('a.jsonl', line)]);
    const [csv] = await eventsOf([
      textSource('a.csv', 'functionalReferenceId,declarant.id,goodsItems[0].sequenceNumber\nL1,GB1,1\n'),
    ]);
    const [again] = await eventsOf([textSource('a.jsonl', JSON.stringify(csv?.event))]);
    expect([json?.event.source, csv?.event.source, again?.event.source]).toEqual([
      { format: 'JSON', elements: 4 },
      { format: 'CSV', elements: 3 },
      { format: 'CSV', elements: 3 },
    ]);
  });

  test('then the same declaration in both is one event, not two that contradict each other', async () => {
    const [csv] = await eventsOf([textSource('a.csv', 'functionalReferenceId,declarant.id\nL1,GB1\n')]);
    const bare = { ...csv?.event, source: undefined };
    const ids = (
      await eventsOf([
        textSource('a.csv', 'functionalReferenceId,declarant.id\nL1,GB1\n'),
        textSource('a.jsonl', JSON.stringify(bare)),
      ])
    ).map(({ event }) => event.eventId);
    expect(new Set(ids).size).toBe(1);
  });
});
