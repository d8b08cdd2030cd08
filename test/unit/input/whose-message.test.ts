import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { eventsOf, outcomeOf, readAll, textSource } from './sources.ts';

const element = (name: string, value: string | undefined): string =>
  value === undefined ? '' : `<${name}>${value}</${name}>`;
const party = (name: string, id: string | undefined): string =>
  id === undefined ? '' : `<${name}><ID>${id}</ID></${name}>`;
const message = (inside: string): string =>
  `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">${inside}</Declaration>`;

interface Stated {
  readonly lrn?: string | undefined;
  readonly mrn?: string | undefined;
  readonly declarant?: string | undefined;
}
/** What a lodgement says is its mark. */
const lodgement = ({ lrn, declarant }: Stated, mark: string): string =>
  message(
    `<FunctionCode>9</FunctionCode>${element('FunctionalReferenceID', lrn)}<TypeCode>EXA</TypeCode>${party('Declarant', declarant)}<Submitter><Name>${mark}</Name></Submitter>`,
  );
const request = (typeCode: 'COR' | 'INV', { lrn, mrn, declarant }: Stated, office?: string): string =>
  message(
    `<FunctionCode>13</FunctionCode>${element('FunctionalReferenceID', lrn)}${element('ID', mrn)}<TypeCode>${typeCode}</TypeCode>${party('Declarant', declarant)}${party('ExitOffice', office)}`,
  );
const amendment = (stated: Stated, office: string): string => request('COR', stated, office);
const notification = (code: string, { lrn, mrn, declarant }: Stated): string =>
  `<MetaData><Response><FunctionCode>${code}</FunctionCode><Declaration>${element('FunctionalReferenceID', lrn)}${element('ID', mrn)}${party('Declarant', declarant)}</Declaration></Response></MetaData>`;

interface Sent {
  readonly file: string;
  readonly text: string;
  readonly declaration: Declaration;
}
interface Declaration {
  readonly mark: string;
  readonly trader: string;
  readonly mrn: string;
  readonly lrn: string;
  readonly sent: readonly Omit<Sent, 'declaration'>[];
  /** References that its notifications name, and all that its messages have. */
  readonly named: readonly string[];
  readonly references: readonly string[];
}

/** A few references that all traders use, in any spelling. */
const REFERENCE = fc.constantFrom('ref-1', 'REF-2', 'Ref 3', '4', '5');
const CHANGE = fc.record({
  lrn: REFERENCE,
  statesDeclarant: fc.boolean(),
  answer: fc.constantFrom('none', 'by its LRN', 'by the LRN of the lodgement'),
});
const FILED = fc.record({
  lrn: REFERENCE,
  told: fc.constantFrom('not', 'in the folder', 'elsewhere'),
  namesDeclarant: fc.boolean(),
  changes: fc.array(CHANGE, { maxLength: 2 }),
  cancels: fc.option(REFERENCE, { nil: undefined }),
});
const TRADER = fc.record({
  folder: fc.constantFrom('a', 'b'),
  filed: fc.uniqueArray(FILED, { minLength: 1, maxLength: 3, selector: ({ lrn }) => lrn }),
});
type Filed = typeof FILED extends fc.Arbitrary<infer T> ? T : never;

function declarationOf(filed: Filed, mark: string, trader: string, folder: string): Declaration {
  const mrn = `26GB${mark}XXXXXXXXXXXX`;
  const sent: Omit<Sent, 'declaration'>[] = [];
  const named: string[] = [];
  const send = (name: string, text: string, where = folder): void =>
    void sent.push({ file: `${where}/${mark}-${name}.xml`, text });
  const tell = (name: string, code: string, lrn: string, where = folder): void => {
    named.push(lrn);
    send(
      name,
      notification(code, { lrn, mrn: mrn.toLowerCase(), declarant: filed.namesDeclarant ? trader : undefined }),
      where,
    );
  };
  send('lodgement', lodgement({ lrn: filed.lrn, declarant: trader }, mark));
  if (filed.told !== 'not')
    tell('accepted', '01', filed.lrn.toUpperCase(), filed.told === 'elsewhere' ? 'answers' : folder);
  for (const [n, change] of filed.changes.entries()) {
    send(
      `change-${String(n)}`,
      amendment(
        { lrn: change.lrn, mrn, declarant: change.statesDeclarant ? trader.toLowerCase() : undefined },
        `${mark}${String(n)}`,
      ),
    );
    if (change.answer !== 'none')
      tell(`answer-${String(n)}`, '07', change.answer === 'by its LRN' ? change.lrn : filed.lrn);
  }
  if (filed.cancels !== undefined) send('cancels', request('INV', { lrn: filed.cancels, mrn }));
  const references = [
    filed.lrn,
    ...filed.changes.map(({ lrn }) => lrn),
    ...(filed.cancels === undefined ? [] : [filed.cancels]),
  ];
  return { mark, trader, mrn, lrn: filed.lrn, sent, named, references };
}

const BATCH = fc.array(TRADER, { minLength: 2, maxLength: 4 }).chain((traders) => {
  const declarations = traders.flatMap(({ folder, filed }, t) =>
    filed.map((one, d) => declarationOf(one, `T${String(t)}D${String(d)}`, `GB${String(100 + t)}`, folder)),
  );
  const sent = declarations.flatMap((declaration) => declaration.sent.map((one): Sent => ({ ...one, declaration })));
  return fc.shuffledSubarray(sent, { minLength: sent.length }).map((shuffled) => ({ declarations, sent: shuffled }));
});

const read = async (sent: readonly Sent[]): Promise<ReadonlyMap<string, DeclarationEvent>> =>
  new Map(
    (await eventsOf(sent.map(({ file, text }) => textSource(file, text)))).map(({ file, event }) => [file, event]),
  );
const folded = (reference: string): string => reference.replaceAll(' ', '').toUpperCase();
/** Whether an LRN that a notification of a declaration names is one of another trader's messages too. */
const isShared = (own: Declaration, all: readonly Declaration[]): boolean =>
  all.some(
    (other) =>
      other.trader !== own.trader &&
      other.references.some((reference) => own.named.map(folded).includes(folded(reference))),
  );

describe('given folders of many traders, who use the same references and amend, cancel and are answered in any order', () => {
  test("then each declaration is what it is where its trader's messages lie alone; where a reference is shared it may be under its LRN or partial, never with another's MRN or content", async () => {
    await fc.assert(
      fc.asyncProperty(BATCH, async ({ declarations, sent }) => {
        const together = await read(sent);
        for (const trader of new Set(declarations.map((one) => one.trader))) {
          const alone = await read(sent.filter(({ declaration }) => declaration.trader === trader));
          for (const { file, declaration } of sent.filter((one) => one.declaration.trader === trader)) {
            const [event, own] = [together.get(file), alone.get(file)];
            if (!isShared(declaration, declarations)) expect(event, file).toEqual(own);
            else expectOwn(event, own, declaration);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

function expectOwn(
  event: DeclarationEvent | undefined,
  own: DeclarationEvent | undefined,
  { mark, trader, mrn, lrn }: Declaration,
): void {
  expect(event?.eventType).toBe(own?.eventType);
  if (event === undefined) return;
  expect([mrn, ...(event.eventType === 'lodged' ? [`LRN:${trader}:${lrn}`] : [])]).toContain(event.declarationId);
  expect([mark, undefined]).toContain(event.submitter?.name);
  expect([mark, undefined]).toContain(event.exitOffice?.id.slice(0, -1));
  expect(event.completeness === 'partial' || event.submitter?.name === mark).toBe(true);
}

describe('given a lodgement of A, and in its folder', () => {
  const A = 'GB111111111000';
  const B = 'GB999999999000';
  const LODGED = lodgement({ lrn: 'L1', declarant: A }, 'of A');
  const told = async (...texts: readonly string[]): Promise<readonly unknown[]> =>
    (await eventsOf([LODGED, ...texts].map((text, n) => textSource(`${String(n)}.xml`, text)))).map(({ event }) => [
      event.declarationId,
      event.eventType,
      event.version,
      event.completeness,
    ]);
  const UNLINKED = ['LRN:GB111111111000:L1', 'lodged', 1, 'whole'];

  test.each<[string, readonly string[], readonly unknown[]]>([
    [
      'an amendment by B, then both stand alone',
      [amendment({ lrn: 'B1', mrn: 'MB', declarant: B }, 'GB2')],
      [UNLINKED, ['MB', 'amended', 2, 'partial']],
    ],
    [
      'an amendment that names nobody, then both stand alone',
      [amendment({ lrn: 'B1', mrn: 'MB' }, 'GB2')],
      [UNLINKED, ['MB', 'amended', 2, 'partial']],
    ],
    [
      "an amendment with its LRN, which is the amendment's own, then both stand alone",
      [amendment({ lrn: 'L1', mrn: 'MB' }, 'GB2')],
      [UNLINKED, ['MB', 'amended', 2, 'partial']],
    ],
    [
      'an answer to such an amendment, then both stand alone',
      [amendment({ lrn: 'L1', mrn: 'MB' }, 'GB2'), notification('07', { lrn: 'L1', mrn: 'MB' })],
      [UNLINKED, ['MB', 'amended', 2, 'partial']],
    ],
    [
      'a notification that names B, then it keeps its LRN',
      [notification('01', { lrn: 'L1', mrn: 'MB', declarant: B })],
      [UNLINKED],
    ],
    [
      'a notification that names A, then it has the MRN',
      [notification('01', { lrn: 'L1', mrn: 'MA', declarant: A })],
      [['MA', 'lodged', 1, 'whole']],
    ],
    [
      'a notification in small letters and with blanks, then it has the MRN',
      [notification('01', { lrn: ' l1', mrn: 'm a', declarant: A.toLowerCase() })],
      [['MA', 'lodged', 1, 'whole']],
    ],
    [
      'its MRN, and an amendment of it by B, then that is told apart and partial',
      [notification('01', { lrn: 'L1', mrn: 'MA' }), amendment({ lrn: 'B1', mrn: 'MA', declarant: B }, 'GB2')],
      [
        ['MA', 'lodged', 1, 'whole'],
        ['MA', 'amended', 2, 'partial'],
      ],
    ],
    [
      "its MRN, and amendments by B and A, then A's is the second version all the same",
      [
        notification('01', { lrn: 'L1', mrn: 'MA' }),
        amendment({ lrn: 'B1', mrn: 'MA', declarant: B }, 'GB2'),
        amendment({ lrn: 'A1', mrn: 'MA', declarant: A }, 'GB3'),
      ],
      [
        ['MA', 'lodged', 1, 'whole'],
        ['MA', 'amended', 2, 'partial'],
        ['MA', 'amended', 2, 'whole'],
      ],
    ],
    [
      'two MRNs for its LRN, then it has neither',
      [notification('01', { lrn: 'L1', mrn: 'MA' }), notification('13', { lrn: 'L1', mrn: 'MB' })],
      [UNLINKED],
    ],
    [
      'a cancellation of it by B, then that is an event of its own',
      [notification('01', { lrn: 'L1', mrn: 'MA' }), request('INV', { lrn: 'B1', mrn: 'MA', declarant: B })],
      [
        ['MA', 'lodged', 1, 'whole'],
        ['MA', 'cancelled', 1, 'partial'],
      ],
    ],
    [
      'an exit by the LRN, then it is of that lodgement',
      [notification('16', { lrn: 'L1' })],
      [UNLINKED, ['LRN:GB111111111000:L1', 'exited', 1, 'partial']],
    ],
    [
      "an exit of B's by the LRN, then it is not",
      [notification('16', { lrn: 'L1', declarant: B })],
      [UNLINKED, ['LRN:GB999999999000:L1', 'exited', 1, 'partial']],
    ],
    [
      'an amendment without MRN, by A and the LRN, then it is merged',
      [amendment({ lrn: 'L1', declarant: A }, 'GB2')],
      [UNLINKED, ['LRN:GB111111111000:L1', 'amended', 2, 'whole']],
    ],
    [
      'an amendment without MRN, by the LRN alone, then it is not',
      [amendment({ lrn: 'L1' }, 'GB2')],
      [UNLINKED, ['LRN::L1', 'amended', 2, 'partial']],
    ],
  ])('%s', async (_name, texts, expected) => {
    expect(await told(...texts)).toEqual(expected);
  });

  test('an amendment of its MRN by B, then the event says why it stands alone', async () => {
    const entries = await eventsOf(
      [
        LODGED,
        notification('01', { lrn: 'L1', mrn: 'MA' }),
        amendment({ lrn: 'B1', mrn: 'MA', declarant: B }, 'GB2'),
      ].map((text, n) => textSource(`${String(n)}.xml`, text)),
    );
    expect(entries[1]?.event.cause).toMatch(
      /^kept apart, as it names another declarant than the lodgement that it is about \([0-9a-f]{16}\)$/,
    );
  });

  test.each<[string, readonly string[], string]>([
    [
      'a notification that names B',
      [notification('01', { lrn: 'L1', mrn: 'MB', declarant: B })],
      'it names another declarant than the lodgement of its LRN',
    ],
    [
      'another lodgement of that LRN',
      [lodgement({ lrn: 'L1', declarant: B }, 'of B'), notification('01', { lrn: 'L1', mrn: 'MB' })],
      'its LRN is that of several lodgements, so it gives none of them an MRN',
    ],
    [
      'a second MRN for it',
      [notification('13', { lrn: 'L1', mrn: 'MA' }), notification('13', { lrn: 'L1', mrn: 'MB' })],
      'other messages contradict it, so it gives no lodgement an MRN',
    ],
    [
      'an answer to an amendment of that LRN',
      [amendment({ lrn: 'L1', mrn: 'MB' }, 'GB2'), notification('07', { lrn: 'L1', mrn: 'MB' })],
      'its LRN is that of an amendment or cancellation too, so it gives no lodgement an MRN',
    ],
  ])('%s, then the notification is skipped with the reason', async (_name, texts, reason) => {
    const entries = await readAll([LODGED, ...texts].map((text, n) => textSource(`${String(n)}.xml`, text)));
    const skipped = entries.filter((entry) => entry.kind === 'skipped');
    expect(skipped.map(outcomeOf)).not.toEqual([]);
    for (const entry of skipped) expect(entry).toMatchObject({ reason });
  });
});

test('given an amendment that cannot be read between two others, then what is known after it is partial', async () => {
  const texts = [
    lodgement({ lrn: 'L1', declarant: 'GB1' }, 'A'),
    notification('01', { lrn: 'L1', mrn: 'MA' }),
    amendment({ lrn: 'A1', mrn: 'MA' }, 'GB2').replace(
      '</TypeCode>',
      '</TypeCode><GoodsItemQuantity>many</GoodsItemQuantity>',
    ),
    amendment({ lrn: 'A2', mrn: 'MA' }, 'GB3'),
  ];
  const entries = await readAll(texts.map((text, n) => textSource(`${String(n)}.xml`, text)));
  expect(entries.map(outcomeOf)).toEqual([
    'event lodged',
    'skipped notification DMSACC',
    'TDW_XML_VALUE',
    'event amended',
  ]);
  expect(entries.at(-1)).toMatchObject({
    event: { completeness: 'partial', exitOffice: { id: 'GB3' }, submitter: { name: 'A' } },
  });
});

describe('given amendments in XML of a declaration that the call has as JSON lines', () => {
  const base = (declarant: string): string =>
    JSON.stringify({ declarationId: 'MA', typeCode: 'EXA', declarant: { id: declarant } });
  const amended = async (...sources: readonly (readonly [string, string])[]): Promise<readonly unknown[]> =>
    (await eventsOf(sources.map(([file, text]) => textSource(file, text))))
      .map(({ event }) => event)
      .filter(({ eventType }) => eventType === 'amended')
      .map(({ version, completeness, cause }) => [version, completeness, cause?.replace(/ \(.*/, '')]);

  test('then one by another declarant is not merged, and says so; that of the declarant is, as alone', async () => {
    const ofB = amendment({ lrn: 'B1', mrn: 'MA', declarant: 'GB2' }, 'GBB');
    const ofA = amendment({ lrn: 'A1', mrn: 'MA', declarant: 'gb1' }, 'GBA');
    expect(await amended(['b.xml', ofB], ['base.jsonl', base('GB1')])).toEqual([
      [2, 'partial', 'kept apart, as it names another declarant than the declaration of its MRN'],
    ]);
    expect(await amended(['b.xml', ofB], ['a.xml', ofA], ['base.jsonl', base('GB1')])).toEqual([
      [2, 'partial', 'kept apart, as it names another declarant than the declaration of its MRN'],
      [2, 'whole', 'change A1'],
    ]);
  });

  test('then one that names nobody, where two declarants have that MRN, is not merged', async () => {
    expect(
      await amended(
        ['a.xml', amendment({ lrn: 'A1', mrn: 'MA' }, 'GBA')],
        ['base.jsonl', `${base('GB1')}\n${base('GB2')}`],
      ),
    ).toEqual([[2, 'partial', 'kept apart, as several declarations of its MRN name different declarants']]);
  });
});
