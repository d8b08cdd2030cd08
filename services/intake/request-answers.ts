import type { BufferedMessage, DeclarationSummary, MessageSummary, NotificationSummary } from './buffered-message.ts';
import { groupBy } from './group-by.ts';
import type { NamedDeclaration, NotificationMeaning, RequestStanding } from './message.ts';

/** What the authority says of a trader's request to amend or cancel. */
export interface RequestAnswer {
  readonly standing: RequestStanding;
  /** "DMSREJ". */
  readonly by: string;
}

interface Request {
  readonly message: BufferedMessage;
  readonly what: DeclarationSummary;
}

const FIRMNESS: Readonly<Record<RequestStanding, number>> = { open: 0, refused: 1, granted: 2 };

/** The answers to the requests of a batch, as its notifications tell; a request that none is about has none. Of several the firmest counts. */
export function requestAnswers(messages: readonly BufferedMessage[]): ReadonlyMap<BufferedMessage, RequestAnswer> {
  const requests = new Requests(messages);
  const answers = new Map<BufferedMessage, RequestAnswer>();
  for (const { summary: what } of messages) {
    const standing = what.kind === 'notification' ? standingOf(what) : undefined;
    if (what.kind !== 'notification' || standing === undefined) continue;
    for (const request of what.declarations.flatMap((named) => requests.thatIsMeant(what.meaning, named) ?? [])) {
      const before = answers.get(request);
      if (before === undefined || FIRMNESS[before.standing] < FIRMNESS[standing]) answers.set(request, { standing, by: what.name });
    }
  }
  return answers;
}

function standingOf({ meaning, position }: NotificationSummary): RequestStanding | undefined {
  switch (meaning) {
    case 'rejection': return 'refused';
    case 'amendmentAccepted':
    case 'invalidation': return 'granted';
    case 'requestPosition': return position ?? 'open';
    case 'exit':
    case 'none': return undefined;
  }
}

class Requests {
  readonly #byLrn: ReadonlyMap<string | undefined, readonly Request[]>;
  readonly #byMrn: ReadonlyMap<string | undefined, readonly Request[]>;
  /** References of lodgements. */
  readonly #lodged: ReadonlySet<string | undefined>;

  constructor(messages: readonly BufferedMessage[]) {
    const requests = messages.flatMap((message) => (isRequest(message.summary) ? [{ message, what: message.summary }] : []));
    this.#byLrn = groupBy(requests, ({ what }) => what.lrn);
    this.#byMrn = groupBy(requests, ({ what }) => what.mrn);
    this.#lodged = new Set(messages.flatMap(({ summary }) => (summary.kind === 'lodgement' ? [summary.lrn] : [])));
  }

  /**
   * The one request that an answer can be about, by the request's own reference; else, where only one request is about the declaration that it names, that one.
   * A rejection may as well be that of the lodgement: it counts by reference only, and not where a lodgement has the same.
   */
  thatIsMeant(meaning: NotificationMeaning, { mrn, lrn }: NamedDeclaration): BufferedMessage | undefined {
    const isOfItsKind = ({ what }: Request): boolean => {
      if (meaning === 'invalidation') return what.kind === 'cancellation';
      return meaning !== 'amendmentAccepted' || what.kind !== 'cancellation';
    };
    const isOfMrn = ({ what }: Request): boolean => mrn === undefined || what.mrn === undefined || what.mrn === mrn;
    const byLrn = lrn === undefined ? [] : (this.#byLrn.get(lrn) ?? []).filter((one) => isOfItsKind(one) && isOfMrn(one));
    if (meaning === 'rejection') return this.#lodged.has(lrn) ? undefined : only(byLrn);
    return only(byLrn.length > 0 || mrn === undefined ? byLrn : (this.#byMrn.get(mrn) ?? []).filter(isOfItsKind));
  }
}

function isRequest(what: MessageSummary): what is DeclarationSummary {
  return what.kind === 'amendment' || what.kind === 'replacement' || what.kind === 'cancellation';
}

function only(requests: readonly Request[]): BufferedMessage | undefined {
  return requests.length === 1 ? requests[0]?.message : undefined;
}
