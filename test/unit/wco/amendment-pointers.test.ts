import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SECTIONS, TAGS } from '../../../services/adapters/wco/amendment/section-codes.ts';
import { DECLARATION } from '../../../services/adapters/wco/mapping/declaration-elements.ts';
import type { Elements } from '../../../services/adapters/wco/mapping/place.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { eventsOf, textSource } from '../input/sources.ts';

const LODGED = readFileSync(
  join(resolve(import.meta.dirname, '../../fixtures/wco'), 'export-lodgement.xml'),
  'utf8',
).replace('<FunctionCode>9</FunctionCode>', '<FunctionCode>9</FunctionCode><ID>26GB1</ID>');

/** An amendment that states nothing but where it changes: "67A/28A.096" is ContainerCode of the shipment's consignment. */
function pointing(way: string): string {
  const [steps = '', tag] = way.split('.');
  const pointers = ['42A', ...steps.split('/').filter((step) => step !== '')].map((step, index, all) => {
    const [section = '', nth = '1'] = step.split(':');
    return `<Pointer><SequenceNumeric>${nth}</SequenceNumeric><DocumentSectionCode>${section}</DocumentSectionCode>${tag !== undefined && index === all.length - 1 ? `<TagID>${tag}</TagID>` : ''}</Pointer>`;
  });
  return `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><FunctionCode>13</FunctionCode><FunctionalReferenceID>A</FunctionalReferenceID><ID>26GB1</ID><TypeCode>COR</TypeCode><Amendment><ChangeReasonCode>32</ChangeReasonCode>${pointers.join('')}</Amendment></Declaration>`;
}

async function amended(way: string): Promise<DeclarationEvent> {
  const events = await eventsOf([textSource('lodged.xml', LODGED), textSource('amended.xml', pointing(way))]);
  return events.at(-1)?.event ?? expect.fail('no event');
}

/** Names of the elements that each element may hold, as the reader knows them. */
function childrenOf(name: string, places: Elements, found: Map<string, Set<string>>): Map<string, Set<string>> {
  const here = found.get(name) ?? new Set();
  found.set(name, here);
  for (const [child, place] of Object.entries(places)) {
    here.add(child);
    if (typeof place === 'string' || 'read' in place) continue;
    if ('inline' in place) childrenOf(child, place.inline, found);
    else if ('items' in place) childrenOf(child, place.items, found);
    else if ('of' in place) childrenOf(child, place.of, found);
    else found.set(child, new Set([...(found.get(child) ?? []), 'each' in place ? place.each : 'ID']));
  }
  return found;
}

/** At the declaration although the messages state it at the shipment: some pointers of the public messages have it so. */
const ELSEWHERE = new Set(['42A.TransactionNatureCode']);

test('given the list of pointers, then every section and element number names something that the reader knows', () => {
  const known = childrenOf('Declaration', DECLARATION, new Map());
  const unknown = [...TAGS].flatMap(([section, tags]) =>
    [...tags.values()]
      .filter((leaf) => known.get(SECTIONS.get(section) ?? '')?.has(leaf) !== true)
      .map((leaf) => `${section}.${leaf}`),
  );
  expect(unknown.filter((one) => !ELSEWHERE.has(one))).toEqual([]);
  expect([...SECTIONS.values()].filter((name) => !known.has(name) && name !== 'Pointer')).toEqual([]);
});

describe('given an amendment that only points at what it takes away', () => {
  test.each<readonly [string, (event: DeclarationEvent) => unknown, (event: DeclarationEvent) => unknown]>([
    [
      '67A/28A.096',
      (event) => event.goodsShipment?.consignment?.containerCode,
      (event) => event.goodsShipment?.consignment?.goodsLocation?.name,
    ],
    [
      '67A/28A/46A.T021',
      (event) => event.goodsShipment?.consignment?.departureTransportMeans?.modeCode,
      (event) => event.goodsShipment?.consignment?.departureTransportMeans?.identificationTypeCode,
    ],
    [
      '67A/28A/46A.T029',
      (event) => event.goodsShipment?.consignment?.departureTransportMeans?.identificationTypeCode,
      (event) => event.goodsShipment?.consignment?.departureTransportMeans?.modeCode,
    ],
    ['28A/62A.098', (event) => event.consignment?.freightPaymentMethodCode, (event) => event.consignment?.carrier?.id],
    [
      '28A/81A:2.064',
      (event) => event.consignment?.itineraries[1]?.routingCountryCode,
      (event) => event.consignment?.itineraries[2]?.routingCountryCode,
    ],
    [
      '67A/68A:2/02A:1/22C.502',
      (event) => event.goodsItems[1]?.additionalDocuments[0]?.writeOff?.quantity,
      (event) => event.goodsItems[0]?.additionalDocuments[0]?.writeOff?.quantity,
    ],
    [
      '67A/27A/04A.245',
      (event) => event.goodsShipment?.consignee?.address?.postcodeId,
      (event) => event.goodsShipment?.consignee?.address?.line,
    ],
    ['57A', (event) => event.exporter, (event) => event.declarant?.id],
  ])('by %s, then that is gone, the rest stays, and the declaration is whole', async (way, gone, kept) => {
    const event = await amended(way);
    expect([event.completeness, gone(event)]).toEqual(['whole', undefined]);
    expect(kept(event)).toBeDefined();
  });

  test('by the number 0 of equipment that is no container, then it is that equipment', async () => {
    const lodged = LODGED.replace(
      '<SequenceNumeric>1</SequenceNumeric>\n          <ID>MSKU1234565</ID>',
      '<SequenceNumeric>0</SequenceNumeric>\n          <ID>NONE</ID>',
    );
    const events = await eventsOf([
      textSource('lodged.xml', lodged),
      textSource('amended.xml', pointing('67A/28A/31B:0/44B:2')),
    ]);
    expect(events.at(-1)?.event).toMatchObject({
      completeness: 'whole',
      goodsShipment: {
        consignment: {
          transportEquipments: [{ sequenceNumber: 0, id: 'NONE', seals: [{ sequenceNumber: 1, id: 'SEAL-9' }] }],
        },
      },
    });
  });

  test.each(['.D013', '.D026', '.017'])(
    'by %s, then what the message says of itself is never taken from the declaration',
    async (way) => {
      expect(await amended(way)).toMatchObject({
        typeCode: 'EXA',
        functionalReferenceId: 'PUMPS-2026-11',
        functionCode: '9',
      });
    },
  );

  test('by a section that nobody knows, then the result is not known to be whole', async () => {
    expect((await amended('67A/ZZZ.999')).completeness).toBe('partial');
  });
});
