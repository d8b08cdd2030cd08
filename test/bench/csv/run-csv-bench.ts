import { type InputOptions, readInput } from '../../../services/adapters/input/read-input.ts';
import { readMapping } from '../../../services/adapters/input/records/mapping/read-mapping.ts';
import { quantile } from '../measure/quantile.ts';

/** What reading a row costs, in processor time of all threads. */
export interface RowCost {
  readonly name: string;
  readonly microseconds: number;
}

interface Way {
  readonly name: string;
  readonly text: string;
  readonly options: InputOptions;
}

/** The values of a goods item and its declaration: column of an other system, and path. */
const COLUMNS = [
  ['MRN', 'declarationId'],
  ['Type', 'typeCode'],
  ['Date', 'acceptanceDateTime'],
  ['Declarant', 'declarant.id'],
  ['Exporter', 'exporter.name'],
  ['Dest', 'goodsShipment.destinationCountryCode'],
  ['Item', 'sequenceNumber'],
  ['HS', 'commodity.classifications[0].id'],
  ['Goods', 'commodity.description'],
  ['Kg', 'commodity.netNetWeightMeasure.value'],
  ['Unit', 'commodity.netNetWeightMeasure.unitCode'],
  ['Value', 'statisticalValueAmount.value'],
  ['Curr', 'statisticalValueAmount.currencyId'],
  ['Doc', 'additionalDocuments[0].id'],
] as const;
const OF_DECLARATION = 6;

/**
 * Reads the same rows in every way, in turns, so that what else the machine does falls on all of them. @param rows of
 * each round
 */
export async function runCsvBench({
  rows,
  rounds,
}: {
  readonly rows: number;
  readonly rounds: number;
}): Promise<readonly RowCost[]> {
  const ways = waysOf(rows);
  const measured = ways.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, way] of ways.entries()) {
      const cost = await costOf(way, rows);
      // The first round warms up.
      if (round > 0) measured[index]?.push(cost);
    }
  }
  return ways.map(({ name }, index) => ({ name, microseconds: quantile(measured[index] ?? [], 0.5) }));
}

function waysOf(rows: number): readonly Way[] {
  const path = (column: string, index: number, item: string): string =>
    index < OF_DECLARATION ? column : `${item}.${column}`;
  const map = [
    'row: item',
    'group: [MRN]',
    'columns:',
    ...COLUMNS.map(([name, column], index) => `  ${name}: ${path(column, index, 'goodsItems[]')}`),
    'date: dd.MM.yyyy',
    'decimal: ","',
  ].join('\n');
  const paths = COLUMNS.map(([, column], index) => path(column, index, 'goodsItems[0]')).join(';');
  return [
    { name: 'header of schema paths', text: textOf(paths, rows, isoRow), options: {} },
    {
      name: 'header of another system, by a mapping file',
      text: textOf(COLUMNS.map(([name]) => name).join(';'), rows, germanRow),
      options: { mapping: readMapping(map, 'map.yaml') },
    },
  ];
}

function textOf(header: string, rows: number, row: (index: number) => readonly string[]): string {
  return [header, ...Array.from({ length: rows }, (_, index) => row(index).join(';'))].join('\n');
}

function isoRow(index: number): readonly string[] {
  return rowOf(index, '2026-11-18', `${String(index % 5000)}.25`, `${String(1000 + (index % 9000))}.5`);
}

function germanRow(index: number): readonly string[] {
  return rowOf(index, '18.11.2026', `${String(index % 5000)},25`, `${String(1000 + (index % 9000))},5`);
}

function rowOf(index: number, day: string, mass: string, value: string): readonly string[] {
  const declaration = Math.floor(index / 2);
  return [
    `26GB${String(declaration).padStart(14, '0')}`,
    'EXA',
    day,
    'GB123456789000',
    'Calder Valve Works Ltd',
    'DE',
    String(1 + (index % 2)),
    '84813091',
    `check valve ${String(index)}`,
    mass,
    'KGM',
    value,
    'GBP',
    `X-${String(index)}`,
  ];
}

/** Microseconds a row. @throws Error where a row is not read */
async function costOf({ text, options }: Way, rows: number): Promise<number> {
  const start = process.cpuUsage();
  let items = 0;
  for await (const entry of readInput([{ file: 'bench.csv', bytes: chunks(Buffer.from(text)) }], options)) {
    if (entry.kind !== 'event')
      throw new Error(`a row was not read: ${entry.kind === 'failed' ? entry.error.message : entry.what}`);
    items += entry.event.goodsItems.length;
  }
  if (items !== rows) throw new Error(`${String(items)} of ${String(rows)} rows were read`);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / rows;
}

async function* chunks(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  await Promise.resolve();
}
