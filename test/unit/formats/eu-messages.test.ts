import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { outcomeOf, readAll, textSource } from '../input/sources.ts';

const LRN = 'A01-LINDEN-2026';
const MRN = '26DE415200LIND01E4';
const lodgement = readFileSync('test/fixtures/aes/01-machine-parts-by-road.xml', 'utf8');
const amendment = readFileSync('test/fixtures/aes/08-amendment-of-01.xml', 'utf8');
const cancellation = readFileSync('test/fixtures/aes/09-request-to-invalidate.xml', 'utf8');

/** An answer of the authority in the export family. */
function answer(name: string, operation: string, more = ''): string {
  return `<x:${name} xmlns:x="http://ecs.dgtaxud.ec"><preparationDateAndTime>2026-10-08T09:00:00</preparationDateAndTime><messageIdentification>AUTH-1</messageIdentification><ExportOperation>${operation}</ExportOperation>${more}</x:${name}>`;
}

const allocation = answer('CC528C', `<LRN>${LRN}</LRN><MRN>${MRN}</MRN>`);
const outcomes = async (...texts: readonly string[]): Promise<readonly string[]> =>
  (await readAll(texts.map((text, index) => textSource(`${String(index)}.xml`, text)))).map(outcomeOf);
const events = async (...texts: readonly string[]): Promise<readonly unknown[]> =>
  (await readAll(texts.map((text, index) => textSource(`${String(index)}.xml`, text)))).flatMap((entry) =>
    entry.kind === 'event'
      ? [[entry.event.eventType, entry.event.declarationId, entry.event.version, entry.event.completeness]]
      : [],
  );

describe('given an export declaration and what the authority says of it', () => {
  test('the MRN that it was given is its identity', async () => {
    expect(await events(lodgement)).toEqual([['lodged', `LRN:DE7790011223344:${LRN}`, 1, 'whole']]);
    expect(await events(lodgement, allocation)).toEqual([['lodged', MRN, 1, 'whole']]);
  });

  test('an amendment is the whole declaration anew, as the next version, in any order of the files', async () => {
    const expected = [
      ['lodged', MRN, 1, 'whole'],
      ['amended', MRN, 2, 'whole'],
    ];
    expect(await events(lodgement, allocation, amendment)).toEqual(expected);
    expect(await events(amendment, allocation, lodgement)).toEqual(expected);
  });

  test('of a declaration that has no MRN yet, it is the one with the same reference and declarant', async () => {
    expect(await events(lodgement, amendment.replace(`<MRN>${MRN}</MRN>`, `<LRN>${LRN}</LRN>`))).toEqual([
      ['lodged', `LRN:DE7790011223344:${LRN}`, 1, 'whole'],
      ['amended', `LRN:DE7790011223344:${LRN}`, 2, 'whole'],
    ]);
  });

  test('an amendment that was rejected never took effect', async () => {
    const rejection = answer('CC556C', `<MRN>${MRN}</MRN><businessRejectionType>513</businessRejectionType>`);
    expect(await outcomes(lodgement, allocation, amendment, rejection)).toEqual([
      'event lodged',
      'skipped notification CC528C',
      'skipped replacement that was refused (CC556C)',
      'skipped notification CC556C',
    ]);
  });

  test('a rejection of the declaration itself undoes no amendment', async () => {
    const rejection = answer('CC556C', `<LRN>${LRN}</LRN><businessRejectionType>515</businessRejectionType>`);
    expect(await outcomes(lodgement, allocation, amendment, rejection)).toContain('event amended');
  });

  test('a request to invalidate counts as done, unless the decision says no', async () => {
    const decision = (code: string): string =>
      answer(
        'CC509C',
        `<MRN>${MRN}</MRN>`,
        `<Invalidation><decisionDateAndTime>2026-10-08T08:00:00</decisionDateAndTime><decision>${code}</decision><initiatedByCustoms>0</initiatedByCustoms></Invalidation>`,
      );
    expect(await outcomes(lodgement, allocation, cancellation)).toEqual([
      'event lodged',
      'skipped notification CC528C',
      'event cancelled',
    ]);
    expect(await outcomes(cancellation, decision('0'))).toEqual([
      'skipped cancellation that was refused (CC509C)',
      'skipped notification CC509C',
    ]);
    expect(await outcomes(cancellation, decision('1'))).toContain('event cancelled');
    expect(await outcomes(decision('1'))).toEqual(['event cancelled']);
  });

  test("the request says so of itself, in the trader's words", async () => {
    const [entry] = await readAll([textSource('514.xml', cancellation)]);
    expect(entry).toMatchObject({
      event: {
        eventType: 'cancelled',
        declarationId: MRN,
        cause: 'Order withdrawn by the consignee',
        completeness: 'partial',
        message: { functionCode: '13', typeCode: 'INV', functionalReferenceId: 'MSG-A01-0003' },
      },
    });
  });

  test('goods that left are an exit on the day that the office of exit says, and those that did not are none', async () => {
    const exit = (code: string): string =>
      answer(
        'CC599C',
        `<MRN>${MRN}</MRN>`,
        `<CustomsOfficeOfExitActual><referenceNumber>DE004055</referenceNumber></CustomsOfficeOfExitActual><ExitControlResult><code>${code}</code><exitDate>2026-10-07</exitDate></ExitControlResult>`,
      );
    const [left] = await readAll([textSource('599.xml', exit('A2'))]);
    expect(left).toMatchObject({
      event: { eventType: 'exited', declarationId: MRN, cause: 'A2', exitOffice: { id: 'DE004055' } },
    });
    expect(left?.kind === 'event' ? left.event.occurredAt?.slice(0, 10) : '').toBe('2026-10-07');
    expect(await outcomes(exit('B1'))).toEqual(['skipped notification CC599C']);
  });

  test.each(['CC529C', 'CC504C', 'CC560C'])(
    '%s is passed over by name, and links MRN and reference where it has both',
    async (name) => {
      const said = answer(name, `<LRN>${LRN}</LRN><MRN>${MRN}</MRN>`);
      expect(await outcomes(said)).toEqual([`skipped notification ${name}`]);
      expect(await events(lodgement, said)).toEqual([['lodged', MRN, 1, 'whole']]);
    },
  );
});

describe('given transit declarations', () => {
  const transit = readFileSync('test/fixtures/ncts/03-goods-under-export-by-house.xml', 'utf8');
  const again = readFileSync('test/fixtures/ncts/09-amendment-of-03.xml', 'utf8');
  const said = (name: string, operation: string, more = ''): string =>
    `<n:${name} xmlns:n="http://ncts.dgtaxud.ec"><TransitOperation>${operation}</TransitOperation>${more}</n:${name}>`;

  test('lodgement, allocation and amendment are one declaration', async () => {
    expect(
      await events(transit, said('CC028C', '<LRN>FI26-EXPORT-3</LRN><MRN>26FI015300T1000031</MRN>'), again),
    ).toEqual([
      ['lodged', '26FI015300T1000031', 1, 'whole'],
      ['amended', '26FI015300T1000031', 2, 'whole'],
    ]);
  });

  test('an acknowledgement without MRN links nothing', async () => {
    expect(await events(transit, said('CC928C', '<LRN>FI26-EXPORT-3</LRN>'))).toEqual([
      ['lodged', 'LRN:FI1234567-8:FI26-EXPORT-3', 1, 'whole'],
    ]);
  });

  test('a request to invalidate is a cancellation', async () => {
    const request = said(
      'CC014C',
      '<MRN>26FI015300T1000031</MRN>',
      '<Invalidation><justification>Loaded on another lorry</justification></Invalidation><HolderOfTheTransitProcedure><identificationNumber>FI1234567-8</identificationNumber></HolderOfTheTransitProcedure>',
    );
    expect(await events(request)).toEqual([['cancelled', '26FI015300T1000031', 1, 'partial']]);
  });
});

describe('given messages that cannot be read', () => {
  test('an earlier edition is named, with what is read', async () => {
    const [entry] = await readAll([
      textSource('old.xml', '<CC515B><HEAHEA><RefNumHEA4>1</RefNumHEA4></HEAHEA></CC515B>'),
    ]);
    expect(entry).toMatchObject({
      kind: 'failed',
      error: {
        code: 'TDW_XML_NOT_WCO',
        message: '<CC515B> is of an earlier edition that is not read; what is: EU AES CC515C, CC513C, CC514C.',
        location: { line: 1, element: 'CC515B' },
      },
    });
  });

  test('a value that cannot be is told by its line and its path in the message', async () => {
    const [entry] = await readAll([
      textSource('515.xml', lodgement.replace('<statisticalValue>18100.00', '<statisticalValue>18.100,00')),
    ]);
    expect(entry).toMatchObject({
      kind: 'failed',
      error: {
        code: 'TDW_XML_VALUE',
        location: { file: '515.xml', line: 134, element: 'CC515C/GoodsShipment/GoodsItem[2]/statisticalValue' },
      },
    });
  });

  test('one without any reference is refused', async () => {
    expect(
      await outcomes('<CC515C><ExportOperation><declarationType>EX</declarationType></ExportOperation></CC515C>'),
    ).toEqual(['TDW_EVENT_IDENTITY']);
  });
});

test.each([
  ['DE004152', '2026-10-05', 'EUR'],
  ['DK005600', '2026-10-05', 'DKK'],
  ['XI000014', '2026-10-05', 'GBP'],
  ['BG001015', '2025-12-31', 'BGN'],
  ['BG001015', '2026-01-01', 'EUR'],
])('given the office of export %s on %s, statistical values are in %s', async (office, day, currency) => {
  const xml = lodgement.replace('DE004152', office).replace('2026-10-05T', `${day}T`);
  const [entry] = await readAll([textSource('515.xml', xml)]);
  expect(
    entry?.kind === 'event' ? entry.event.goodsItems.map((item) => item.statisticalValueAmount?.currencyId) : [],
  ).toEqual([currency, currency]);
});
