import type { BufferedMessage, DeclarationSummary, Named } from './buffered-message.ts';
import { groupBy } from './group-by.ts';
import { agree, fold } from './identifier.ts';

/** A lodgement among the messages of a batch. */
export interface Lodgement {
  readonly message: BufferedMessage;
  readonly summary: DeclarationSummary;
}

export function lodgementsIn(messages: readonly BufferedMessage[]): readonly Lodgement[] {
  return messages.flatMap((message) =>
    message.summary.kind === 'lodgement' ? [{ message, summary: message.summary }] : [],
  );
}

/** Lodgements by the trader's own reference: unique for one trader only, so others may use the same. */
export class LodgementsByLrn {
  readonly #inFolder: ReadonlyMap<string, readonly Lodgement[]>;
  readonly #inBatch: ReadonlyMap<string, readonly Lodgement[]>;

  constructor(lodgements: readonly Lodgement[]) {
    const referenced = lodgements.filter(({ summary }) => summary.lrn !== undefined);
    this.#inFolder = groupBy(referenced, ({ message, summary }) => `${message.folder}\n${fold(summary.lrn ?? '')}`);
    this.#inBatch = groupBy(referenced, ({ summary }) => fold(summary.lrn ?? ''));
  }

  /** All of a reference, wherever they stand. */
  of(lrn: string): readonly Lodgement[] {
    return this.#inBatch.get(fold(lrn)) ?? [];
  }

  /** Those that a message in a folder can mean: of its folder, else of the batch; never one that states another MRN or declarant. */
  meantBy(folder: string, { lrn, mrn, declarant }: Named): readonly Lodgement[] {
    if (lrn === undefined) return [];
    const can = ({ summary }: Lodgement): boolean => agree(summary.mrn, mrn) && agree(summary.declarant, declarant);
    const inFolder = (this.#inFolder.get(`${folder}\n${fold(lrn)}`) ?? []).filter(can);
    return inFolder.length > 0 ? inFolder : this.of(lrn).filter(can);
  }
}

/** Whether they are one lodgement, or copies of one. */
export function areOne(lodgements: readonly Lodgement[]): boolean {
  const [first, ...others] = lodgements;
  return (
    first !== undefined &&
    others.every(({ message }) => message.index === first.message.index && message.text === first.message.text)
  );
}
