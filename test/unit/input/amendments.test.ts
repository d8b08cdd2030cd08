import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { runCli } from '../cli/run-cli.ts';
import { eventsOf, fileSource, outcomeOf, readAll, textSource } from './sources.ts';

const fixture = (name: string): string => resolve(import.meta.dirname, '../../fixtures/wco', name);
const MRN = '26GB8K2M4N6P8Q0R12';
const amendment = (lrn: string, office: string, inside = ''): string =>
  `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><FunctionCode>13</FunctionCode><FunctionalReferenceID>${lrn}</FunctionalReferenceID><ID>${MRN}</ID><TypeCode>COR</TypeCode>${inside}<ExitOffice><ID>${office}</ID></ExitOffice></Declaration>`;

/** The lodgement of the fixtures as `publish --dry-run --json` writes it, under its MRN. */
async function lodged(more: Partial<DeclarationEvent> = {}): Promise<string> {
  const [entry] = await eventsOf([fileSource(fixture('export-lodgement.xml'))], { declarationId: MRN });
  const event = entry?.event ?? expect.fail('no event');
  return JSON.stringify({ ...event, eventId: undefined, ...more });
}
const content = ({ eventId: _id, cause: _cause, version: _version, ...rest }: DeclarationEvent): unknown => rest;
/** The same calls in any order of their files. */
function orders<T>(all: readonly T[]): readonly (readonly T[])[] {
  return all.length < 2 ? [all] : all.flatMap((one, at) => orders(all.toSpliced(at, 1)).map((rest) => [one, ...rest]));
}

describe('given an amendment without the declaration that it changes', () => {
  test('then it is an event, partial, of what it states and the next version that there can be; again, it is the same event', async () => {
    const [first, again] = [
      await eventsOf([fileSource(fixture('amendment.xml'))]),
      await eventsOf([fileSource(fixture('amendment.xml'))]),
    ];
    expect(first).toEqual(again);
    expect(first).toMatchObject([
      {
        event: {
          eventType: 'amended',
          completeness: 'partial',
          declarationId: MRN,
          version: 2,
          cause: expect.stringMatching(/^change PUMPS-2026-11-A \([0-9a-f]{16}\)$/) as string,
          message: { functionCode: '13', typeCode: 'COR' },
        },
      },
    ]);
  });

  test('then another one of another call is another event: it is not taken for a repeat of the first', async () => {
    const [[one], [other]] = [
      await eventsOf([textSource('a.xml', amendment('A1', 'GB2'))]),
      await eventsOf([textSource('a.xml', amendment('A1', 'GB3'))]),
    ];
    expect(one?.event.version).toBe(other?.event.version);
    expect(one?.event.eventId).not.toBe(other?.event.eventId);
  });

  test('then `assess` puts it before a person, and says that only the changes are known', async () => {
    const { code, stdout } = await runCli([
      'assess',
      '--json',
      '--at',
      '2026-11-20T09:00:00Z',
      fixture('amendment.xml'),
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      eventType: 'amended',
      declarationId: MRN,
      lane: 'query',
      findings: expect.arrayContaining([
        expect.objectContaining({ id: 'only-changes-known', result: 'hit' }),
      ]) as unknown,
    });
  });
});

describe('given an amendment in XML, and its declaration as JSON lines in the same call', () => {
  test('then it is merged as onto the XML, whatever the order of the files', async () => {
    const [, ofXml] = await eventsOf(
      [fileSource(fixture('export-lodgement.xml')), fileSource(fixture('amendment.xml'))],
      { declarationId: MRN },
    );
    const json = await lodged();
    for (const order of orders([0, 1])) {
      const [base, merged] = await eventsOf(
        order.map((at) => (at === 0 ? textSource('base.jsonl', json) : fileSource(fixture('amendment.xml')))),
      );
      expect(base?.event).toMatchObject({ eventType: 'lodged', declarationId: MRN });
      expect(merged?.event).toMatchObject({ eventType: 'amended', version: 2, completeness: 'whole' });
      expect(content(merged?.event ?? expect.fail('none'))).toEqual(content(ofXml?.event ?? expect.fail('none')));
    }
  });

  test('then of several versions the latest whole one is the base, and what changes it comes after', async () => {
    const versions = [
      await lodged({ version: 3, eventType: 'amended', typeCode: 'EXD' }),
      await lodged(),
      await lodged({ version: 4, eventType: 'amended', completeness: 'partial' }),
    ].join('\n');
    const [, , , first, second] = await eventsOf([
      textSource('a1.xml', amendment('A1', 'GB000011')),
      textSource('a2.xml', amendment('A2', 'GB000012')),
      textSource('base.jsonl', versions),
    ]);
    expect(first?.event).toMatchObject({
      version: 4,
      completeness: 'whole',
      typeCode: 'EXD',
      exitOffice: { id: 'GB000011' },
      goodsItems: [{}, {}],
    });
    expect(second?.event).toMatchObject({ version: 5, completeness: 'whole', exitOffice: { id: 'GB000012' } });
  });

  test('then a version that the amendment says it makes, and that is there already, has no base: it is partial', async () => {
    const entries = await eventsOf([
      textSource('a.xml', amendment('A1', 'GB2', '<VersionID>2</VersionID>')),
      textSource('base.jsonl', await lodged({ version: 2, eventType: 'amended' })),
    ]);
    expect(entries.at(-1)?.event).toMatchObject({ version: 2, completeness: 'partial', exitOffice: { id: 'GB2' } });
  });

  test('then a cancellation comes after it still', async () => {
    const entries = await readAll([
      fileSource(fixture('cancellation.xml')),
      fileSource(fixture('amendment.xml')),
      textSource('base.jsonl', await lodged()),
    ]);
    expect(entries.map((entry) => [outcomeOf(entry), entry.kind === 'event' ? entry.event.version : 0])).toEqual([
      ['event lodged', 1],
      ['event amended', 2],
      ['event cancelled', 2],
    ]);
  });

  test('then a declaration that would not come back as it is, is no base: the amendment is partial', async () => {
    const odd = await lodged({ otherElements: [{ path: 'GoodsShipment/Consignor[7]/Name', value: 'a seventh' }] });
    expect(
      (await eventsOf([textSource('base.jsonl', odd), textSource('a.xml', amendment('A1', 'GB2'))])).at(-1)?.event,
    ).toMatchObject({ completeness: 'partial' });
  });
});

describe('given the files of a call in another order', () => {
  test("then its events are the same, each declaration's in their own order", async () => {
    const names = ['export-lodgement.xml', 'notification-accepted.xml', 'amendment.xml', 'cancellation.xml'];
    const told = await Promise.all(
      orders(names).map(async (order) =>
        (await eventsOf(order.map((name) => fileSource(fixture(name))))).map(({ event }) => event),
      ),
    );
    for (const events of told) expect(events).toEqual(told[0]);
  });

  test('then amendments follow each other as they were given: the files say no order of theirs', async () => {
    const offices = async (...given: readonly string[]): Promise<readonly unknown[]> =>
      (
        await eventsOf([
          fileSource(fixture('export-lodgement.xml')),
          fileSource(fixture('notification-accepted.xml')),
          ...given.map((office) => textSource(`${office}.xml`, amendment(`A-${office}`, office))),
        ])
      ).map(({ event }) => [event.version, event.exitOffice?.id]);
    expect((await offices('GB2', 'GB3')).slice(1)).toEqual([
      [2, 'GB2'],
      [3, 'GB3'],
    ]);
    expect((await offices('GB3', 'GB2')).slice(1)).toEqual([
      [2, 'GB3'],
      [3, 'GB2'],
    ]);
  });

  test('then the very same amendment a second time makes no further version', async () => {
    const entries = await readAll([
      fileSource(fixture('export-lodgement.xml')),
      fileSource(fixture('notification-accepted.xml')),
      textSource('a.xml', amendment('A1', 'GB2')),
      textSource('copy.xml', amendment('A1', 'GB2')),
    ]);
    expect(entries.map(outcomeOf)).toEqual([
      'event lodged',
      'skipped notification DMSACC',
      'event amended',
      'skipped amendment given before (a.xml)',
    ]);
  });
});
