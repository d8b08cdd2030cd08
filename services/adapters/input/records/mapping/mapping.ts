import type { DatePattern } from '../../../../csv/date-pattern.ts';
import type { DecimalMark } from '../../../../csv/decimal-cells.ts';
import type { ValueField } from '../csv-path.ts';

/** How the CSV of one customs system says what declaration events say; from a mapping file. */
export interface CsvMapping {
  /** What a row is. Rows of `item` that follow each other and agree in the columns of `group` are one declaration. */
  readonly row: 'item' | 'declaration';
  readonly group: readonly string[];
  /** Where the cells of a column go: one place or several. */
  readonly columns: ReadonlyMap<string, readonly MappedPath[]>;
  readonly constants: readonly Constant[];
  /** By column: its own codes and what they are in the event. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly ignore: ReadonlySet<string>;
  readonly date: DatePattern | undefined;
  readonly decimal: DecimalMark | undefined;
  readonly encoding: string | undefined;
}

/** A value of the event, or of the row's goods item. */
export interface MappedPath {
  /** As the mapping file has it: "goodsItems[].commodity.description". */
  readonly text: string;
  readonly of: 'declaration' | 'item';
  /** From the declaration, or from the goods item. */
  readonly steps: readonly (string | number)[];
  readonly field: ValueField;
  /** The part that the value is in, where that is an amount, a measure or an entry of a list; else undefined. */
  readonly part: MappedPart | undefined;
}

export interface MappedPart {
  /** "goodsItems[].commodity.netNetWeightMeasure". */
  readonly text: string;
  /** `quantity`: an amount or measure, which is nothing without its value; `entry`: an entry of a list. */
  readonly kind: 'quantity' | 'entry';
}

/** A value that every declaration, or every goods item, has. */
export interface Constant {
  readonly path: MappedPath;
  readonly value: unknown;
}
