import type { Mrn } from '../risk/declaration/mrn.ts';
import type { BufferedMessage, DeclarationSummary, Named, NotificationSummary } from './buffered-message.ts';
import { groupBy } from './group-by.ts';
import { agree, fold } from './identifier.ts';
import type { LodgedDeclarations } from './lodged-declarations.ts';
import type { NotificationMeaning, RequestStanding } from './message.ts';
import { isRequest } from './own-references.ts';

/** What the authority says of a trader's request to amend or cancel. */
export interface RequestAnswer {
  readonly standing: RequestStanding;
  /** "DMSREJ". */
  readonly by: string;
}

interface Request {
  readonly message: BufferedMessage;
  readonly summary: DeclarationSummary;
  /** Who made it, or who lodged what it is about, where that is known. */
  readonly declarant: string | undefined;
}

const FIRMNESS: Readonly<Record<RequestStanding, number>> = { open: 0, refused: 1, granted: 2 };

/** The answers to the requests of a batch, as its notifications tell; a request that none is about has none. Of several the firmest counts. */
export function requestAnswers(
  messages: readonly BufferedMessage[],
  lodged: LodgedDeclarations,
): ReadonlyMap<BufferedMessage, RequestAnswer> {
  const requests = new Requests(messages, lodged);
  const answers = new Map<BufferedMessage, RequestAnswer>();
  for (const { summary } of messages) {
    const standing = summary.kind === 'notification' ? standingOf(summary) : undefined;
    if (summary.kind !== 'notification' || standing === undefined) continue;
    for (const request of summary.declarations.flatMap((named) => requests.meantBy(summary.meaning, named) ?? [])) {
      const before = answers.get(request);
      if (before === undefined || FIRMNESS[before.standing] < FIRMNESS[standing])
        answers.set(request, { standing, by: summary.name });
    }
  }
  return answers;
}

function standingOf({ meaning, position }: NotificationSummary): RequestStanding | undefined {
  switch (meaning) {
    case 'rejection':
      return 'refused';
    case 'amendmentAccepted':
    case 'invalidation':
      return 'granted';
    case 'requestPosition':
      return position ?? 'open';
    case 'exit':
    case 'none':
      return undefined;
  }
}

class Requests {
  readonly #byLrn: ReadonlyMap<string, readonly Request[]>;
  readonly #byMrn: ReadonlyMap<Mrn | undefined, readonly Request[]>;
  /** References of lodgements, each with the MRNs that they have. */
  readonly #lodged: ReadonlyMap<string, readonly (Mrn | undefined)[]>;

  constructor(messages: readonly BufferedMessage[], lodged: LodgedDeclarations) {
    const requests = messages.flatMap((message) =>
      isRequest(message.summary) ? [requestOf(message, message.summary, lodged)] : [],
    );
    const references = messages.flatMap((message) =>
      message.summary.kind === 'lodgement' && message.summary.lrn !== undefined
        ? [{ lrn: fold(message.summary.lrn), mrn: lodged.of(message)?.mrn }]
        : [],
    );
    this.#byLrn = groupBy(requests, ({ summary }) => fold(summary.lrn ?? ''));
    this.#byMrn = groupBy(requests, ({ summary }) => summary.mrn);
    this.#lodged = new Map(
      [...groupBy(references, ({ lrn }) => lrn)].map(([lrn, group]) => [lrn, group.map(({ mrn }) => mrn)]),
    );
  }

  /**
   * The one request that an answer can be about, by the request's own reference; else, where only one request is about the
   * declaration that it names (by MRN, and by the lodgement's reference or none), that one. Nothing that both state may differ.
   * A rejection may as well be that of the lodgement: it counts by reference only, and not where a lodgement has the same.
   */
  meantBy(meaning: NotificationMeaning, named: Named): BufferedMessage | undefined {
    const { mrn, lrn } = named;
    const can = (one: Request): boolean =>
      isOfKind(meaning, one.summary) && agree(one.summary.mrn, mrn) && agree(one.declarant, named.declarant);
    const byLrn = lrn === undefined ? [] : (this.#byLrn.get(fold(lrn)) ?? []).filter(can);
    if (meaning === 'rejection') return lrn === undefined || this.#lodged.has(fold(lrn)) ? undefined : only(byLrn);
    if (byLrn.length > 0 || mrn === undefined) return only(byLrn);
    return this.#isOfDeclaration(mrn, lrn) ? only((this.#byMrn.get(mrn) ?? []).filter(can)) : undefined;
  }

  /** Whether the reference may be that of the lodgement, rather than of a request that the batch does not have. */
  #isOfDeclaration(mrn: Mrn, lrn: string | undefined): boolean {
    if (lrn === undefined) return true;
    const known = [...this.#lodged].filter(([, mrns]) => mrns.includes(mrn)).map(([own]) => own);
    return known.length === 0 || known.includes(fold(lrn));
  }
}

function requestOf(message: BufferedMessage, summary: DeclarationSummary, lodged: LodgedDeclarations): Request {
  const match = lodged.forRequest(summary);
  return {
    message,
    summary,
    declarant: summary.declarant ?? (match.kind === 'one' ? match.declaration.declarant : undefined),
  };
}

function isOfKind(meaning: NotificationMeaning, { kind }: DeclarationSummary): boolean {
  if (meaning === 'invalidation') return kind === 'cancellation';
  return meaning !== 'amendmentAccepted' || kind !== 'cancellation';
}

function only(requests: readonly Request[]): BufferedMessage | undefined {
  return requests.length === 1 ? requests[0]?.message : undefined;
}
