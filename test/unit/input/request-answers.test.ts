import { describe, expect, test } from 'vitest';
import { outcomeOf, readAll, textSource } from './sources.ts';

const MRN = '26GB1A2B3C4D5E6F70';
const message = (inside: string): string =>
  `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">${inside}</Declaration>`;
const LODGED = message(
  '<FunctionCode>9</FunctionCode><FunctionalReferenceID>L1</FunctionalReferenceID><TypeCode>EXA</TypeCode><Declarant><ID>GB1</ID></Declarant><ExitOffice><ID>GB000060</ID></ExitOffice>',
);
const ACCEPTED = notification('01', { lrn: 'L1', mrn: MRN });
const amendment = (lrn: string, office = 'GB000061'): string =>
  message(
    `<FunctionCode>13</FunctionCode><FunctionalReferenceID>${lrn}</FunctionalReferenceID><ID>${MRN}</ID><TypeCode>COR</TypeCode><ExitOffice><ID>${office}</ID></ExitOffice>`,
  );
const cancellation = (lrn: string): string =>
  message(
    `<FunctionCode>13</FunctionCode><FunctionalReferenceID>${lrn}</FunctionalReferenceID><ID>${MRN}</ID><TypeCode>INV</TypeCode><AdditionalInformation><StatementDescription>Lodged twice</StatementDescription></AdditionalInformation>`,
  );

interface About {
  readonly lrn?: string;
  readonly mrn?: string;
  readonly status?: string;
}
function notification(code: string, { lrn, mrn, status }: About): string {
  const of = (name: string, value: string | undefined): string =>
    value === undefined ? '' : `<${name}>${value}</${name}>`;
  return `<MetaData><Response><FunctionCode>${code}</FunctionCode>${status === undefined ? '' : `<Status><NameCode>${status}</NameCode></Status>`}<Declaration>${of('FunctionalReferenceID', lrn)}${of('ID', mrn)}</Declaration></Response></MetaData>`;
}
const outcomes = async (...texts: readonly string[]): Promise<readonly string[]> =>
  (await readAll(texts.map((text, n) => textSource(`${String(n)}.xml`, text))))
    .map(outcomeOf)
    .filter((outcome) => !outcome.startsWith('skipped notification'));
/** Whatever the order of the files. */
async function eitherWay(...texts: readonly string[]): Promise<readonly string[]> {
  const told = await outcomes(...texts);
  expect([...(await outcomes(...[...texts].reverse()))].sort()).toEqual([...told].sort());
  return told;
}

describe('given a request to amend or cancel, and what the authority says of it', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'an amendment that was rejected',
      amendment('A1'),
      notification('03', { lrn: 'A1', mrn: MRN }),
      ['event lodged', 'skipped amendment that was refused (DMSREJ)'],
    ],
    [
      'an amendment that was rejected, by its reference alone',
      amendment('A1'),
      notification('03', { lrn: 'A1' }),
      ['event lodged', 'skipped amendment that was refused (DMSREJ)'],
    ],
    [
      'an amendment of which the customs position is no',
      amendment('A1'),
      notification('11', { mrn: MRN, status: '41' }),
      ['event lodged', 'skipped amendment that was refused (DMSREQ)'],
    ],
    [
      'an amendment of which it is yes',
      amendment('A1'),
      notification('11', { mrn: MRN, status: '39' }),
      ['event lodged', 'event amended'],
    ],
    [
      'a cancellation that was rejected',
      cancellation('X1'),
      notification('03', { lrn: 'X1', mrn: MRN }),
      ['event lodged', 'skipped cancellation that was refused (DMSREJ)'],
    ],
    [
      'a cancellation that is being looked at',
      cancellation('X1'),
      notification('11', { mrn: MRN }),
      ['event lodged', 'skipped cancellation that is not granted yet (DMSREQ)'],
    ],
    [
      'an amendment that is being looked at',
      amendment('A1'),
      notification('11', { mrn: MRN }),
      ['event lodged', 'event amended'],
    ],
    [
      'a cancellation that was granted',
      cancellation('X1'),
      notification('11', { lrn: 'L1', mrn: MRN, status: '39' }),
      ['event lodged', 'event cancelled'],
    ],
  ])('when it is %s, then it is an event unless it did not take effect', async (_name, request, answer, expected) => {
    expect(await eitherWay(LODGED, ACCEPTED, request, answer)).toEqual(expected);
  });

  test("when a cancellation was being looked at and then was made, then it is cancelled, for the trader's reason", async () => {
    const texts = [
      LODGED,
      ACCEPTED,
      cancellation('X1'),
      notification('11', { mrn: MRN }),
      notification('10', { lrn: 'L1', mrn: MRN }),
    ];
    expect(await eitherWay(...texts)).toEqual(['event lodged', 'event cancelled']);
    expect(
      (await readAll(texts.map((text, n) => textSource(`${String(n)}.xml`, text)))).find(
        (entry) => entry.kind === 'event' && entry.event.eventType === 'cancelled',
      ),
    ).toMatchObject({ event: { cause: 'Lodged twice' } });
  });

  test('when a cancellation was rejected and the declaration invalidated all the same, then the invalidation is the cancellation', async () => {
    expect(
      await eitherWay(
        LODGED,
        cancellation('X1'),
        cancellation('X2'),
        notification('03', { lrn: 'X1', mrn: MRN }),
        notification('03', { lrn: 'X2', mrn: MRN }),
        notification('10', { lrn: 'L1', mrn: MRN }),
      ),
    ).toEqual([
      'event lodged',
      'skipped cancellation that was refused (DMSREJ)',
      'skipped cancellation that was refused (DMSREJ)',
      'event cancelled',
    ]);
  });

  test('when a first amendment was rejected and a second was not, then only the second is merged, as the next version', async () => {
    const entries = await readAll(
      [LODGED, ACCEPTED, amendment('A1', 'GB000099'), amendment('A2'), notification('03', { lrn: 'A1', mrn: MRN })].map(
        (text, n) => textSource(`${String(n)}.xml`, text),
      ),
    );
    expect(entries.filter((entry) => entry.kind === 'event')).toMatchObject([
      { event: { version: 1 } },
      {
        event: {
          version: 2,
          completeness: 'whole',
          exitOffice: { id: 'GB000061' },
          message: { functionalReferenceId: 'A2' },
        },
      },
    ]);
  });
});

describe('given an answer that may be about more than one message, then it undoes none: both are judged', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'a rejection by the reference of the lodgement',
      [LODGED, amendment('A1'), notification('03', { lrn: 'L1', mrn: MRN })],
      ['event lodged', 'event amended'],
    ],
    [
      'a rejection by the MRN alone',
      [LODGED, ACCEPTED, amendment('A1'), notification('03', { mrn: MRN })],
      ['event lodged', 'event amended'],
    ],
    [
      'a rejection by a reference that lodgement and amendment share',
      [LODGED, ACCEPTED, amendment('L1'), notification('03', { lrn: 'L1', mrn: MRN })],
      ['event lodged', 'event amended'],
    ],
    [
      'a position on one of two requests, by the MRN',
      [LODGED, ACCEPTED, amendment('A1'), cancellation('X1'), notification('11', { mrn: MRN, status: '41' })],
      ['event lodged', 'event amended', 'event cancelled'],
    ],
    [
      'a rejection of one of two requests by one reference',
      [LODGED, ACCEPTED, amendment('A1'), amendment('A1', 'GB000062'), notification('03', { lrn: 'A1', mrn: MRN })],
      ['event lodged', 'event amended', 'event amended'],
    ],
    [
      "a rejection of another declaration's amendment by the same reference",
      [LODGED, ACCEPTED, amendment('A1'), notification('03', { lrn: 'A1', mrn: '26GB0000000000000' })],
      ['event lodged', 'event amended'],
    ],
  ])('%s', async (_name, texts, expected) => {
    expect(await eitherWay(...texts)).toEqual(expected);
  });
});

test('given a request alone, then nothing says that it was refused: it is an event, which says that it is a request', async () => {
  expect(await readAll([textSource('x.xml', cancellation('X1'))])).toMatchObject([
    {
      kind: 'event',
      event: {
        eventType: 'cancelled',
        declarationId: MRN,
        completeness: 'partial',
        message: { functionCode: '13', typeCode: 'INV' },
      },
    },
  ]);
});
