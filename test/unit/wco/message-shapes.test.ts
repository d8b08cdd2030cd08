import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseXml } from '../../../services/adapters/xml/read-xml.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { eventsOf, fileSource, outcomeOf, readAll, textSource } from '../input/sources.ts';
import { leavesMissingIn, leavesToFind } from './leaves-of-xml.ts';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/wco');
const MRN = '26GB8K2M4N6P8Q0R12';
const fixture = (name: string): ReturnType<typeof fileSource> => fileSource(join(FIXTURES, name));

async function only(...names: readonly string[]): Promise<DeclarationEvent> {
  const events = await eventsOf(names.map(fixture));
  return events.at(-1)?.event ?? expect.fail('no event');
}

const REPLACEMENT = `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><FunctionCode>5</FunctionCode><FunctionalReferenceID>PUMPS-2026-11</FunctionalReferenceID><ID>${MRN}</ID><TypeCode>EXA</TypeCode><AMENDMENT/>
  <GoodsShipment><GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric><Commodity><Description>Pumps</Description></Commodity></GovernmentAgencyGoodsItem></GoodsShipment></Declaration>`;

describe('given what a declaration is for', () => {
  test.each([
    ['9', 'EXA', 'lodged'],
    ['09', 'EXA', 'lodged'],
    ['', 'EXA', 'lodged'],
    ['9', 'COR', 'amended'],
    ['4', 'EXA', 'amended'],
    ['5', 'EXA', 'amended'],
    ['13', 'COR', 'amended'],
    ['13', 'GPN', 'amended'],
    ['13', 'INV', 'cancelled'],
    ['1', 'EXA', 'cancelled'],
    ['', 'INV', 'cancelled'],
    ['14', 'GPN', 'amended'],
    ['14', 'INV', 'cancelled'],
    ['14', 'EXA', 'amended'],
    ['13', 'inv', 'cancelled'],
    ['9', 'gpn', 'amended'],
  ])('with function code "%s" and type %s, then it is %s', async (functionCode, typeCode, eventType) => {
    const xml = `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><FunctionCode>${functionCode}</FunctionCode><FunctionalReferenceID>L1</FunctionalReferenceID><ID>26GB1</ID><TypeCode>${typeCode}</TypeCode></Declaration>`;
    expect((await readAll([textSource('a.xml', xml)])).map(outcomeOf)).toEqual([`event ${eventType}`]);
  });
});

test.each([
  'urn:wco:datamodel:WCO:DEC-DMS:2',
  'urn:wco:datamodel:WCO:Declaration:1',
  'urn:wco:datamodel:TW:N5105:R-00-05',
  'urn:wco:datamodel:NZ:IM:1',
])('given a declaration in the edition of an authority, %s, then it is read', async (uri) => {
  const event = (
    await eventsOf([
      textSource(
        'a.xml',
        `<MetaData xmlns="urn:wco:datamodel:WCO:DM:1"><Declaration xmlns="${uri}"><FunctionalReferenceID>L1</FunctionalReferenceID><TypeCode>IMA</TypeCode></Declaration></MetaData>`,
      ),
    ])
  )[0]?.event;
  expect(event).toMatchObject({ eventType: 'lodged', typeCode: 'IMA', otherElements: [] });
});

test.each([
  '<DateTimeString formatCode="304">20260311090000+01</DateTimeString>',
  '<DateTime>2026-03-11T08:00:00Z</DateTime>',
  '<d:DateTime xmlns:d="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">2026-03-11T09:00:00+01:00</d:DateTime>',
  '2026-03-11T08:00:00Z',
])('given a time as an edition of the schemas writes it, %s, then it is read as a time', async (time) => {
  const [lodged] = await eventsOf([
    textSource(
      'a.xml',
      `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><AcceptanceDateTime>${time}</AcceptanceDateTime><FunctionalReferenceID>L1</FunctionalReferenceID></Declaration>`,
    ),
  ]);
  expect(lodged?.event).toMatchObject({ acceptanceDateTime: '2026-03-11T08:00:00Z', otherElements: [] });
  const [exited] = await eventsOf([
    textSource(
      'a.xml',
      `<Response><FunctionCode>16</FunctionCode><IssueDateTime>${time}</IssueDateTime><Declaration><ID>26GB1</ID></Declaration></Response>`,
    ),
  ]);
  expect(exited?.event).toMatchObject({ eventType: 'exited', occurredAt: '2026-03-11T08:00:00Z' });
});

describe('given a lodgement', () => {
  test('then its parties, documents, write-offs, itinerary, seals and goods are in the event', async () => {
    const event = await only('export-lodgement.xml');
    expect(event).toMatchObject({
      eventType: 'lodged',
      declarationId: 'LRN:GB111222333000:PUMPS-2026-11',
      version: 1,
      completeness: 'whole',
      occurredAt: '2026-03-11T08:00:00Z',
      acceptanceDateTime: '2026-03-11T08:00:00Z',
      functionCode: '9',
      typeCode: 'EXA',
      invoiceAmount: { value: '3000', currencyId: 'GBP' },
      exitOffice: { id: 'GB000060' },
      otherElements: [],
      exporter: {
        id: 'GB111222333000',
        name: 'Fixture Pumps Ltd',
        address: { cityName: 'Leeds', countryCode: 'GB', line: '1 Mill Lane', postcodeId: 'LS1 1AA' },
      },
      consignment: {
        carrier: { id: 'GB025115100010' },
        freightPaymentMethodCode: 'B',
        itineraries: [
          { routingCountryCode: 'GB' },
          { routingCountryCode: 'AE' },
          { sequenceNumber: 3, routingCountryCode: 'PK' },
        ],
      },
      goodsShipment: {
        destinationCountryCode: 'PK',
        exportCountryId: 'GB',
        consignment: {
          transportEquipments: [{ id: 'MSKU1234565', seals: [{ id: 'SEAL-9' }, { id: 'SEAL-10' }] }],
          goodsLocation: { name: 'FXTFXTGVM' },
        },
      },
    });
    expect(event.goodsItems.map((item) => item.sequenceNumber)).toEqual([1, 2]);
    expect(event.goodsItems[0]).toMatchObject({
      statisticalValueAmount: { value: '1500', currencyId: 'GBP' },
      commodity: {
        grossMassMeasure: { value: '130.5', unitCode: 'KGM' },
        tariffQuantity: { value: '4' },
        classifications: [{ id: '84137081', identificationTypeCode: 'TSP' }],
      },
      additionalDocuments: [
        {
          categoryCode: 'X',
          typeCode: '002',
          id: 'GBSIEL2026-0001',
          lpcoExemptionCode: 'EE',
          submitterName: 'Export Control Joint Unit',
          writeOff: { quantity: { value: '10', unitCode: 'KGM#G' }, amount: { value: '1500', currencyId: 'GBP' } },
        },
        { typeCode: '935' },
      ],
    });
  });

  test('then an envelope gives the time of receipt, and elements without a field of their own are kept with their path', async () => {
    const event = await only('import-lodgement-in-envelope.xml');
    expect(event).toMatchObject({
      declarationId: 'LRN:GB444555666000:COCOA:2026%1',
      occurredAt: '2026-03-12T14:07:19.019Z',
      declarant: { name: 'Café Import & Söhne' },
      specificCircumstancesCode: 'A20',
    });
    expect(event.agent).toBeUndefined();
    expect(event.otherElements).toEqual([
      { path: 'GoodsShipment/GovernmentAgencyGoodsItem/Commodity/ShadeCode/@listID', value: 'local' },
      { path: 'GoodsShipment/GovernmentAgencyGoodsItem/Commodity/ShadeCode', value: 'dark' },
      { path: 'NationalExtension/Bay[1]/@number', value: '7' },
      { path: 'NationalExtension/Bay[1]', value: 'North' },
      { path: 'NationalExtension/Bay[2]', value: 'South' },
    ]);
  });
});

describe('given the later messages of a declaration', () => {
  test('then a notification in the same call gives the lodgement its MRN, and is skipped by name', async () => {
    const entries = await readAll(
      ['notification-tax.xml', 'export-lodgement.xml', 'notification-accepted.xml'].map(fixture),
    );
    expect(entries.map(outcomeOf)).toEqual([
      'skipped notification DMSTAX',
      'event lodged',
      'skipped notification DMSACC',
    ]);
    expect(entries[1]).toMatchObject({ event: { declarationId: MRN } });
  });

  test('then an amendment without its base is partial, and carries what it states', async () => {
    const event = await only('amendment.xml');
    expect(event).toMatchObject({
      eventType: 'amended',
      declarationId: MRN,
      version: 2,
      completeness: 'partial',
      message: { functionCode: '13', functionalReferenceId: 'PUMPS-2026-11-A', typeCode: 'COR' },
    });
    expect(event.amendments).toHaveLength(6);
    expect(event.exporter).toBeUndefined();
  });

  test('then an amendment with its base is the whole declaration as amended', async () => {
    const event = await only('amendment.xml', 'notification-accepted.xml', 'export-lodgement.xml');
    expect(event).toMatchObject({
      eventType: 'amended',
      declarationId: MRN,
      version: 2,
      completeness: 'whole',
      typeCode: 'EXA',
      functionalReferenceId: 'PUMPS-2026-11',
      exporter: { name: 'Fixture Pumps Ltd' },
      submitter: { id: 'GB111222333000' },
    });
    const [first, , third] = event.goodsItems;
    expect(event.goodsItems).toHaveLength(3);
    expect(first?.additionalDocuments.map((document) => [document.id, document.lpcoExemptionCode])).toEqual([
      ['GBSIEL2026-0001', 'EP'],
      ['INV-2026-77', 'AC'],
      ['GBAEOC0001', undefined],
    ]);
    expect(third).toMatchObject({ sequenceNumber: 3, statisticalValueAmount: { value: '250.25' } });
    expect(event.goodsShipment?.consignment?.transportEquipments[0]?.seals).toEqual([
      { sequenceNumber: 1, id: 'SEAL-9' },
    ]);
    expect(event.goodsShipment?.consignee?.address).toEqual({
      cityName: 'Karachi',
      countryCode: 'PK',
      line: '7 Harbour Road',
    });
  });

  test('then amendments follow each other, and a pointer to what is no longer stated removes it', async () => {
    const event = await only(
      'export-lodgement.xml',
      'notification-accepted.xml',
      'amendment.xml',
      'amendment-removing.xml',
    );
    expect(event).toMatchObject({ version: 3, completeness: 'whole' });
    expect(event.goodsItems.map((item) => item.sequenceNumber)).toEqual([1, 3]);
    expect(event.goodsItems[0]?.additionalDocuments.map((document) => document.id)).toEqual([
      'GBSIEL2026-0001',
      'GBAEOC0001',
    ]);
  });

  test('then a presentation of the goods is an amendment that moves them', async () => {
    const event = await only('export-lodgement.xml', 'notification-accepted.xml', 'goods-presentation.xml');
    expect(event).toMatchObject({
      eventType: 'amended',
      completeness: 'whole',
      message: { typeCode: 'GPN' },
      goodsShipment: { consignment: { goodsLocation: { name: 'FXTFXTDOC' } } },
    });
  });

  test('then a replacement is the whole declaration anew: what it no longer states is gone, and amendments go on from it', async () => {
    const replaced = REPLACEMENT.replace('<AMENDMENT/>', '');
    const [, event, amended] = await eventsOf([
      fixture('export-lodgement.xml'),
      fixture('notification-accepted.xml'),
      textSource('replacement.xml', replaced),
      fixture('amendment-removing.xml'),
    ]);
    expect(event?.event).toMatchObject({
      eventType: 'amended',
      declarationId: MRN,
      version: 2,
      completeness: 'whole',
      message: { functionCode: '5' },
      goodsItems: [{ sequenceNumber: 1, commodity: { description: 'Pumps' } }],
    });
    expect(event?.event.exporter).toBeUndefined();
    expect(amended?.event).toMatchObject({
      version: 3,
      goodsItems: [{ sequenceNumber: 1, commodity: { description: 'Pumps' } }],
    });
    const [alone] = await eventsOf([textSource('replacement.xml', replaced)]);
    expect(alone?.event).toMatchObject({ eventType: 'amended', completeness: 'whole' });
  });

  test('then a replacement that points at what it changes is a change set', async () => {
    const [, event] = await eventsOf([
      fixture('export-lodgement.xml'),
      fixture('notification-accepted.xml'),
      textSource(
        'replacement.xml',
        REPLACEMENT.replace(
          '<AMENDMENT/>',
          '<Amendment><Pointer><DocumentSectionCode>42A</DocumentSectionCode></Pointer></Amendment>',
        ),
      ),
    ]);
    expect(event?.event).toMatchObject({ eventType: 'amended', exporter: { name: 'Fixture Pumps Ltd' } });
    expect(event?.event.goodsItems).toHaveLength(2);
  });

  test("then a cancellation is an event with the reason, and the authority's confirmation of it is skipped", async () => {
    const entries = await readAll(
      ['notification-invalidated.xml', 'cancellation.xml', 'export-lodgement.xml'].map(fixture),
    );
    expect(entries.map(outcomeOf)).toEqual(['skipped notification DMSINV', 'event lodged', 'event cancelled']);
    expect(entries[2]).toMatchObject({
      event: {
        declarationId: MRN,
        version: 1,
        cause: 'Order withdrawn by the buyer',
        submitter: { id: 'GB111222333000' },
      },
    });
  });

  test('then an invalidation by the authority alone is a cancellation too', async () => {
    expect(await only('notification-invalidated.xml')).toMatchObject({
      eventType: 'cancelled',
      declarationId: MRN,
      version: 2,
      cause: '3',
      occurredAt: '2026-03-13T16:14:30Z',
      functionalReferenceId: 'PUMPS-2026-11',
      message: { functionCode: '10' },
    });
  });

  test('then an exit result is an exit, with its office and time', async () => {
    expect((await only('notification-exit.xml')).otherElements).toContainEqual({
      path: 'IssueDateTime/DateTimeString',
      value: '20260313101500Z',
    });
    expect(await only('notification-exit.xml')).toMatchObject({
      eventType: 'exited',
      declarationId: MRN,
      version: 2,
      occurredAt: '2026-03-14T00:00:00Z',
      exitOffice: { id: 'GB000040' },
      message: { functionCode: '16' },
    });
  });

  test('then no leaf of an exit result is lost, whatever attributes and repeats it has', async () => {
    const exit =
      '<MetaData><Response r="root"><FunctionCode f="code">16</FunctionCode><FunctionCode>again</FunctionCode><FunctionalReferenceID g="reference">R1</FunctionalReferenceID><IssueDateTime i="issue"><DateTimeString>20260301</DateTimeString></IssueDateTime>stray<Status><NameCode>A1</NameCode></Status><Declaration d="declared">loose<ID s="scheme">26GB1</ID></Declaration></Response></MetaData>';
    const [entry] = await eventsOf([textSource('exit.xml', exit)]);
    const { message, ...event } = entry?.event ?? expect.fail('no event');
    const leaves = leavesToFind(parseXml(exit)).filter(
      ({ value }) => value !== message?.functionCode && value !== message?.functionalReferenceId,
    );
    expect(leavesMissingIn(event, leaves)).toEqual([]);
  });

  test('then an exit result that names two declarations is the exit of both', async () => {
    const exit =
      '<MetaData><Response><FunctionCode>16</FunctionCode><Status><NameCode>A1</NameCode></Status><Declaration><FunctionalReferenceID>L1</FunctionalReferenceID><ID>26GB1</ID></Declaration><Declaration><FunctionalReferenceID>L2</FunctionalReferenceID><ID>26GB2</ID></Declaration></Response></MetaData>';
    const events = await eventsOf([textSource('exit.xml', exit)]);
    expect(events.map(({ event }) => [event.declarationId, event.functionalReferenceId, event.cause])).toEqual([
      ['26GB1', 'L1', 'A1'],
      ['26GB2', 'L2', 'A1'],
    ]);
  });

  test('then retrieval reports and inventory-linking movements are skipped by name, and a report gives the MRN', async () => {
    const entries = await readAll(
      ['retrieval-report.xml', 'movement-departure.xml', 'export-lodgement.xml'].map(fixture),
    );
    expect(entries.map(outcomeOf)).toEqual([
      'skipped retrieval report DeclarationFullResponse',
      'skipped inventory-linking EDL',
      'event lodged',
    ]);
    expect(entries[2]).toMatchObject({ event: { declarationId: MRN } });
  });
});

test('given a report of the status of a declaration, then it is skipped by name and gives the MRN, though that stands apart from the LRN', async () => {
  const report = `<s:DeclarationStatusResponse xmlns:s="http://gov.uk/customs/declarationInformationRetrieval/status/v2"><s:DeclarationStatusDetails><s:Declaration><s:ID>${MRN}</s:ID><s:VersionID>1</s:VersionID></s:Declaration>
    <Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><FunctionCode>9</FunctionCode><FunctionalReferenceID>PUMPS-2026-11</FunctionalReferenceID><Declarant><ID>GB111222333000</ID></Declarant></Declaration></s:DeclarationStatusDetails></s:DeclarationStatusResponse>`;
  const entries = await readAll([textSource('status.xml', report), fixture('export-lodgement.xml')]);
  expect(entries.map(outcomeOf)).toEqual(['skipped retrieval report DeclarationStatusResponse', 'event lodged']);
  expect(entries[1]).toMatchObject({ event: { declarationId: MRN } });
});

test.each([
  [
    '<InventoryLinkingImportsGoodsArrival xmlns="http://gov.uk/customs/inventoryLinkingImport/v1"><entryNumber>1</entryNumber></InventoryLinkingImportsGoodsArrival>',
    'skipped inventory-linking InventoryLinkingImportsGoodsArrival',
  ],
  [
    '<InventoryLinkingImportsDeclarationStatusNotification xmlns="http://gov.uk/customs/inventoryLinkingImport/v1"/>',
    'skipped inventory-linking InventoryLinkingImportsDeclarationStatusNotification',
  ],
  [
    '<i:inventoryLinkingConsolidationRequest xmlns:i="http://gov.uk/customs/inventoryLinking/v1"><i:messageCode>CST</i:messageCode></i:inventoryLinkingConsolidationRequest>',
    'skipped inventory-linking CST',
  ],
  [
    '<FileUploadRequest xmlns="hmrc:fileupload"><DeclarationID>26GB1</DeclarationID><FileGroupSize>1</FileGroupSize></FileUploadRequest>',
    'skipped upload of documents FileUploadRequest',
  ],
  [
    '<Root><FileReference>r</FileReference><BatchId>b</BatchId><FileName>f.pdf</FileName><Outcome>SUCCESS</Outcome></Root>',
    'skipped upload of documents Root',
  ],
  [
    '<errorResponse><code>BAD_REQUEST</code><message>Payload is not valid</message></errorResponse>',
    'skipped gateway answer errorResponse',
  ],
  [
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header/><s:Body><inventoryLinkingMovementRequest xmlns="http://gov.uk/customs/inventoryLinking/v1"><messageCode>EAL</messageCode></inventoryLinkingMovementRequest></s:Body></s:Envelope>',
    'skipped inventory-linking EAL',
  ],
  [
    '<q:queryDeclarationStatusRequest xmlns:q="http://gov.uk/customs/retrieveDeclarationStatus"><q:requestDetail/></q:queryDeclarationStatusRequest>',
    'skipped request for a report queryDeclarationStatusRequest',
  ],
])('given a message that declares nothing, %s, then it is skipped by name', async (xml, outcome) => {
  const [entry] = await readAll([textSource('other.xml', xml)]);
  expect(entry === undefined ? '' : outcomeOf(entry)).toBe(outcome);
});

test.each([
  [
    '<GoodsShipment>\n<GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric></GovernmentAgencyGoodsItem>\n<GovernmentAgencyGoodsItem>\n<SequenceNumeric>1.0</SequenceNumeric></GovernmentAgencyGoodsItem></GoodsShipment>',
    'goodsItems[1].sequenceNumber',
    5,
  ],
  [
    '<GoodsShipment>\n\n<Destination>\n<CountryCode>Pakistan</CountryCode></Destination></GoodsShipment>',
    'goodsShipment.destinationCountryCode',
    5,
  ],
  ['\n<InvoiceAmount currencyID="POUNDS">1</InvoiceAmount>', 'invoiceAmount.currencyId', 3],
])(
  'given a declaration that says what cannot be, %s, then the error names field and line',
  async (inside, element, line) => {
    const [entry] = await readAll([
      textSource(
        'bad.xml',
        `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">\n<FunctionalReferenceID>L</FunctionalReferenceID>${inside}</Declaration>`,
      ),
    ]);
    expect(entry).toMatchObject({
      kind: 'failed',
      error: { code: 'TDW_EVENT_INVALID', location: { file: 'bad.xml', element, line } },
    });
  },
);

test.each([
  [
    '<MetaData><WCOTypeName>RES</WCOTypeName></MetaData>',
    'TDW_XML_NOT_WCO',
    '<MetaData> holds neither a Declaration nor a Response of the WCO Data Model.',
    'MetaData',
  ],
  [
    '<IE4N03 xmlns="urn:wco:datamodel:WCO:CIS:1"/>',
    'TDW_XML_NOT_WCO',
    '<IE4N03> holds neither a Declaration nor a Response of the WCO Data Model.',
    'IE4N03',
  ],
  [
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>\n<s:Fault><faultcode>x</faultcode></s:Fault></s:Body></s:Envelope>',
    'TDW_XML_NOT_WCO',
    '<Fault> holds neither a Declaration nor a Response of the WCO Data Model.',
    'Fault',
  ],
  [
    '<Response xmlns="http://example.org/bank"><FunctionCode>16</FunctionCode></Response>',
    'TDW_XML_NOT_WCO',
    '<Response> holds neither a Declaration nor a Response of the WCO Data Model.',
    'Response',
  ],
  [
    '<MetaData><Declaration xmlns="http://example.org/x"/></MetaData>',
    'TDW_XML_NAMESPACE',
    '<Declaration> in namespace "http://example.org/x" is no part of a WCO message.',
    'Declaration',
  ],
  ['<Declaration>\n</Declaration>', 'TDW_EVENT_IDENTITY', 'The declaration has neither MRN nor LRN.', 'Declaration'],
])('given what is no declaration, %s, then the error says so and where', async (xml, code, message, element) => {
  const [entry] = await readAll([textSource('bad.xml', `\n${xml}`)]);
  expect(entry).toMatchObject({ kind: 'failed', error: { code, message, location: { file: 'bad.xml', element } } });
  expect(entry?.kind === 'failed' && entry.error.location?.line).toBeGreaterThan(1);
});
