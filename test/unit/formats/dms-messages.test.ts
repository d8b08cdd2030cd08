import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { directionOf } from '../../../services/risk/declaration/direction.ts';
import { isUnread } from '../../../services/risk/declaration/unread/unread-elements.ts';
import { eventsOf, outcomeOf, readAll, textSource } from '../input/sources.ts';

const danish = (name: string): string => readFileSync(`test/fixtures/danish-dms/${name}.xml`, 'utf8');
const dutch = (name: string): string => readFileSync(`test/fixtures/dutch-dms/${name}.xml`, 'utf8');
const sources = (texts: readonly string[]): ReturnType<typeof textSource>[] =>
  texts.map((text, index) => textSource(`${String(index)}.xml`, text));

const outcomes = async (...texts: readonly string[]): Promise<readonly string[]> =>
  (await readAll(sources(texts))).map(outcomeOf);
const events = async (...texts: readonly string[]): Promise<readonly DeclarationEvent[]> =>
  (await eventsOf(sources(texts))).map(({ event }) => event);
const lives = async (...texts: readonly string[]): Promise<readonly unknown[]> =>
  (await events(...texts)).map(({ eventType, declarationId, version, completeness }) => [
    eventType,
    declarationId,
    version,
    completeness,
  ]);

async function only(text: string): Promise<DeclarationEvent> {
  const [event, ...others] = await events(text);
  expect(others).toEqual([]);
  return event ?? expect.fail('no event');
}

/** What customs judges by. */
function judged(event: DeclarationEvent): unknown {
  const { goodsShipment, goodsItems, typeCode, exporter, borderTransportMeans } = event;
  const items = goodsItems.map(({ commodity, additionalDocuments }) => ({
    classifications: commodity?.classifications,
    grossMassMeasure: commodity?.grossMassMeasure,
    documents: additionalDocuments.map(
      ({ categoryCode, typeCode: type, id }) => `${categoryCode ?? ''}${type ?? ''} ${id ?? ''}`,
    ),
  }));
  return {
    typeCode,
    exporter,
    borderTransportMeans,
    consignee: goodsShipment?.consignee,
    destination: goodsShipment?.destinationCountryCode,
    items,
  };
}

/** The same sights as the UK's form has them. */
const inUkPlaces = `<MetaData xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><Declaration>
  <FunctionCode>9</FunctionCode><FunctionalReferenceID>SIGHTS-1</FunctionalReferenceID><TypeCode>EXA</TypeCode>
  <BorderTransportMeans><ID>SQC418</ID><ModeCode>4</ModeCode></BorderTransportMeans>
  <Declarant><ID>NL904417732</ID></Declarant><Exporter><ID>NL904417732</ID></Exporter>
  <GoodsShipment>
    <Consignee><Name>Falcon Gate LLC</Name><Address><CityName>Dubai</CityName><CountryCode>AE</CountryCode><Line>Plot 7</Line></Address></Consignee>
    <Destination><CountryCode>AE</CountryCode></Destination>
    <GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric>
      <AdditionalDocument><CategoryCode>X</CategoryCode><ID>NLX002-26-1</ID><TypeCode>002</TypeCode></AdditionalDocument>
      <Commodity><Description>Thermal imaging rifle sights</Description>
        <Classification><ID>90131030</ID><IdentificationTypeCode>TSP</IdentificationTypeCode></Classification>
        <GoodsMeasure><GrossMassMeasure unitCode="KGM">96</GrossMassMeasure></GoodsMeasure></Commodity>
    </GovernmentAgencyGoodsItem>
  </GoodsShipment>
</Declaration></MetaData>`;

const inDutchPlaces = `<MetaData xmlns="urn:wco:datamodel:WCO:DMS.Declaration:1"><Declaration>
  <FunctionalReferenceID>SIGHTS-1</FunctionalReferenceID><TypeCode>EXA</TypeCode>
  <Declarant><ID>NL904417732</ID></Declarant><Exporter><ID>NL904417732</ID></Exporter>
  <GoodsShipment>
    <Consignment><BorderTransportMeans><ID>SQC418</ID><ModeCode>4</ModeCode></BorderTransportMeans>
      <Consignee><Name>Falcon Gate LLC</Name><Address><CityName>Dubai</CityName><CountryCode>AE</CountryCode><Line>Plot 7</Line></Address></Consignee></Consignment>
    <Destination><CountryCode>AE</CountryCode></Destination>
    <GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric>
      <Commodity><Description>Thermal imaging rifle sights</Description>
        <Classification><ID>90131030</ID><IdentificationTypeCode>TSP</IdentificationTypeCode></Classification>
        <GoodsMeasure><GrossMassMeasure>96</GrossMassMeasure></GoodsMeasure></Commodity>
      <SupportingDocument><ID>NLX002-26-1</ID><SequenceNumeric>1</SequenceNumeric><TypeCode>X002</TypeCode></SupportingDocument>
    </GovernmentAgencyGoodsItem>
  </GoodsShipment>
</Declaration></MetaData>`;

describe('given the same goods in the places of two countries', () => {
  test('what is judged is the same', async () => {
    expect(judged(await only(inDutchPlaces))).toEqual(judged(await only(inUkPlaces)));
    expect((await only(inDutchPlaces)).otherElements).toEqual([]);
  });

  test('a licence among the supporting documents of a Danish item is a document of the item, and its code is of eight digits', async () => {
    const [item] = (await only(danish('04-rifle-sights-by-air-to-two-consignees'))).goodsItems;
    expect(item?.additionalDocuments).toMatchObject([{ categoryCode: 'X', typeCode: '002', id: 'DKX002-26-1' }]);
    expect(item?.commodity?.classifications[0]).toMatchObject({ id: '90131010', identificationTypeCode: 'TSP' });
  });

  test('parts that make no code of eight digits together stay as they are', async () => {
    const codesOf = async (from: string, to: string): Promise<unknown> =>
      (
        await only(danish('02-corrected-without-the-valves').replace(from, to))
      ).goodsItems[0]?.commodity?.classifications.map(
        ({ id, identificationTypeCode }) => `${identificationTypeCode ?? ''} ${id ?? ''}`,
      );
    expect(await codesOf('<d:ID>51</d:ID>', '<d:ID>5</d:ID>')).toEqual(['HS 841370', 'CN 5']);
    expect(await codesOf('<d:ID>841370</d:ID>', '<d:ID>84137</d:ID>')).toEqual(['HS 84137', 'CN 51']);
  });
});

describe('given whose form it is', () => {
  test.each([
    ['a procedure category', '<ProcedureCategory>B1</ProcedureCategory>', ''],
    ['an office of export', '<ExportOffice><identification>DK005600</identification></ExportOffice>', ''],
    ['the mass at the shipment', '', '<GoodsMeasure><GrossMassMeasure>5</GrossMassMeasure></GoodsMeasure>'],
  ])('a declaration in the namespace of both with %s is Danish', async (_, declaration, shipment) => {
    const xml = `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><FunctionCode>9</FunctionCode>${declaration}<FunctionalReferenceID>X1</FunctionalReferenceID><Declarant><ID>DK1</ID></Declarant><GoodsShipment>${shipment}<GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric><StatisticalValueAmount>5</StatisticalValueAmount></GovernmentAgencyGoodsItem></GoodsShipment></Declaration>`;
    const statisticalValue = async (text: string): Promise<unknown> =>
      (await only(text)).goodsItems[0]?.statisticalValueAmount?.currencyId;
    expect(await statisticalValue(xml)).toBe('DKK');
    expect(await statisticalValue(xml.replace(declaration, '').replace(shipment, ''))).toBeUndefined();
  });

  test('one in an envelope that names another country is not', async () => {
    const wrapped = danish('04-rifle-sights-by-air-to-two-consignees').replace(/<\?xml.*\?>/, '');
    const inEnvelope = (country: string): string =>
      `<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2"><md:ResponsibleCountryCode>${country}</md:ResponsibleCountryCode>${wrapped}</md:MetaData>`;
    expect((await only(inEnvelope('DK'))).goodsItems[0]?.additionalDocuments).toHaveLength(1);
    expect((await only(inEnvelope('GB'))).goodsItems[0]?.additionalDocuments).toEqual([]);
  });
});

describe('given a Danish declaration and what is said of it', () => {
  const lodged = danish('01-pumps-by-sea-in-a-container');
  const corrected = danish('02-corrected-without-the-valves');
  const cancelled = danish('03-request-to-invalidate');
  const MRN = '26DK003100PUMP41A7';
  const notice = (type: string, more = ''): string =>
    `<Notification><NotificationEventType>${type}</NotificationEventType><NotificationSID>n-1</NotificationSID><Declaration><MRN>${MRN}</MRN><LRN>DK-PUMPS-2026-041</LRN><Declarant><ID>DK27100437</ID></Declarant></Declaration>${more}<IssueDateTime><DateTimeString formatCode="304">20261103120000+01</DateTimeString></IssueDateTime></Notification>`;

  test('a correction without pointers is the declaration anew: what it leaves out is gone', async () => {
    const all = await events(lodged, notice('DMSACC'), corrected);
    expect(all.map(({ declarationId, version, completeness }) => [declarationId, version, completeness])).toEqual([
      [MRN, 1, 'whole'],
      [MRN, 2, 'whole'],
    ]);
    expect(all.map(({ goodsItems }) => goodsItems.map(({ commodity }) => commodity?.description))).toEqual([
      ['Centrifugal pumps of stainless steel', 'Bellows sealed valves'],
      ['Centrifugal pumps of stainless steel'],
    ]);
  });

  test('it goes the way that its procedure category says, as its type code is that of the request', async () => {
    const directions = async (category: string): Promise<unknown> =>
      directionOf(await only(corrected.replace('>B1<', `>${category}<`)));
    expect([
      await directions('A1'),
      await directions('B1'),
      await directions('C1'),
      await directions('G4'),
      await directions('H1'),
      await directions('I1'),
    ]).toEqual(['export', 'export', 'export', 'import', 'import', 'import']);
    expect((await only(corrected)).message).toMatchObject({ functionCode: '4', typeCode: 'COR' });
  });

  test('a correction that states no goods leaves open what the declaration is after it', async () => {
    expect(
      await lives(danish('04-rifle-sights-by-air-to-two-consignees'), danish('09-correction-of-the-header-alone')),
    ).toEqual([
      ['lodged', 'LRN:DK41220977:DK-SIGHTS-2026-9', 1, 'whole'],
      ['amended', '26DK005600SIGH09B2', 2, 'partial'],
    ]);
  });

  test('so does one that names by pointers what it changes', async () => {
    const pointed = corrected.replace(
      '</d:Amendment>',
      '<d:Pointer><d:SequenceNumeric>1</d:SequenceNumeric><d:DocumentSectionCode>42A</d:DocumentSectionCode></d:Pointer></d:Amendment>',
    );
    expect(await lives(lodged, notice('DMSACC'), pointed)).toEqual([
      ['lodged', MRN, 1, 'whole'],
      ['amended', MRN, 2, 'partial'],
    ]);
  });

  test('a request to invalidate counts as done unless it is refused or not decided', async () => {
    expect(await lives(lodged, notice('DMSACC'), cancelled)).toEqual([
      ['lodged', MRN, 1, 'whole'],
      ['cancelled', MRN, 1, 'partial'],
    ]);
    expect(await outcomes(cancelled, notice('DMSREQ', '<CustomsPosition>NOT_GRANTED</CustomsPosition>'))).toEqual([
      'skipped cancellation that was refused (DMSREQ)',
      'skipped notification DMSREQ',
    ]);
    expect(await outcomes(cancelled, notice('DMSREQ'))).toEqual([
      'skipped cancellation that is not granted yet (DMSREQ)',
      'skipped notification DMSREQ',
    ]);
    expect((await only(cancelled)).cause).toBe('Goods have been returned to the supplier');
  });

  test('an invalidation is a cancellation, an exit an exit, in a list too', async () => {
    expect(await lives(notice('DMSINV'))).toEqual([['cancelled', MRN, 1, 'partial']]);
    expect(
      await lives(
        `<NotificationResult><TotalSize>2</TotalSize><Notifications>${notice('DMSREL')}${notice('DMSEOG')}</Notifications></NotificationResult>`,
      ),
    ).toEqual([['exited', MRN, 1, 'partial']]);
    expect((await only(notice('DMSEOG'))).occurredAt).toBe('2026-11-03T11:00:00Z');
  });

  test('a function that is neither is refused with its line', async () => {
    const [entry] = await readAll([textSource('dk.xml', corrected.replace('<d:FunctionCode>4', '<d:FunctionCode>77'))]);
    expect(entry).toMatchObject({
      kind: 'failed',
      error: {
        code: 'TDW_XML_FUNCTION_CODE',
        location: { file: 'dk.xml', line: 3, element: 'Declaration/FunctionCode' },
      },
    });
  });

  test('a value that cannot be is told by its path, and an element without a row under it', async () => {
    const [entry] = await readAll([textSource('dk.xml', lodged.replace('>184000<', '>184.000,00<'))]);
    expect(entry).toMatchObject({
      kind: 'failed',
      error: {
        code: 'TDW_XML_VALUE',
        location: { element: 'Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/StatisticalValueAmount' },
      },
    });
    const known = await only(
      lodged.replace('<d:ID>INV-26-2208</d:ID>', '<d:ID>INV-26-2208</d:ID><d:LineNumeric>7</d:LineNumeric>'),
    );
    expect(known.otherElements.filter(isUnread)).toEqual([]);
    const unknown = await only(
      lodged.replace('<d:ID>INV-26-2208</d:ID>', '<d:ID>INV-26-2208</d:ID><d:Colour>red</d:Colour>'),
    );
    expect(unknown.otherElements.filter(isUnread)).toEqual([
      { path: 'Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/SupportingDocument/Colour', value: 'red' },
    ]);
    expect(known.otherElements).toEqual([
      { path: 'Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/SupportingDocument/LineNumeric', value: '7' },
    ]);
  });

  test('an office that is another than that of export is told', async () => {
    const other = await only(lodged.replace('<d:identification>DK003100', '<d:identification>DK005600'));
    expect([other.declarationOffice?.id, other.otherElements]).toEqual([
      'DK003100',
      [{ path: 'Declaration/ExportOffice/identification', value: 'DK005600' }],
    ]);
  });
});

describe('given a Dutch declaration and what is said of it', () => {
  const lodged = dutch('01-rifle-sights-by-air');
  const MRN = '26NL000510SIGH07B1';
  const answer = (code: string, more = ''): string =>
    `<MetaData xmlns="urn:wco:datamodel:WCO:DMS.Response:1"><WCOTypeCode>${code}</WCOTypeCode><CommunicationMetaData><PreparationDateTime formatCode="304">20261121090000Z</PreparationDateTime></CommunicationMetaData><Response>${more}<Declaration><FunctionalReferenceID>NL-SIGHTS-26-7</FunctionalReferenceID><ID>${MRN}</ID></Declaration></Response></MetaData>`;

  test('an amendment in the form of a declaration is the declaration anew; an additional message changes what nobody can tell', async () => {
    expect(await lives(lodged, answer('CC528C'), dutch('02-amended-as-a-whole'))).toEqual([
      ['lodged', MRN, 1, 'whole'],
      ['amended', MRN, 2, 'whole'],
    ]);
    expect(await lives(lodged, answer('CC528C'), dutch('03-additional-message-that-amends'))).toEqual([
      ['lodged', MRN, 1, 'whole'],
      ['amended', MRN, 2, 'partial'],
    ]);
  });

  test('an additional message without a type code is taken for a change', async () => {
    expect(
      await lives(dutch('03-additional-message-that-amends').replace('<WCOTypeCode>CC513C</WCOTypeCode>', '')),
    ).toEqual([['amended', MRN, 2, 'partial']]);
  });

  test('a rejection, an acceptance, an invalidation and an exit mean what they say', async () => {
    expect(await outcomes(lodged, answer('CC528C'), dutch('02-amended-as-a-whole'), answer('CC504C'))).toContain(
      'event amended',
    );
    expect(await lives(lodged, answer('CC528C'), dutch('04-additional-message-that-invalidates'))).toEqual([
      ['lodged', MRN, 1, 'whole'],
      ['cancelled', MRN, 1, 'partial'],
    ]);
    expect(await lives(answer('CC410A'))).toEqual([['cancelled', MRN, 1, 'partial']]);
    const exit = (result: string): string =>
      answer(
        'CC599C',
        `<Control><ControlResult><ID>${result}</ID><ExitDateTime formatCode="102">20261120</ExitDateTime></ControlResult></Control>`,
      );
    expect(await only(exit('A2'))).toMatchObject({
      eventType: 'exited',
      cause: 'A2',
      occurredAt: '2026-11-20T00:00:00Z',
    });
    expect(await outcomes(exit('B1'))).toEqual(['skipped notification CC599C']);
  });

  test.each(['CC529C', 'CC551C', 'CC560C', 'CCRFIA'])('%s is passed over by name', async (code) => {
    expect(await outcomes(answer(code))).toEqual([`skipped notification ${code}`]);
  });

  test('a presentation of goods is passed over by name, and links nothing', async () => {
    const presented = `<MetaData xmlns="urn:wco:datamodel:WCO:DMS.Declaration:1"><WCOTypeCode>CC511C</WCOTypeCode><Declaration><FunctionalReferenceID>NL-SIGHTS-26-7</FunctionalReferenceID><ID>${MRN}</ID><Declarant><ID>NL904417732</ID></Declarant></Declaration></MetaData>`;
    expect(await outcomes(presented)).toEqual(['skipped Dutch DMS message CC511C']);
    expect(await lives(lodged, presented)).toEqual([['lodged', 'LRN:NL904417732:NL-SIGHTS-26-7', 1, 'whole']]);
  });

  test('a question about a declaration is passed over, and what holds no declaration is refused', async () => {
    const inside = (content: string): string =>
      `<MetaData xmlns="urn:wco:datamodel:WCO:DMS.Declaration:1"><WCOTypeCode>DMS</WCOTypeCode>${content}</MetaData>`;
    expect(
      await outcomes(
        inside(
          `<Declaration><FunctionalReferenceID>Q1</FunctionalReferenceID><ID>${MRN}</ID><TypeCode>154</TypeCode></Declaration>`,
        ),
      ),
    ).toEqual(['skipped Dutch DMS message DMS']);
    expect(await outcomes(inside('<Declarations/>'))).toEqual(['TDW_XML_NOT_WCO']);
  });

  test('it goes the way that its name says where its type code says nothing', async () => {
    const untyped = lodged.replace('<TypeCode>EXA</TypeCode>', '');
    expect([directionOf(await only(untyped)), directionOf(await only(untyped.replace('CC515C', 'CC415A')))]).toEqual([
      'export',
      'import',
    ]);
  });

  test('amounts are in the currency of the invoice or of the country, and masses in kilograms', async () => {
    const [item] = (await only(dutch('06-laptops-imported-with-taxes'))).goodsItems;
    expect([
      item?.commodity?.itemChargeAmount?.currencyId,
      item?.statisticalValueAmount?.currencyId,
      item?.commodity?.grossMassMeasure?.unitCode,
    ]).toEqual(['USD', 'EUR', 'KGM']);
  });
});
