import { DecimalCells } from '../../../../csv/decimal-cells.ts';
import type { TidewaiterError } from '../../../../risk/failure/tidewaiter-error.ts';
import { inFile } from '../../source/in-file.ts';
import type { InputEntry, InputSource, RecordOptions } from '../../source/input-entry.ts';
import { completeEvent } from '../complete.ts';
import { type CsvPart, csvParts } from '../csv-rows.ts';
import { lookedAt } from '../look-ahead.ts';
import { emptyFile, valueError } from '../read-csv.ts';
import { fieldError } from '../read-json-lines.ts';
import { besideGap, comesAgain, contradicting, groupError } from './group-errors.ts';
import { GroupMemory } from './group-memory.ts';
import { type FileColumns, fileColumns } from './mapped-columns.ts';
import { MappedDeclaration } from './mapped-declaration.ts';
import { mappedRow } from './mapped-row.ts';
import type { CsvMapping } from './mapping.ts';

/** As many goods items as a declaration may have. */
const MOST_ITEMS = 9_999;

/** Rows of one declaration as they come: what they said so far, or why they make no event. */
interface Open {
  readonly key: string;
  readonly declaration: MappedDeclaration;
  error: TidewaiterError | undefined;
  /** Line on which the same declaration stood before, apart from this. */
  readonly before: number | undefined;
}

/**
 * Declaration events of the CSV of any system, by a mapping file. Rows of one declaration follow each other; where one
 * comes again further down, that is told with both lines,
 * and what comes again is an event of its own, `partial`: a person looks at it. A declaration of which one row cannot
 * be read, or whose rows contradict each other, is one error with the lines.
 */
export async function* readMappedCsv(
  source: InputSource,
  mapping: CsvMapping,
  options: RecordOptions,
): AsyncGenerator<InputEntry> {
  const { file } = source;
  const reading = new MappedReading(file, mapping, options);
  let isEmpty = true;
  try {
    const parts = csvParts(source.bytes, mapping.encoding);
    for await (const part of lookedAt(parts, reading.decimals, (header) => reading.begin(header))) {
      if (part.kind === 'header') continue;
      isEmpty = false;
      yield* reading.take(part);
    }
    yield* reading.end();
    if (isEmpty) yield { kind: 'failed', file, error: emptyFile(file) };
  } catch (error) {
    yield { kind: 'failed', file, error: inFile(error, file) };
  }
}

class MappedReading {
  readonly decimals: DecimalCells;
  readonly #file: string;
  readonly #mapping: CsvMapping;
  readonly #options: RecordOptions;
  readonly #groups = new GroupMemory();
  #columns: FileColumns = { columns: [], group: [] };
  #open: Open | undefined;
  /** A bad row that stands before the next, by the declaration that it names, where that can be told. */
  #gap: { readonly key: string | undefined } | undefined;

  constructor(file: string, mapping: CsvMapping, options: RecordOptions) {
    this.#file = file;
    this.#mapping = mapping;
    this.#options = options;
    this.decimals = new DecimalCells(mapping.decimal);
  }

  /** Says of each column of the file whether it holds decimals. */
  begin({ columns, line }: Extract<CsvPart, { kind: 'header' }>): readonly boolean[] {
    this.#columns = fileColumns(columns, line, this.#mapping);
    const decimal = new Set(
      this.#columns.columns
        .filter(({ paths }) => paths.some(({ field }) => field.kind === 'decimal'))
        .map(({ index }) => index),
    );
    return columns.map((_, index) => decimal.has(index));
  }

  *take(part: Exclude<CsvPart, { kind: 'header' }>): Generator<InputEntry> {
    if (part.kind === 'bad') {
      yield this.#failed(part.error);
      if (this.#mapping.row === 'item') this.#spoil(part.cells);
      return;
    }
    const key = this.#keyOf(part.cells, part.line);
    if (key === undefined) {
      const error = groupError(part.line, `The row names no declaration: ${this.#mapping.group.join(', ')} is empty.`);
      yield this.#failed(error);
      this.#spoil(undefined);
    } else {
      if (this.#open?.key !== key) yield* this.#next(key, part.line);
      this.#gap = undefined;
      this.#add(part.line, part.cells);
    }
  }

  *end(): Generator<InputEntry> {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return;
    if (open.before !== undefined) yield this.#failed(comesAgain(open.declaration.line, open.before));
    yield open.error === undefined ? this.#entry(open) : this.#failed(open.error);
  }

  /** Rows of one declaration have one key; where a row is a declaration each has its own. */
  #keyOf(cells: readonly string[], line: number): string | undefined {
    if (this.#mapping.row === 'declaration') return String(line);
    const named = this.#columns.group.map((index) => (cells[index] ?? '').trim());
    return named.every((cell) => cell === '') ? undefined : JSON.stringify(named);
  }

  *#next(key: string, line: number): Generator<InputEntry> {
    yield* this.end();
    const before = this.#mapping.row === 'declaration' ? undefined : this.#groups.recall(key, line);
    const lacksARow = this.#gap !== undefined && (this.#gap.key === undefined || this.#gap.key === key);
    this.#open = {
      key,
      declaration: new MappedDeclaration(line),
      error: lacksARow ? besideGap(line) : undefined,
      before,
    };
  }

  #add(line: number, cells: readonly string[]): void {
    const open = this.#open;
    if (open === undefined || open.error !== undefined) return;
    const row = mappedRow(line, cells, this.#columns, this.#mapping, this.decimals);
    const contradiction = open.declaration.add(row);
    if (row.problem !== undefined) open.error = valueError(line, row.problem.column, row.problem.what);
    else if (contradiction !== undefined) open.error = contradicting(contradiction.column, contradiction.lines);
    else if (open.declaration.items > MOST_ITEMS)
      open.error = groupError(
        line,
        `The declaration of line ${String(open.declaration.line)} has more than ${String(MOST_ITEMS)} rows.`,
      );
  }

  /**
   * A bad row belongs to the declaration that its cells name; one without readable cells may belong to that before or
   * behind it.
   */
  #spoil(cells: readonly string[] | undefined): void {
    const key = cells === undefined ? undefined : this.#keyOf(cells, 0);
    const open = this.#open;
    if (open !== undefined && (key === undefined || key === open.key)) open.error ??= besideGap(open.declaration.line);
    if (key === undefined || key !== open?.key) this.#gap = { key };
  }

  #entry({ declaration, before }: Open): InputEntry {
    const written = declaration.written(this.#mapping);
    const completed = completeEvent(
      before === undefined ? written : { ...written, completeness: 'partial' },
      this.#options,
      'CSV',
    );
    if ('event' in completed) return { kind: 'event', file: this.#file, event: completed.event };
    return {
      kind: 'failed',
      file: this.#file,
      error: fieldError('TDW_EVENT_INVALID', completed.problems, this.#file, declaration.line),
    };
  }

  #failed(error: TidewaiterError): InputEntry {
    return { kind: 'failed', file: this.#file, error: inFile(error, this.#file) };
  }
}
