import { describe, expect, test } from 'vitest';
import { parseXml } from '../../../services/adapters/xml/read-xml.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { runCli } from '../cli/run-cli.ts';
import { eventsOf, readAll, textSource } from '../input/sources.ts';
import { leavesMissingIn, leavesToFind } from './leaves-of-xml.ts';

const party = (role: string, name: string, country: string): string =>
  `<${role}><Name>${name}</Name><Address><CountryCode>${country}</CountryCode></Address></${role}>`;
const item = (inside = ''): string =>
  `<GovernmentAgencyGoodsItem>${inside}<Commodity><Description>Pumps</Description></Commodity></GovernmentAgencyGoodsItem>`;
const declaration = (...shipments: readonly string[]): string =>
  `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><FunctionCode>9</FunctionCode><FunctionalReferenceID>L1</FunctionalReferenceID><TypeCode>EXA</TypeCode><Declarant><ID>GB1</ID></Declarant>${shipments.map((inside) => `<GoodsShipment>${inside}</GoodsShipment>`).join('\n')}</Declaration>`;
async function eventOf(xml: string): Promise<DeclarationEvent> {
  const [entry] = await eventsOf([textSource('two.xml', xml)]);
  return entry?.event ?? expect.fail('no event');
}
const FIRST = `<TransactionNatureCode>1</TransactionNatureCode>${party('Consignee', 'Alpha', 'FR')}<Consignment><GoodsLocation><ID>DOVER</ID></GoodsLocation></Consignment><Destination><CountryCode>FR</CountryCode></Destination>${item()}${item()}`;
const SECOND = `<TransactionNatureCode>2</TransactionNatureCode>${party('Consignee', 'Beta', 'KG')}${party('Seller', 'Gamma', 'AE')}<Consignment><ArrivalTransportMeans><ID>LORRY 9</ID></ArrivalTransportMeans><GoodsLocation><ID>HULL</ID></GoodsLocation><TransportEquipment><ID>MSKU1</ID></TransportEquipment></Consignment><Destination><CountryCode>KG</CountryCode></Destination>
  <PreviousDocument><ID>P-SHIPMENT</ID></PreviousDocument>${item('<PreviousDocument><ID>P-ITEM</ID></PreviousDocument>')}${item(party('Consignee', 'Delta', 'UZ'))}`;

describe('given a declaration of several shipments', () => {
  test('then items of a later one have its parties, places and transport, and what they say themselves comes first', async () => {
    const event = await eventOf(declaration(FIRST, SECOND));
    expect(event.goodsShipment).toMatchObject({
      transactionNatureCode: '1',
      consignee: { name: 'Alpha' },
      consignment: { goodsLocation: { id: 'DOVER' } },
      destinationCountryCode: 'FR',
      previousDocuments: [],
    });
    expect(
      event.goodsItems.map(({ sequenceNumber, consignee, seller, destinationCountryCode, consignment }) => [
        sequenceNumber,
        consignee?.name,
        seller?.name,
        destinationCountryCode,
        consignment?.goodsLocation?.id,
      ]),
    ).toEqual([
      [1, undefined, undefined, undefined, undefined],
      [2, undefined, undefined, undefined, undefined],
      [3, 'Beta', 'Gamma', 'KG', 'HULL'],
      [4, 'Delta', 'Gamma', 'KG', 'HULL'],
    ]);
    expect(event.goodsItems[2]).toMatchObject({
      transactionNatureCode: '2',
      previousDocuments: [{ id: 'P-ITEM' }, { id: 'P-SHIPMENT' }],
      consignment: { arrivalTransportMeans: { id: 'LORRY 9' } },
    });
  });

  test('then what one leaves out is not read from the first: there it goes to the items that it is said of', async () => {
    const event = await eventOf(declaration(FIRST, item()));
    expect(event.goodsShipment).toMatchObject({ previousDocuments: [], payers: [] });
    expect([
      event.goodsShipment?.consignee,
      event.goodsShipment?.destinationCountryCode,
      event.goodsShipment?.consignment,
    ]).toEqual([undefined, undefined, undefined]);
    expect(
      event.goodsItems.map(({ consignee, destinationCountryCode, consignment }) => [
        consignee?.name,
        destinationCountryCode,
        consignment?.goodsLocation?.id,
      ]),
    ).toEqual([
      ['Alpha', 'FR', 'DOVER'],
      ['Alpha', 'FR', 'DOVER'],
      [undefined, undefined, undefined],
    ]);
  });

  test('then every leaf is in the event, also of what no item can say, and of a shipment without items', async () => {
    for (const more of [
      [],
      [
        `<TradeTerms><ConditionCode>CIF</ConditionCode></TradeTerms><Warehouse><ID>W1</ID></Warehouse><Colour code="r">red</Colour>${item('<Mood>good</Mood>')}`,
      ],
      [party('Buyer', 'Nobody', 'DE')],
    ]) {
      const xml = declaration(FIRST, SECOND, ...more);
      expect(leavesMissingIn(await eventOf(xml), leavesToFind(parseXml(xml)))).toEqual([]);
    }
  });

  test('then one in a namespace of its own is one too, and one of an extension is not', async () => {
    const xml = declaration(FIRST, SECOND).replace(
      /<GoodsShipment>(?=<TransactionNatureCode>2)/,
      '<GoodsShipment xmlns="">',
    );
    expect((await eventOf(xml)).goodsItems.map(({ consignee }) => consignee?.name)).toEqual([
      undefined,
      undefined,
      'Beta',
      'Delta',
    ]);
    expect((await eventOf(xml.replace('xmlns=""', 'xmlns="urn:acme"'))).goodsItems).toHaveLength(2);
  });

  test('then items that each shipment counts from one are counted through, and the numbers that they had are kept', async () => {
    const numbered = (...numbers: readonly number[]): string =>
      numbers.map((number) => item(`<SequenceNumeric>${String(number)}</SequenceNumeric>`)).join('');
    const event = await eventOf(declaration(numbered(2, 1), numbered(1)));
    expect(event.goodsItems.map(({ sequenceNumber }) => sequenceNumber)).toEqual([1, 2, 3]);
    expect(event.otherElements).toEqual(
      expect.arrayContaining([
        { path: 'GoodsShipment[1]/GovernmentAgencyGoodsItem[1]/SequenceNumeric', value: '2' },
        { path: 'GoodsShipment[1]/GovernmentAgencyGoodsItem[2]/SequenceNumeric', value: '1' },
        { path: 'GoodsShipment[2]/GovernmentAgencyGoodsItem/SequenceNumeric', value: '1' },
      ]),
    );
    expect(
      (await eventOf(declaration(numbered(1, 2), numbered(3)))).goodsItems.map(({ sequenceNumber }) => sequenceNumber),
    ).toEqual([1, 2, 3]);
  });

  test('then a number that stands twice in one of them is refused', async () => {
    const twice = item('<SequenceNumeric>1</SequenceNumeric>');
    const [entry] = await readAll([textSource('two.xml', declaration(twice + twice, twice))]);
    expect(entry).toMatchObject({ kind: 'failed', error: { code: 'TDW_EVENT_INVALID' } });
  });

  test('then an amendment of the first leaves the others as they are', async () => {
    const change =
      '<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><FunctionCode>13</FunctionCode><FunctionalReferenceID>A</FunctionalReferenceID><ID>M1</ID><TypeCode>COR</TypeCode><GoodsShipment><Consignee><Name>Alpha Ltd</Name></Consignee></GoodsShipment></Declaration>';
    const [, amended] = await eventsOf(
      [textSource('two.xml', declaration(FIRST, SECOND)), textSource('change.xml', change)],
      { declarationId: 'M1' },
    );
    expect(amended?.event).toMatchObject({
      completeness: 'whole',
      goodsShipment: { consignee: { name: 'Alpha Ltd' } },
      goodsItems: [{}, {}, { consignee: { name: 'Beta' } }, { consignee: { name: 'Delta' } }],
    });
  });

  test('then the way of each is judged, not that of the first alone', async () => {
    const way = (...countries: readonly string[]): string =>
      `<Consignment>${countries.map((country, at) => `<Itinerary><SequenceNumeric>${String(at + 1)}</SequenceNumeric><RoutingCountryCode>${country}</RoutingCountryCode></Itinerary>`).join('')}</Consignment>`;
    const to = (country: string): string =>
      `${party('Consignee', 'One', country)}<Destination><CountryCode>${country}</CountryCode></Destination><ExportCountry><ID>GB</ID></ExportCountry>`;
    const straight = declaration(`${to('FR')}${way('GB', 'FR')}${item()}`, `${to('FR')}${way('GB', 'FR')}${item()}`);
    const detour = declaration(
      `${to('FR')}${way('GB', 'FR')}${item()}`,
      `${to('KG')}${way('GB', 'AE', 'KG')}${item()}`,
    );
    const { stdout } = await runCli(['assess', '--json', '--tier', 'analyst', '--at', '2026-11-20T09:00:00Z'], {
      stdin: detour,
    });
    const { stdout: calm } = await runCli(['assess', '--json', '--tier', 'analyst', '--at', '2026-11-20T09:00:00Z'], {
      stdin: straight,
    });
    const hits = (text: string): readonly string[] =>
      (JSON.parse(text) as { findings: { id: string; result: string }[] }).findings
        .filter(({ id, result }) => id.startsWith('route') && result === 'hit')
        .map(({ id }) => id);
    expect(hits(calm)).toEqual([]);
    expect(hits(stdout)).toEqual(['route-through-hub-off-the-way']);
  });
});
