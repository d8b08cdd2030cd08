import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { InputSource } from '../../../services/adapters/input/source/input-entry.ts';
import { parseXml } from '../../../services/adapters/xml/read-xml.ts';
import { groupBy } from '../../../services/intake/group-by.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { HAS_WCO_XML, WCO_XML, xmlFilesIn } from '../../harness/public-data.ts';
import { eventsOf, fileSource, outcomeOf, readAll, textSource } from '../input/sources.ts';
import { leavesMissingIn, leavesToFind } from './leaves-of-xml.ts';

const files = HAS_WCO_XML ? xmlFilesIn(WCO_XML) : [];

describe.skipIf(!HAS_WCO_XML)(
  'the public collection of customs messages (skipped: no ../shared/data/wco-xml, set TIDEWAITER_DATA_SETS)',
  () => {
    test('every file is an event, skipped by name, or has its error', async () => {
      const counts = new Map<string, number>();
      for (const entry of await readAll(files.map(fileSource)))
        counts.set(outcomeOf(entry), (counts.get(outcomeOf(entry)) ?? 0) + 1);
      expect(Object.fromEntries(counts)).toEqual({
        'event lodged': 143,
        'event amended': 9,
        'skipped notification DMSTAX': 89,
        'skipped notification DMSRES': 5,
        'skipped retrieval report DeclarationFullResponse': 1,
        'skipped retrieval report DeclarationVersionResponse': 1,
        TDW_XML_MALFORMED: 2,
        TDW_XML_NAMESPACE: 1,
      });
    });

    test('every leaf of every lodgement and amendment is in its event, or on the list of ignored paths', async () => {
      let walked = 0;
      for (const file of files) {
        for (const { event } of await eventsOf([fileSource(file)])) {
          const leaves = leavesToFind(parseXml(readFileSync(file, 'utf8')));
          walked += leaves.length;
          expect(leavesMissingIn(event, leaves), relative(WCO_XML, file)).toEqual([]);
        }
      }
      expect(walked).toBeGreaterThan(14_000);
    });

    test('nothing of it needs the net: every element has a field of its own', async () => {
      const others = (await eventsOf(files.map(fileSource))).flatMap(({ event }) => event.otherElements);
      expect(others).toEqual([]);
    });

    test('amendments are whole where a notification or report gives their lodgement its MRN, and keep every leaf that they state', async () => {
      const amended = (await eventsOf(files.map(fileSource))).filter(({ event }) => event.eventType === 'amended');
      const whole = amended
        .filter(({ event }) => event.completeness === 'whole')
        .map(({ file }) => relative(WCO_XML, dirname(file)));
      expect(whole).toEqual(['TT_IM016a', 'TT_IM082a', 'TT_IM082a']);
      expect(amended.filter(({ event }) => event.completeness === 'partial')).toHaveLength(6);
      for (const { file, event } of amended) {
        const ofMessage = /Declaration\/(FunctionCode|FunctionalReferenceID|TypeCode)$/;
        expect(
          leavesMissingIn(
            event,
            leavesToFind(parseXml(readFileSync(file, 'utf8'))).filter(({ path }) => !ofMessage.test(path)),
          ),
          relative(WCO_XML, file),
        ).toEqual([]);
      }
    });

    test("amendments are whole where a person says that the folder is their declaration's, and come out the same where the lodgement is given as JSON lines", async () => {
      const amendedIn = async (
        sources: readonly InputSource[],
        declarationId?: string,
      ): Promise<readonly DeclarationEvent[]> =>
        (await eventsOf(sources, declarationId === undefined ? {} : { declarationId }))
          .map(({ event }) => event)
          .filter(({ eventType }) => eventType === 'amended');
      for (const [folder, inFolder] of groupBy(files, dirname)) {
        const declarationId = (await amendedIn(inFolder.map(fileSource)))[0]?.declarationId;
        if (declarationId === undefined) continue;
        const [lodged] = (await eventsOf(inFolder.map(fileSource), { declarationId })).filter(
          ({ event }) => event.eventType === 'lodged',
        );
        const ofXml = await amendedIn(inFolder.map(fileSource), declarationId);
        const ofJson = await amendedIn([
          ...inFolder.filter((file) => file !== lodged?.file).map(fileSource),
          textSource('base.jsonl', JSON.stringify(lodged?.event)),
        ]);
        expect(
          ofXml.map(({ completeness }) => completeness),
          folder,
        ).toEqual(ofXml.map(() => 'whole'));
        expect(ofJson, folder).toEqual(ofXml);
      }
    });

    test('an amendment of many changes at once is merged where its pointers say', async () => {
      const event = async (folder: string, declarationId: string): Promise<DeclarationEvent> =>
        (await eventsOf(xmlFilesIn(join(WCO_XML, folder)).map(fileSource), { declarationId })).at(-1)?.event ??
        expect.fail(folder);
      const complex = await event('TT_IM002c', '20GB7BKUHU20XX8PR5');
      expect(complex).toMatchObject({
        version: 2,
        typeCode: 'IMZ',
        totalPackageQuantity: '53',
        exporter: {
          name: 'Detroit Cocoa Company',
          address: { cityName: 'Detroit', line: '101 Peterboro Avenue', postcodeId: '48201' },
        },
      });
      expect(complex.goodsItems[0]?.packagings).toMatchObject([{ quantity: '53', marksNumbersId: 'PK12345' }]);
      const taxes = await event('TT_IM016a', '23GB66GVO0X3GBZAR3');
      expect(
        taxes.goodsItems[0]?.additionalDocuments.map(
          ({ categoryCode, typeCode }) => `${categoryCode ?? ''}${typeCode ?? ''}`,
        ),
      ).toEqual(['C506', 'N935', 'C505', '9WKS', '955D']);
      expect(
        taxes.goodsItems[0]?.commodity?.dutyTaxFees.map((fee) => [
          fee.typeCode,
          fee.paymentMethodCode,
          fee.paymentAmount?.value,
        ]),
      ).toEqual([
        ['A00', 'E', '111.33'],
        ['A00', 'R', '222.33'],
        ['B00', 'E', '333.33'],
        ['B00', 'R', '444.33'],
      ]);
      const licence = await event('TT_EX009a', '24GB0YVJ3EXXES8AA0');
      expect(licence.goodsItems[0]?.additionalDocuments[0]).toMatchObject({
        typeCode: '002',
        lpcoExemptionCode: 'EP',
        writeOff: { quantity: { value: '10', unitCode: 'KGM#G' } },
      });
      expect(licence.consignment?.itineraries.length).toBeGreaterThan(0);
    });
  },
);
