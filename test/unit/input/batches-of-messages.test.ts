import { describe, expect, test } from 'vitest';
import { eventsOf, fileSource, outcomeOf, readAll, textSource } from './sources.ts';

const message = (inside: string): string =>
  `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">${inside}</Declaration>`;
const lodgement = (lrn: string, office = 'GB000060'): string =>
  message(
    `<FunctionCode>9</FunctionCode><FunctionalReferenceID>${lrn}</FunctionalReferenceID><TypeCode>EXA</TypeCode><Declarant><ID>GB1</ID></Declarant><ExitOffice><ID>${office}</ID></ExitOffice>`,
  );
const amendment = (mrn: string, lrn: string, office: string): string =>
  message(
    `<FunctionCode>13</FunctionCode><FunctionalReferenceID>${lrn}</FunctionalReferenceID><ID>${mrn}</ID><TypeCode>COR</TypeCode><ExitOffice><ID>${office}</ID></ExitOffice>`,
  );
const notification = (code: string, mrn: string, lrn: string, version: number): string =>
  `<MetaData><Response><FunctionCode>${code}</FunctionCode><Declaration><FunctionalReferenceID>${lrn}</FunctionalReferenceID><ID>${mrn}</ID><VersionID>${String(version)}</VersionID></Declaration></Response></MetaData>`;
const source = (file: string, text: string): ReturnType<typeof textSource> => textSource(file, text);
const ids = async (
  ...sources: readonly ReturnType<typeof textSource>[]
): Promise<readonly (readonly [string, string, number, string])[]> =>
  (await eventsOf(sources)).map(
    ({ event }) => [event.declarationId, event.eventType, event.version, event.completeness] as const,
  );

describe('given files of one call, then a lodgement finds its MRN', () => {
  test('in its own folder, where two folders use the same LRN', async () => {
    expect(
      await ids(
        source('a/l.xml', lodgement('L1')),
        source('b/l.xml', lodgement('L1', 'GB000061')),
        source('a/n.xml', notification('13', 'MA', 'L1', 1)),
        source('b/n.xml', notification('13', 'MB', 'L1', 1)),
      ),
    ).toEqual([
      ['MA', 'lodged', 1, 'whole'],
      ['MB', 'lodged', 1, 'whole'],
    ]);
  });

  test('in another folder, where only one MRN is named for the LRN', async () => {
    expect(
      await ids(source('in/l.xml', lodgement('L1')), source('out/n.xml', notification('01', 'MA', 'L1', 1))),
    ).toEqual([['MA', 'lodged', 1, 'whole']]);
  });

  test('not where two are named', async () => {
    expect(
      await ids(
        source('l.xml', lodgement('L1')),
        source('x/n.xml', notification('01', 'MA', 'L1', 1)),
        source('y/n.xml', notification('01', 'MB', 'L1', 1)),
      ),
    ).toEqual([['LRN:GB1:L1', 'lodged', 1, 'whole']]);
  });

  test("not from an amendment beside it, which may be another's: that is partial", async () => {
    expect(
      await ids(source('a/x-amendment.xml', amendment('MA', 'L9', 'GB2')), source('a/y.xml', lodgement('L1'))),
    ).toEqual([
      ['MA', 'amended', 2, 'partial'],
      ['LRN:GB1:L1', 'lodged', 1, 'whole'],
    ]);
  });

  test('not from a folder of several lodgements', async () => {
    expect(
      await ids(
        source('l1.xml', lodgement('L1')),
        source('l2.xml', lodgement('L2')),
        source('a.xml', amendment('MA', 'L9', 'GB2')),
      ),
    ).toEqual([
      ['LRN:GB1:L1', 'lodged', 1, 'whole'],
      ['LRN:GB1:L2', 'lodged', 1, 'whole'],
      ['MA', 'amended', 2, 'partial'],
    ]);
  });

  test('from --declaration-id before all else', async () => {
    const [entry] = await eventsOf(
      [source('l.xml', lodgement('L1')), source('n.xml', notification('01', 'MA', 'L1', 1))],
      { declarationId: 'MX' },
    );
    expect(entry?.event.declarationId).toBe('MX');
  });
});

describe('given amendments of one declaration', () => {
  test('then they follow each other, each upon the one before, and count upward', async () => {
    const events = await eventsOf([
      source('l.xml', lodgement('L1')),
      source('n.xml', notification('01', 'MA', 'L1', 1)),
      source('a1.xml', amendment('MA', 'A1', 'GB2')),
      source('a2.xml', amendment('MA', 'A2', 'GB3')),
    ]);
    expect(events.map(({ event }) => [event.version, event.exitOffice?.id, event.completeness])).toEqual([
      [1, 'GB000060', 'whole'],
      [2, 'GB2', 'whole'],
      [3, 'GB3', 'whole'],
    ]);
  });

  test('then they take the versions that the authority answered, where there is one answer for each', async () => {
    const events = await eventsOf([
      source('l.xml', lodgement('L1')),
      source('n.xml', notification('07', 'MA', 'L1', 4)),
      source('a1.xml', amendment('MA', 'A1', 'GB2')),
    ]);
    expect(events.map(({ event }) => event.version)).toEqual([1, 4]);
  });

  test("then an answer that names no later version than the lodgement's makes none: the amendment is not taken for a repeat", async () => {
    const events = await eventsOf([
      source('l.xml', lodgement('L1')),
      source('n.xml', notification('07', 'MA', 'L1', 1)),
      source('a1.xml', amendment('MA', 'A1', 'GB2')),
    ]);
    expect(events.map(({ event }) => event.version)).toEqual([1, 2]);
  });

  test('then one with pointers by an unknown code to nothing that is stated is partial: not known to be the whole truth', async () => {
    const odd = message(
      '<FunctionCode>13</FunctionCode><FunctionalReferenceID>A1</FunctionalReferenceID><ID>MA</ID><TypeCode>COR</TypeCode><Amendment><Pointer><DocumentSectionCode>42A</DocumentSectionCode></Pointer><Pointer><DocumentSectionCode>77Z</DocumentSectionCode><TagID>1</TagID></Pointer></Amendment>',
    );
    const events = await eventsOf([
      source('l.xml', lodgement('L1')),
      source('n.xml', notification('01', 'MA', 'L1', 1)),
      source('a.xml', odd),
    ]);
    expect(events.at(-1)?.event).toMatchObject({
      eventType: 'amended',
      completeness: 'partial',
      exitOffice: { id: 'GB000060' },
    });
  });
});

describe('given the same identity twice', () => {
  test('then a repeat of the same content is the same event', async () => {
    const [first, second] = await eventsOf([source('a/l.xml', lodgement('L1')), source('b/l.xml', lodgement('L1'))]);
    expect(second?.event).toEqual(first?.event);
  });

  test('then other content is another event with a cause: it is judged too, never taken for the first', async () => {
    const [first, second] = await eventsOf([
      source('a/l.xml', lodgement('L1')),
      source('b/l.xml', lodgement('L1', 'GB000061')),
    ]);
    expect(second?.event.declarationId).toBe(first?.event.declarationId);
    expect(second?.event.eventId).not.toBe(first?.event.eventId);
    expect(second?.event.cause).toMatch(/^another message under the same reference/);
  });
});

test('given a name of nothing, or of a folder, then the error says so', async () => {
  expect(await readAll([fileSource('gone.xml'), fileSource(import.meta.dirname)])).toMatchObject([
    { error: { message: 'Cannot read it: there is no such file.' } },
    { error: { message: 'Cannot read it: it is a folder, name the files in it.' } },
  ]);
});

test('given a folder of good and bad files, then each bad one is an error and stops no other', async () => {
  const entries = await readAll([
    source('bad.xml', '<a>'),
    source('good.xml', lodgement('L1')),
    source('good.jsonl', '{"declarationId":"M1"}'),
    source('empty', ''),
    fileSource('gone.xml'),
  ]);
  expect(entries.map((entry) => [entry.file, outcomeOf(entry)])).toEqual([
    ['bad.xml', 'TDW_XML_TRUNCATED'],
    ['empty', 'TDW_INPUT_EMPTY'],
    ['gone.xml', 'TDW_INPUT_UNREADABLE'],
    ['good.xml', 'event lodged'],
    ['good.jsonl', 'event lodged'],
  ]);
});
