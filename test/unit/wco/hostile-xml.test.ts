import { describe, expect, test } from 'vitest';
import type { InputSource } from '../../../services/adapters/input/source/input-entry.ts';
import { DEFAULT_XML_LIMITS } from '../../../services/adapters/xml/read-xml.ts';
import { outcomeOf, readAll, textSource } from '../input/sources.ts';

const NAMESPACE = 'xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"';
const declaration = (inside: string): string =>
  `<Declaration ${NAMESPACE}><FunctionCode>9</FunctionCode><FunctionalReferenceID>L1</FunctionalReferenceID>${inside}</Declaration>`;

async function refusal(input: string | Uint8Array): Promise<{
  readonly code: string;
  readonly message: string;
  readonly line: number | undefined;
  readonly element: string | undefined;
}> {
  const entries = await readAll([textSource('hostile', input)]);
  expect(entries).toHaveLength(1);
  const [entry] = entries;
  if (entry?.kind !== 'failed') return expect.fail(`not refused: ${entry?.kind ?? 'nothing'}`);
  expect(entry.error.location?.file).toBe('hostile');
  return {
    code: entry.error.code,
    message: entry.error.message,
    line: entry.error.location?.line,
    element: entry.error.location?.element,
  };
}

describe('given a hostile or broken message, when it is read, then it has one clear error', () => {
  test.each<[string, string | Uint8Array, string, number | undefined, string | undefined]>([
    [
      'external entity',
      `<?xml version="1.0"?>\n<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n${declaration('<TypeCode>&x;</TypeCode>')}`,
      'TDW_XML_DOCTYPE',
      2,
      '',
    ],
    [
      'parameter entity',
      `<!DOCTYPE d [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]>${declaration('')}`,
      'TDW_XML_DOCTYPE',
      1,
      '',
    ],
    [
      'billion laughs',
      `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n${declaration('<TypeCode>&b;</TypeCode>')}`,
      'TDW_XML_DOCTYPE',
      1,
      '',
    ],
    ['undeclared entity', declaration('\n<TypeCode>&lol;</TypeCode>'), 'TDW_XML_MALFORMED', 2, 'Declaration/TypeCode'],
    [
      'truncated',
      declaration('\n<GoodsShipment>\n<Consignee>').replace('</Declaration>', ''),
      'TDW_XML_TRUNCATED',
      3,
      'Declaration/GoodsShipment/Consignee',
    ],
    ['truncated in a tag', `<Declaration ${NAMESPACE}><Type`, 'TDW_XML_TRUNCATED', 1, 'Declaration'],
    ['nothing but a declaration', '<?xml version="1.0"?>\n', 'TDW_XML_TRUNCATED', 2, ''],
    ['wrong closing tag', declaration('\n<TypeCode>EXA</TypeKode>'), 'TDW_XML_MALFORMED', 2, 'Declaration/TypeCode'],
    [
      'too deep',
      declaration('<a>'.repeat(100)),
      'TDW_XML_TOO_DEEP',
      1,
      `Declaration${'/a'.repeat(DEFAULT_XML_LIMITS.depth - 1)}`,
    ],
    [
      'too many attributes',
      declaration(`<a ${Array.from({ length: 100 }, (_, index) => `b${String(index)}="1"`).join(' ')}/>`),
      'TDW_XML_TOO_LARGE',
      1,
      'Declaration',
    ],
    ['a name without end', declaration(`<${'a'.repeat(1000)}/>`), 'TDW_XML_TOO_LARGE', 1, 'Declaration'],
    [
      'a text too long',
      declaration(`<TypeCode>${'x'.repeat(150_000)}</TypeCode>`),
      'TDW_XML_TOO_LARGE',
      1,
      'Declaration/TypeCode',
    ],
    ['prefix without namespace', '<md:MetaData><md:x/></md:MetaData>', 'TDW_XML_NAMESPACE', 1, ''],
    [
      'colons lost from the namespaces',
      '<mdMetaData xmlns="urnwcodatamodelWCODEC-DMS2"><Declaration/></mdMetaData>',
      'TDW_XML_NAMESPACE',
      1,
      'Declaration',
    ],
    ['another vocabulary', '<invoice xmlns="urn:example"><id>1</id></invoice>', 'TDW_XML_NOT_WCO', 1, 'invoice'],
    ['a page of HTML', '<html><body>503 Service unavailable</body></html>', 'TDW_INPUT_FORMAT', 1, undefined],
    [
      'an ampersand by itself',
      declaration('\n<Declarant>\n<Name>Smith & Sons</Name>\n</Declarant>\n<TypeCode>A</TypeCode>\n'),
      'TDW_XML_MALFORMED',
      3,
      'Declaration/Declarant/Name',
    ],
    [
      'an ampersand by itself, and an entity further down',
      declaration('<!-- R&D -->\n<Declarant>\n<Name>Smith & Sons</Name>\n</Declarant>\n<TypeCode>A&amp;B</TypeCode>'),
      'TDW_XML_MALFORMED',
      3,
      'Declaration/Declarant/Name',
    ],
    [
      'truncated in an entity',
      `<Declaration ${NAMESPACE}>\n<Declarant><![CDATA[a & b]]>Smith &am`,
      'TDW_XML_TRUNCATED',
      2,
      'Declaration/Declarant',
    ],
    [
      'bytes that are not UTF-8',
      Buffer.concat([Buffer.from(`<Declaration ${NAMESPACE}>\n<TypeCode>`), Buffer.from([0xc3, 0x28])]),
      'TDW_XML_ENCODING',
      2,
      'Declaration/TypeCode',
    ],
    [
      'bytes that are not UTF-8, after many that are',
      Buffer.concat([
        Buffer.from(`<Declaration ${NAMESPACE}>${'\n<TypeCode>é</TypeCode>'.repeat(500)}\n<Name>B`),
        Buffer.from([0xe4]),
        Buffer.from(`${'l'.repeat(3000)}</Name></Declaration>`),
      ]),
      'TDW_XML_ENCODING',
      502,
      'Declaration/Name',
    ],
    [
      'halves of characters in UTF-16',
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from(`<Declaration ${NAMESPACE}>\n<Name>`, 'utf16le'),
        Buffer.from([0x3d, 0xd8]),
        Buffer.from('x</Name></Declaration>', 'utf16le'),
      ]),
      'TDW_XML_ENCODING',
      2,
      'Declaration/Name',
    ],
    [
      'an encoding that is not read',
      '<?xml version="1.0" encoding="EBCDIC-CP-US"?><Declaration/>',
      'TDW_XML_ENCODING',
      1,
      undefined,
    ],
    [
      'an encoding with the name of what every object has',
      '<?xml version="1.0" encoding="constructor"?><Declaration/>',
      'TDW_XML_ENCODING',
      1,
      undefined,
    ],
    [
      'UTF-16 without a byte order mark',
      Buffer.from(`<Declaration ${NAMESPACE}/>`, 'utf16le'),
      'TDW_XML_ENCODING',
      undefined,
      undefined,
    ],
    [
      "a function that is none of a declaration's",
      `<Declaration ${NAMESPACE}>\n<FunctionCode>27</FunctionCode><FunctionalReferenceID>L1</FunctionalReferenceID></Declaration>`,
      'TDW_XML_FUNCTION_CODE',
      2,
      'Declaration/FunctionCode',
    ],
    [
      "a function of an object's own",
      `<Declaration ${NAMESPACE}><FunctionCode>constructor</FunctionCode></Declaration>`,
      'TDW_XML_FUNCTION_CODE',
      1,
      'Declaration/FunctionCode',
    ],
    [
      'a function that is not known, of a kind that is',
      `<Declaration ${NAMESPACE}><FunctionCode>2</FunctionCode><TypeCode>INV</TypeCode></Declaration>`,
      'TDW_XML_FUNCTION_CODE',
      1,
      'Declaration/FunctionCode',
    ],
    [
      'a number that is none',
      declaration('\n\n<TotalPackageQuantity>many</TotalPackageQuantity>'),
      'TDW_XML_VALUE',
      3,
      'TotalPackageQuantity',
    ],
    [
      'a time that is none',
      declaration(
        '<AcceptanceDateTime><DateTimeString formatCode="304">20260231000000Z</DateTimeString></AcceptanceDateTime>',
      ),
      'TDW_XML_VALUE',
      1,
      'AcceptanceDateTime',
    ],
    [
      'two items with one number',
      declaration(
        `<GoodsShipment>${'<GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric><TransactionNatureCode>1</TransactionNatureCode></GovernmentAgencyGoodsItem>'.repeat(2)}</GoodsShipment>`,
      ),
      'TDW_EVENT_INVALID',
      undefined,
      'goodsItems[1].sequenceNumber',
    ],
    [
      'no reference at all',
      `<Declaration ${NAMESPACE}><FunctionCode>9</FunctionCode></Declaration>`,
      'TDW_EVENT_IDENTITY',
      undefined,
      'Declaration',
    ],
    ['nothing', '', 'TDW_INPUT_EMPTY', undefined, undefined],
    ['white space', ' \n\t', 'TDW_INPUT_EMPTY', undefined, undefined],
    ['prose', 'Dear sirs, please find attached', 'TDW_INPUT_UNRECOGNISED', 1, undefined],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      'TDW_INPUT_UNRECOGNISED',
      1,
      undefined,
    ],
  ])('%s', async (_name, input, code, line, element) => {
    const said = await refusal(input);
    expect(said.code, said.message).toBe(code);
    if (line !== undefined) expect(said.line).toBe(line);
    if (element !== undefined) expect(said.element).toBe(element);
  });

  test('a hundred megabytes of text are refused after a small part of them', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`<Declaration ${NAMESPACE}><TypeCode>`);
      for (; given < 100 * 1024 * 1024; given += 65_536) yield Buffer.alloc(65_536, 'x');
      await Promise.resolve();
    }
    const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
    const source: InputSource = { file: 'endless', bytes: endless() };
    expect(await readAll([source])).toMatchObject([
      { kind: 'failed', error: { code: 'TDW_XML_TOO_LARGE', location: { line: 1, element: 'Declaration/TypeCode' } } },
    ]);
    expect(given).toBeLessThan(1024 * 1024);
    expect(process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed - before).toBeLessThan(64 * 1024 * 1024);
  });

  test('a message of many small elements is refused at the limit of bytes', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`<Declaration ${NAMESPACE}>`);
      const piece = Buffer.from('<TypeCode>some text of a length</TypeCode>\n'.repeat(1500));
      for (; given < 100 * 1024 * 1024; given += piece.length) yield piece;
      await Promise.resolve();
    }
    expect(await readAll([{ file: 'endless', bytes: endless() }])).toMatchObject([
      { kind: 'failed', error: { code: 'TDW_XML_TOO_LARGE' } },
    ]);
    expect(given).toBeLessThanOrEqual(DEFAULT_XML_LIMITS.bytes + 100_000);
  });
});

describe('given another encoding that is declared, then the message is read', () => {
  const xml = (encoding: string): string =>
    `<?xml version="1.0" encoding="${encoding}"?><Declaration ${NAMESPACE}><FunctionCode>9</FunctionCode><FunctionalReferenceID>L1</FunctionalReferenceID><Declarant><Name>Müller &amp; Söhne</Name></Declarant></Declaration>`;
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(xml('UTF-8'))],
    ['UTF-8 that a program calls UTF-16', Buffer.from(xml('utf-16'))],
    ['windows-1250', Buffer.from(xml('windows-1250'), 'latin1')],
    ['UTF-8 with byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(xml('utf-8'))])],
    ['UTF-16, little end first', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml('UTF-16'), 'utf16le')])],
    [
      'UTF-16, big end first',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(xml('UTF-16'), 'utf16le').swap16()]),
    ],
    ['ISO-8859-1', Buffer.from(xml('ISO-8859-1'), 'latin1')],
  ])('%s', async (_name, bytes) => {
    expect(await readAll([textSource('encoded', bytes)])).toMatchObject([
      { kind: 'event', event: { declarant: { name: 'Müller & Söhne' } } },
    ]);
  });
});

test('given thousands of messages in one file, then each costs what it costs alone', async () => {
  const lodgement = (n: number): string =>
    `<MetaData><Declaration><FunctionalReferenceID>L${String(n)}</FunctionalReferenceID><Declarant><ID>GB1</ID></Declarant></Declaration></MetaData>`;
  const exit = `<MetaData><Response><FunctionCode>16</FunctionCode>${Array.from({ length: 3_000 }, (_, n) => `<Declaration><ID>M${String(n)}</ID></Declaration>`).join('')}</Response></MetaData>`;
  const before = process.cpuUsage();
  const entries = await readAll([
    textSource('batch.xml', `<Batch>${Array.from({ length: 3_000 }, (_, n) => lodgement(n)).join('')}</Batch>`),
    textSource('exits.xml', exit),
  ]);
  const { user } = process.cpuUsage(before);
  expect(entries.map(outcomeOf).filter((outcome) => outcome.startsWith('event'))).toHaveLength(6_000);
  expect(user / 1_000_000).toBeLessThan(20);
});
