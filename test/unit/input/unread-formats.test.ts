import { describe, expect, test } from 'vitest';
import { READ_FORMATS } from '../../../services/adapters/input/formats.ts';
import { outcomeOf, readAll, textSource } from './sources.ts';

const UNA = "UNA:+.? '\r\n";
const UNB = "UNB+UNOC:3+SENDER+RECEIVER+261130:0900+1'";
const ISA =
  'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261130*0900*U*00401*000000001*0*P*>~';
const zip = (name: string): Buffer =>
  Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]), Buffer.alloc(20), Buffer.from(name)]);
const DUE = `<?xml version="1.0"?>
<Declaration xmlns="urn:wco:datamodel:WCO:GoodsDeclaration:1"><DeclarationNFe><ID>26BR0000000017</ID><GoodsShipment><GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric></GovernmentAgencyGoodsItem></GoodsShipment></DeclarationNFe></Declaration>`;

describe('given a format that is not read, then the error says so by name, and what is read', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['an interchange of EDIFACT', `${UNB}UNH+1+CUSDEC:D:96B:UN:ED2103'BGM+…`, 'EDIFACT CUSDEC'],
    ['one that names its separators', `${UNA}${UNB}\r\nUNH+1+CUSRES:D:96B:UN'`, 'EDIFACT CUSRES'],
    [
      'one with separators of its own',
      'UNA|*.? ~UNB*UNOC|3*S*R*261130|0900*1~UNH*1*CUSCAR|D|96B|UN~',
      'EDIFACT CUSCAR',
    ],
    ['one whose message is not seen', UNB, 'EDIFACT'],
    ['ANSI X12', `${ISA}GS*CD*S*R*20261130*0900*1*X*004010~ST*309*0001~`, 'ANSI X12 309'],
    ['a web page', '<!DOCTYPE html>\n<html><body>Login required</body></html>', 'HTML'],
    ['a web page without a document type', '<!-- served by --><HTML lang="en"><body/></HTML>', 'HTML'],
    ['a PDF', '%PDF-1.7\n%\xe2\xe3', 'PDF'],
    ['a workbook', zip('[Content_Types].xml'), 'An Office file (XLSX, DOCX)'],
    ['an archive', zip('declarations.xml'), 'ZIP'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'An Excel or Word file of before 2007'],
    ['a compressed file', Buffer.from([0x1f, 0x8b, 8, 0]), 'Gzip'],
    ['a Brazilian DU-E', DUE, 'The Brazilian export declaration (DU-E)'],
  ])('%s', async (_name, content, format) => {
    const [entry, ...others] = await readAll([textSource('given', content)]);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      kind: 'failed',
      error: {
        code: 'TDW_INPUT_FORMAT',
        message: `${format} is not read; what is: ${READ_FORMATS.join('; ')}.`,
        location: { file: 'given' },
      },
    });
  });

  test('the list has every format of XML, JSON lines and CSV', () => {
    expect(READ_FORMATS).toEqual(
      expect.arrayContaining(['WCO Data Model XML in the form of the United Kingdom', 'JSON lines', 'CSV']),
    );
    expect(READ_FORMATS.filter((format, at) => READ_FORMATS.indexOf(format) !== at)).toEqual([]);
  });
});

test.each([
  ['a CSV whose first column is like a segment', 'UNB,declarationId\n1,M1\n', 'TDW_CSV_COLUMN'],
  ['XML', '<Declaration><FunctionalReferenceID>L1</FunctionalReferenceID></Declaration>', 'event lodged'],
  ['JSON lines', '{"declarationId":"ISA*00*"}', 'event lodged'],
])('given %s, then it is not taken for one of them', async (_name, content, outcome) => {
  expect((await readAll([textSource('given', content)])).map(outcomeOf)).toEqual([outcome]);
});
