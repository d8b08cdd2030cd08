import { describe, expect, test } from 'vitest';
import { contentOf } from '../../../services/adapters/wco/message/content.ts';
import { childrenNamed, type XmlElement } from '../../../services/adapters/xml/element.ts';
import { parseXml } from '../../../services/adapters/xml/read-xml.ts';
import { Transposer } from '../../../services/adapters/xml/transposition.ts';
import {
  group,
  joined,
  parted,
  shared,
  single,
  split,
  type TranspositionRow,
  unneeded,
  value,
} from '../../../services/adapters/xml/transposition-row.ts';

const ITEM = 'GoodsShipment/GovernmentAgencyGoodsItem';

function transposed(rows: readonly TranspositionRow[], xml: string): XmlElement {
  return new Transposer({ rows }).transpose(parseXml(xml));
}

/** Names, texts and attributes of the tree, without where they come from. */
function tree({ name, text, attributes, children }: XmlElement): unknown {
  const own = [text, ...attributes.map((one) => `@${one.name}=${one.value}`)].filter((one) => one !== '');
  return { [name]: children.length === 0 ? own.join(' ') : children.map(tree) };
}

const others = (declaration: XmlElement): unknown =>
  contentOf(declaration).otherElements.map(({ path, value: text }) => `${path} = ${text}`);

describe('given a table of rows', () => {
  test('a value goes to its place, with what the format means by it', () => {
    const rows = [
      value('Head/Mass', 'TotalGrossMassMeasure', { '@unitCode': 'KGM' }),
      value('Head/Phone', 'Declarant/Contact/Communication+/ID', { TypeCode: 'TE' }),
    ];
    expect(tree(transposed(rows, '<M><Head><Mass>12</Mass><Phone>555</Phone></Head></M>'))).toEqual({
      Declaration: [
        { TotalGrossMassMeasure: '12 @unitCode=KGM' },
        { Declarant: [{ Contact: [{ Communication: [{ ID: '555' }, { TypeCode: 'TE' }] }] }] },
      ],
    });
  });

  test("several elements make one text in the table's order, whatever their own", () => {
    const rows = joined(['Code/hs', 'Code/cn'], 'ID');
    expect(tree(transposed(rows, '<M><Code><cn>20</cn><hs>846610</hs></Code></M>'))).toEqual({
      Declaration: [{ ID: '84661020' }],
    });
  });

  test('one text is taken apart to several elements, and an attribute may be a value too', () => {
    const rows = [
      split('type', ['TypeCode', 'ProcedureCategory'], {
        words: 'halves',
        read: (text) => [text.slice(0, 2), text.slice(2)],
      }),
      value('sum', 'InvoiceAmount'),
      value('currency/@code', 'InvoiceAmount/@currencyID'),
    ];
    expect(tree(transposed(rows, '<M><type>EXA1</type><currency code="EUR"/><sum>5</sum></M>'))).toEqual({
      Declaration: [{ TypeCode: 'EX' }, { ProcedureCategory: 'A1' }, { InvoiceAmount: '5 @currencyID=EUR' }],
    });
  });

  test('each element of a group is one of its own, with the constants that follow from it', () => {
    const kind = {
      words: 'by length',
      of: (beside: (name: string) => string | undefined) => ((beside('ID') ?? '').length > 6 ? 'TSP' : 'HS'),
    };
    const rows = [
      group('Goods', `${ITEM}+`),
      single('Goods/Code', `${ITEM}/Commodity/Classification+`, { IdentificationTypeCode: kind }),
      ...joined(['Goods/Code/hs', 'Goods/Code/cn'], `${ITEM}/Commodity/Classification/ID`),
    ];
    const item = (...codes: readonly string[]): unknown => ({
      GovernmentAgencyGoodsItem: [
        { Commodity: [{ Classification: [{ ID: codes[0] }, { IdentificationTypeCode: codes[1] }] }] },
      ],
    });
    expect(
      tree(
        transposed(
          rows,
          '<M><Goods><Code><hs>846610</hs><cn>20</cn></Code></Goods><Goods><Code><hs>848340</hs></Code></Goods></M>',
        ),
      ),
    ).toEqual({ Declaration: [{ GoodsShipment: [item('84661020', 'TSP'), item('848340', 'HS')] }] });
  });

  test('what a part says for all items inside it goes to each that does not say otherwise, lists to all', () => {
    const rows = [
      shared('House', ITEM, ['Consignment']),
      value('House/to', `${ITEM}/Destination/CountryCode`),
      group('House/doc', `${ITEM}/AdditionalDocument+`),
      value('House/doc/no', `${ITEM}/AdditionalDocument/ID`),
      value('House/pay', `${ITEM}/Consignment/Freight/PaymentMethodCode`),
      group('House/Goods', `${ITEM}+`),
      value('House/Goods/n', `${ITEM}/SequenceNumeric`),
      value('House/Goods/to', `${ITEM}/Destination/CountryCode`),
      value('House/Goods/pay', `${ITEM}/Consignment/Freight/PaymentMethodCode`),
    ];
    const xml =
      '<M><House><to>CH</to><doc><no>D1</no></doc><pay>A</pay><Goods><n>1</n><to>AT</to></Goods><Goods><n>2</n></Goods></House><House><to>DE</to><Goods><n>3</n></Goods></House></M>';
    expect(
      contentOf(transposed(rows, xml)).header.goodsItems.map((item) => [
        item.sequenceNumber,
        item.destinationCountryCode,
        item.additionalDocuments.map(({ id }) => id),
        item.consignment?.freightPaymentMethodCode,
      ]),
    ).toEqual([
      [1, 'AT', ['D1'], 'A'],
      [2, 'CH', ['D1'], 'A'],
      [3, 'DE', [], undefined],
    ]);
  });

  test('what all items of a part say otherwise, or what has no item, is kept as it stands', () => {
    const rows = [
      shared('House', ITEM, []),
      value('House/to', `${ITEM}/Destination/CountryCode`),
      group('House/Goods', `${ITEM}+`),
      value('House/Goods/to', `${ITEM}/Destination/CountryCode`),
    ];
    expect(
      others(transposed(rows, '<M><House><to>CH</to><Goods><to>AT</to></Goods></House><House><to>IT</to></House></M>')),
    ).toEqual(['M/House[1]/to = CH', 'M/House[2]/to = IT']);
  });

  test('a part without parts is one element itself', () => {
    const rows = [
      parted('Guarantee', 'ObligationGuarantee'),
      value('Guarantee/type', 'ObligationGuarantee/SecurityDetailsCode'),
      group('Guarantee/Ref', 'ObligationGuarantee+'),
      value('Guarantee/Ref/grn', 'ObligationGuarantee/ReferenceID'),
    ];
    const xml =
      '<M><Guarantee><type>1</type><Ref><grn>A</grn></Ref><Ref><grn>B</grn></Ref></Guarantee><Guarantee><type>8</type></Guarantee></M>';
    expect(contentOf(transposed(rows, xml)).header.obligationGuarantees).toEqual([
      { referenceId: 'A', securityDetailsCode: '1' },
      { referenceId: 'B', securityDetailsCode: '1' },
      { securityDetailsCode: '8' },
    ]);
  });

  test('a table with two rows for one element, or with a row that nothing leads to, is refused', () => {
    expect(() => transposed([value('a', 'ID'), value('a', 'TypeCode')], '<M/>')).toThrow('two rows for a');
  });
});

describe('given a message that says more than the table has rows for', () => {
  const rows = [
    value('ref', 'FunctionalReferenceID'),
    group('Goods', `${ITEM}+`),
    value('Goods/text', `${ITEM}/Commodity/Description`),
    single('Goods/Code', `${ITEM}/Commodity/Classification+`),
    value('Goods/Code/id', `${ITEM}/Commodity/Classification/ID`),
    unneeded('count', 'As many as there are.', (text, beside) => text === String(beside.count('Goods'))),
  ];

  test('elements, attributes and texts without a row are kept under their path in the source', () => {
    const xml =
      '<M a="1"><ref b="2">R</ref><Goods><text>tea</text><new><x>1</x><x>2</x></new></Goods><Goods>loose<text>rum</text></Goods></M>';
    expect(others(transposed(rows, xml))).toEqual([
      'M/@a = 1',
      'M/ref/@b = 2',
      'M/Goods[1]/new/x[1] = 1',
      'M/Goods[1]/new/x[2] = 2',
      'M/Goods[2]/text() = loose',
    ]);
  });

  test('an element that may stand once and stands twice is read where it stands first, and kept where it stands again', () => {
    const xml =
      '<M><ref>R</ref><ref>S</ref><Goods><text>tea</text><text>rifle sights</text><Code><id>0902</id></Code><Code><id>9005</id></Code></Goods></M>';
    const declaration = transposed(rows, xml);
    expect(contentOf(declaration).header.goodsItems[0]?.commodity).toMatchObject({
      description: 'tea',
      classifications: [{ id: '0902' }],
    });
    expect(others(declaration)).toEqual([
      'M/ref[2] = S',
      'M/Goods/text[2] = rifle sights',
      'M/Goods/Code[2]/id = 9005',
    ]);
  });

  test('a number that counts is unneeded where it counts right, and kept where not', () => {
    expect(others(transposed(rows, '<M><count>1</count><Goods><text>tea</text></Goods></M>'))).toEqual([]);
    expect(others(transposed(rows, '<M><count>2</count><Goods><text>tea</text></Goods></M>'))).toEqual(['M/count = 2']);
  });

  test("elements of foreign namespaces are never taken for the format's own", () => {
    expect(others(transposed(rows, '<M xmlns="urn:m"><x:ref xmlns:x="urn:other">R</x:ref></M>'))).toEqual([
      'M/ref = R',
    ]);
  });

  test('placeholders say nothing', () => {
    const declaration = transposed(rows, '<M><ref/><Goods><text></text><Code/></Goods><other/></M>');
    expect(others(declaration)).toEqual([]);
    expect(contentOf(declaration).header.goodsItems).toEqual([]);
  });
});

test("each element keeps line and path of its source, so that errors speak the sender's words", () => {
  const rows = [group('Goods', `${ITEM}+`), value('Goods/worth', `${ITEM}/StatisticalValueAmount`)];
  const declaration = transposed(
    rows,
    '<M>\n<Goods><worth>1</worth></Goods>\n<Goods>\n<worth>much</worth></Goods></M>',
  );
  expect(() => contentOf(declaration)).toThrow(
    expect.objectContaining({
      code: 'TDW_XML_VALUE',
      message: expect.stringContaining('M/Goods[2]/worth is no decimal') as unknown,
      location: { line: 4, element: 'M/Goods[2]/worth' },
    }) as Error,
  );
  const [first] = childrenNamed(declaration.children[0] ?? expect.fail('no shipment'), 'GovernmentAgencyGoodsItem');
  expect(first).toMatchObject({ line: 2, source: 'M/Goods[1]' });
});

test('what is said for many elements at once cannot grow beyond all measure', () => {
  const rows = [
    shared('House', ITEM, []),
    group('House/doc', `${ITEM}/AdditionalDocument+`),
    value('House/doc/no', `${ITEM}/AdditionalDocument/ID`),
    group('House/Goods', `${ITEM}+`),
    value('House/Goods/n', `${ITEM}/SequenceNumeric`),
  ];
  const xml = `<M><House>${'<doc><no>1</no></doc>'.repeat(400)}${'<Goods><n>1</n></Goods>'.repeat(400)}</House></M>`;
  expect(() => transposed(rows, xml)).toThrow(
    expect.objectContaining({ code: 'TDW_XML_TOO_LARGE', location: { line: 1, element: 'M/House' } }) as Error,
  );
});
