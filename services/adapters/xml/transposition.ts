import type { XmlElement } from './element.ts';
import { ElementDraft } from './element-draft.ts';
import type { TranspositionRow } from './transposition-row.ts';
import { type CompiledTable, compileTable } from './transposition-table.ts';
import { TranspositionWalk } from './transposition-walk.ts';

/** A table, and what it cannot say row by row. */
export interface Transposition {
  readonly rows: readonly TranspositionRow[];
  /** After the rows: what joins elements that stand far from each other. */
  readonly afterwards?: (declaration: ElementDraft, source: XmlElement) => void;
}

/**
 * Makes the Declaration element of the WCO Data Model that a message of another format stands for, in one pass. Each
 * element of it keeps line and path of the one in the source that it comes from. What has no row, stands a second
 * time where it may stand once, or finds its place taken is kept below Declaration under its path in the source, so
 * that the mapper finds no field for it and says so.
 */
export class Transposer {
  readonly #transposition: Transposition;
  /** Made when it is first needed: most calls have messages of one format only. */
  #table: CompiledTable | undefined;

  constructor(transposition: Transposition) {
    this.#transposition = transposition;
  }

  /** Throws TDW_XML_TOO_LARGE where what is said for many elements at once would grow beyond all measure. */
  transpose(source: XmlElement): XmlElement {
    const { rows, afterwards } = this.#transposition;
    this.#table ??= compileTable(rows);
    const declaration = new ElementDraft('Declaration', { path: source.name, line: source.line });
    new TranspositionWalk(this.#table, declaration).over(source);
    afterwards?.(declaration, source);
    return declaration;
  }
}
