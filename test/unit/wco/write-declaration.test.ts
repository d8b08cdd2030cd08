import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeDeclaration } from '../../../services/adapters/wco/mapping/write-declaration.ts';
import { contentOf } from '../../../services/adapters/wco/message/content.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { HAS_WCO_XML, WCO_XML, xmlFilesIn } from '../../harness/public-data.ts';
import { eventsOf, fileSource, textSource } from '../input/sources.ts';
import { everyElement } from './every-element.ts';

function contentAgain(event: DeclarationEvent): unknown {
  const { header, otherElements } = contentOf(writeDeclaration(event));
  return { ...header, otherElements: sorted(otherElements) };
}
function contentIn({
  eventId: _id,
  eventType: _type,
  declarationId: _declaration,
  version: _version,
  cause: _cause,
  occurredAt: _at,
  completeness: _whole,
  message: _message,
  source: _source,
  otherElements,
  ...header
}: DeclarationEvent): unknown {
  return { ...header, otherElements: sorted(otherElements) };
}
const sorted = (others: DeclarationEvent['otherElements']): unknown =>
  [...others].sort((a, b) => (a.path < b.path ? -1 : 1));

describe('given an event, when it is written as the Declaration that it came from', () => {
  test('then what has a place of its own comes back the same, every element of it', async () => {
    const [entry] = await eventsOf([textSource('every.xml', everyElement())]);
    const event = entry?.event ?? expect.fail('no event');
    expect(contentAgain(event)).toEqual(contentIn(event));
  });

  test('then so does what has none', async () => {
    const odd = `<Declaration><FunctionalReferenceID schemeID="x">L</FunctionalReferenceID>stray<Colour>red</Colour><GoodsShipment><Consignor><Name languageID="en">A</Name><Mood>good</Mood></Consignor><Consignor><Name>B</Name></Consignor>
      <GovernmentAgencyGoodsItem><Origin><CountryCode>FR</CountryCode></Origin><Origin><CountryCode>DE</CountryCode><Vineyard listID="v">Riesling</Vineyard></Origin><Commodity><ValueAmount currencyID="GBP">3</ValueAmount></Commodity></GovernmentAgencyGoodsItem></GoodsShipment></Declaration>`;
    const [entry] = await eventsOf([textSource('odd.xml', odd)]);
    const event = entry?.event ?? expect.fail('no event');
    expect(event.otherElements.length).toBeGreaterThan(6);
    expect(contentAgain(event)).toEqual(contentIn(event));
  });

  test.skipIf(!HAS_WCO_XML)(
    'then so do all lodgements of the public collection (skipped: no ../shared/data/wco-xml, set TIDEWAITER_DATA_SETS)',
    async () => {
      for (const { event, file } of await eventsOf(xmlFilesIn(WCO_XML).map(fileSource)))
        expect(contentAgain(event), file).toEqual(contentIn(event));
    },
  );

  test('then so do the fixtures', async () => {
    for (const name of ['export-lodgement.xml', 'import-lodgement-in-envelope.xml']) {
      const [entry] = await eventsOf([fileSource(join(resolve(import.meta.dirname, '../../fixtures/wco'), name))]);
      const event = entry?.event ?? expect.fail(name);
      expect(contentAgain(event), name).toEqual(contentIn(event));
    }
  });
});
