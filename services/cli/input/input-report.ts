import type { InputEntry } from '../../adapters/input/source/input-entry.ts';
import { type ErrorForm, errorLine } from '../exit/report-error.ts';
import type { LineWriter } from '../shell/line-writer.ts';

/** What became of the input that gave no event. */
export interface InputCount {
  readonly failed: number;
  readonly skipped: number;
}

/** Tells of bad and skipped input on standard error while the good events pass on. */
export class InputReport {
  readonly #err: LineWriter;
  readonly #form: ErrorForm;
  #count: InputCount = { failed: 0, skipped: 0 };

  constructor(err: LineWriter, form: ErrorForm) {
    this.#err = err;
    this.#form = form;
  }

  get count(): InputCount {
    return this.#count;
  }

  /** Only the events, in their order. */
  async *events(entries: AsyncIterable<InputEntry>): AsyncGenerator<Extract<InputEntry, { kind: 'event' }>> {
    for await (const entry of entries) {
      switch (entry.kind) {
        case 'event':
          yield entry;
          break;
        case 'failed':
          await this.failed(entry);
          break;
        case 'skipped':
          await this.#skipped(entry);
      }
    }
  }

  /** One input that cannot be used. */
  async failed({ error }: Extract<InputEntry, { kind: 'failed' }>): Promise<void> {
    this.#count = { ...this.#count, failed: this.#count.failed + 1 };
    await this.#err.line(errorLine(error, this.#form));
  }

  async #skipped({ file, what, reason }: Extract<InputEntry, { kind: 'skipped' }>): Promise<void> {
    this.#count = { ...this.#count, skipped: this.#count.skipped + 1 };
    const told = `${file}: skipped, ${what}${reason === undefined ? '' : `: ${reason}`}`;
    await this.#err.line(this.#form === 'json' ? JSON.stringify({ file, skipped: what, reason }) : told);
  }
}
