import type { BufferedMessage, DeclarationSummary, MessageSummary, Named } from './buffered-message.ts';
import { groupBy } from './group-by.ts';
import { agree, fold } from './identifier.ts';

/** Whether it asks to change or cancel a declaration that was lodged before. */
export function isRequest(summary: MessageSummary): summary is DeclarationSummary {
  return summary.kind === 'amendment' || summary.kind === 'replacement' || summary.kind === 'cancellation';
}

/** The LRNs that requests to amend or cancel have of their own. */
export class OwnReferences {
  readonly #byLrn: ReadonlyMap<string, readonly DeclarationSummary[]>;

  constructor(messages: readonly BufferedMessage[]) {
    const requests = messages.flatMap(({ summary }) =>
      isRequest(summary) && summary.lrn !== undefined ? [{ ...summary, lrn: summary.lrn }] : [],
    );
    this.#byLrn = groupBy(requests, ({ lrn }) => fold(lrn));
  }

  /** Whether a notification or report may name a request: its LRN, and no other MRN. */
  isOfRequest({ lrn, mrn }: Named): boolean {
    return lrn !== undefined && (this.#byLrn.get(fold(lrn)) ?? []).some((request) => agree(request.mrn, mrn));
  }
}
