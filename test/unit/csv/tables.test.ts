import { describe, expect, test } from 'vitest';
import { headerProblem } from '../../../services/csv/header.ts';
import { columnsOf, readTable } from '../../../services/csv/read-table.ts';
import type { CsvProblem } from '../../../services/csv/rows.ts';

const refuse = ({ line, what }: CsvProblem): Error => new Error(`${String(line)}: ${what}`);
const cells = (text: string): unknown => readTable(text, refuse).rows.map(({ line, cells: row }) => [line, ...row]);

describe('given a CSV text read whole', () => {
  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons, and commas in quoted names', '"a";"b"\n1;2\n'],
    ['tabs and a byte order mark', '\ufeffa\tb\r\n1\t2'],
    ['bars', 'a|b\r1|2\r'],
  ])('when it has %s, then columns and rows are found', (_, text) => {
    expect([columnsOf(text), cells(text)]).toEqual([['a', 'b'], [[2, '1', '2']]]);
  });

  test('when a name in quotes holds more commas than there are separators, then these are not counted', () => {
    expect(columnsOf('"mass, net, kg, dry";"mass, gross";id\n1;2;3\n')).toEqual([
      'mass, net, kg, dry',
      'mass, gross',
      'id',
    ]);
  });

  test('when Excel says the separator in a line before the header, then it is that', () => {
    expect([columnsOf('sep=;\r\na,b;c\r\n1;2\r\n'), cells('sep=;\r\na,b;c\r\n1;2\r\n')]).toEqual([
      ['a,b', 'c'],
      [[3, '1', '2']],
    ]);
  });

  test('when names go over lines, then they are one name; blank lines and separators behind the last column are nothing', () => {
    expect(columnsOf('\n\n"net\nmass" ,b,,\n1,2,,\n,,,\n')).toEqual(['net mass', 'b']);
    expect(cells('a,b,,\n1,2,,\n,,,\n\n3,4\n')).toEqual([
      [2, '1', '2', '', ''],
      [5, '3', '4'],
    ]);
  });

  test.each([
    ['a cell too many', 'a,b\n1,2,3\n', '2: '],
    ['one too few', 'a,b\n1,2\n3\n', '3: '],
    ['a quote in the midst', 'a,b\n1,x"y\n', '2: '],
  ])('when a row has %s, then the text is refused with its line', (_, text, line) => {
    expect(() => readTable(text, refuse)).toThrow(line);
  });
});

test('given a header, then all that is unknown, missing or there twice is told at once', () => {
  expect(headerProblem(['id', 'colour', 'size', 'id'], { known: ['id', 'status'], must: ['status'] })).toEqual({
    element: 'colour',
    what: 'unknown: "colour", "size"; missing: "status"; named twice: "id"',
  });
  expect(headerProblem(['id', 'status'], { known: ['id', 'status'], must: ['status'] })).toBeUndefined();
});
