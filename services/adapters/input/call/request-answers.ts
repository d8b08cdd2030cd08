import { groupBy } from '../../wco/amendment/group-by.ts';
import { AMENDED, INVALIDATION, REJECTION, REQUEST_ANSWER } from '../../wco/message/notification-names.ts';
import type { HeldMessage, MessageSummary, NamedInBrief } from './held-message.ts';

/** What the authority says of a trader's request to amend or cancel. */
export interface RequestAnswer {
  readonly standing: 'granted' | 'refused' | 'open';
  /** "DMSREJ". */
  readonly by: string;
}

type Declared = Extract<MessageSummary, { readonly declarant?: string }>;
interface Request {
  readonly message: HeldMessage;
  readonly what: Declared;
}

/** Status/NameCode of a DMSREQ: the customs position on the request. Any other leaves it open. */
const POSITIONS: ReadonlyMap<string, RequestAnswer['standing']> = new Map([['39', 'granted'], ['41', 'refused']]);
const FIRMNESS: Readonly<Record<RequestAnswer['standing'], number>> = { open: 0, refused: 1, granted: 2 };

/** The answers to the requests of a call, as its notifications tell; a request that none is about has none. Of several the firmest counts. */
export function requestAnswers(messages: readonly HeldMessage[]): ReadonlyMap<HeldMessage, RequestAnswer> {
  const requests = new Requests(messages);
  const answers = new Map<HeldMessage, RequestAnswer>();
  for (const { what } of messages) {
    const answer = what.kind === 'notification' ? answerOf(what.name, what.statuses) : undefined;
    if (what.kind !== 'notification' || answer === undefined) continue;
    for (const request of what.declarations.flatMap((named) => requests.thatIsMeant(answer, named) ?? [])) {
      const before = answers.get(request);
      if (before === undefined || FIRMNESS[before.standing] < FIRMNESS[answer.standing]) answers.set(request, answer);
    }
  }
  return answers;
}

function answerOf(name: string, statuses: readonly string[]): RequestAnswer | undefined {
  if (name === REJECTION) return { standing: 'refused', by: name };
  if (name === AMENDED || name === INVALIDATION) return { standing: 'granted', by: name };
  if (name !== REQUEST_ANSWER) return undefined;
  const positions = statuses.flatMap((status) => POSITIONS.get(status) ?? []);
  return { standing: positions.includes('granted') ? 'granted' : (positions[0] ?? 'open'), by: name };
}

class Requests {
  readonly #byLrn: ReadonlyMap<string | undefined, readonly Request[]>;
  readonly #byMrn: ReadonlyMap<string | undefined, readonly Request[]>;
  /** References of lodgements. */
  readonly #lodged: ReadonlySet<string | undefined>;

  constructor(messages: readonly HeldMessage[]) {
    const requests = messages.flatMap((message) => (isRequest(message.what) ? [{ message, what: message.what }] : []));
    this.#byLrn = groupBy(requests, ({ what }) => what.lrn);
    this.#byMrn = groupBy(requests, ({ what }) => what.mrn);
    this.#lodged = new Set(messages.flatMap(({ what }) => (what.kind === 'lodgement' ? [what.lrn] : [])));
  }

  /**
   * The one request that an answer can be about, by the request's own reference; else, where only one request is about the declaration that it names, that one.
   * A rejection may as well be that of the lodgement: it counts by reference only, and not where a lodgement has the same.
   */
  thatIsMeant(answer: RequestAnswer, { mrn, lrn }: NamedInBrief): HeldMessage | undefined {
    const isOfItsKind = ({ what }: Request): boolean => (answer.by === INVALIDATION ? what.kind === 'cancellation' : answer.by !== AMENDED || what.kind !== 'cancellation');
    const byLrn = lrn === undefined ? [] : (this.#byLrn.get(lrn) ?? []).filter((one) => isOfItsKind(one) && (mrn === undefined || one.what.mrn === undefined || one.what.mrn === mrn));
    if (answer.by === REJECTION) return this.#lodged.has(lrn) ? undefined : only(byLrn);
    return only(byLrn.length > 0 || mrn === undefined ? byLrn : (this.#byMrn.get(mrn) ?? []).filter(isOfItsKind));
  }
}

function isRequest(what: MessageSummary): what is Declared {
  return what.kind === 'amendment' || what.kind === 'replacement' || what.kind === 'cancellation';
}

function only(requests: readonly Request[]): HeldMessage | undefined {
  return requests.length === 1 ? requests[0]?.message : undefined;
}
