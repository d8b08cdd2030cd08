import { hash } from 'node:crypto';
import type { Day } from '../declaration/day.ts';
import type { DeclarationEvent, UncheckedEvent } from '../declaration/declaration-event.ts';
import type { Instant } from '../declaration/instant.ts';
import { stated } from '../declaration/stated.ts';
import { eventOnRecord } from '../declaration/validate.ts';
import {
  type AsOf,
  type DocumentFact,
  type Facts,
  FACTS_BY_EDITION,
  type HistoryCount,
  type ItemFacts,
} from '../facts/facts.ts';
import { absent, found } from '../facts/known.ts';
import type { ModelAnswer } from '../facts/model-answer.ts';
import { withLikelyCodes } from '../look-up/likely-code.ts';
import { lookUp } from '../look-up/look-up.ts';
import type { RecordedFacts } from '../messages/assessment.ts';
import { answerHistory, type HistoryKey, historyQueryOf } from '../trader/trader-history.ts';
import type { EditionParts, OpenEdition } from './edition-on-record.ts';

export interface EventReader {
  decode(bytes: Uint8Array): UncheckedEvent;
}

type Recorded = Pick<RecordedFacts, 'event' | 'facts'>;

/** Facts without what the edition that judged holds. */
interface FactsByEdition extends Pick<Facts, 'arrivedAt' | 'authority'> {
  readonly schema: typeof FACTS_BY_EDITION;
  /** The instant stays away where the event states it, or it is the arrival. */
  readonly asOf: Pick<AsOf, 'day' | 'source'> & { readonly instant?: Instant };
  /** Stays away where there was no earlier event. */
  readonly prior?: Facts['prior'];
  readonly trader: TraderByEdition;
  readonly items: readonly ItemByEdition[];
}

type TraderByEdition =
  | Exclude<Facts['trader'], { readonly state: 'found' }>
  | {
      readonly state: 'found';
      readonly since: Day;
      /** Counters that are not zero, by dimension and value as `TraderHistory` has them. */
      readonly seen: Readonly<Partial<Record<HistoryKey['dimension'], Readonly<Record<string, HistoryCount>>>>>;
      readonly from: string;
    };

/** A model's answer: the version stays away where it is the edition's, as do empty lists and the status `ok`. */
type AnswerByEdition = Pick<ModelAnswer, 'model'> & Partial<ModelAnswer>;

interface ItemByEdition {
  /** What registers answered to documents, by their place in the item's documents; those that were asked nothing are left out. */
  readonly documents?: readonly (Pick<DocumentFact, 'licence' | 'writeOff'> & { readonly at: number })[];
  readonly models: readonly AnswerByEdition[];
}

/**
 * Writes facts down, as JSON. The event is not written a second time, and facts of schema 2 leave out what is looked up in the edition.
 * @param event the event's own bytes, from which `facts.event` was read
 * @param edition the one that judged; needed for facts of schema 2
 */
export function recordFacts(facts: Facts, event: Uint8Array, edition: EditionParts | undefined): RecordedFacts {
  const isByEdition = facts.schema === FACTS_BY_EDITION && edition !== undefined;
  const written = isByEdition ? byEdition(facts, edition) : { ...facts, event: undefined };
  const recorded = { event, facts: Buffer.from(JSON.stringify(written)) };
  return { ...recorded, factsHash: factsHashOf(recorded) };
}

function byEdition(
  { asOf, arrivedAt, authority, prior, trader, items }: Facts,
  { models }: EditionParts,
): FactsByEdition {
  return {
    schema: FACTS_BY_EDITION,
    asOf: asOfByEdition(asOf),
    ...{ arrivedAt, authority },
    ...(isFirst(prior) ? {} : { prior }),
    trader: traderByEdition(trader),
    items: items.map((item) => itemByEdition(item, models)),
  };
}

function asOfByEdition({ instant, day, source }: AsOf): FactsByEdition['asOf'] {
  return source === 'given' ? { instant, day, source } : { day, source };
}

function asOfIn({ asOf: { instant, ...asOf }, arrivedAt }: FactsByEdition, event: DeclarationEvent): AsOf {
  const moments = { acceptance: event.acceptanceDateTime, event: event.occurredAt, arrival: arrivedAt, given: instant };
  return { instant: moments[asOf.source] ?? arrivedAt, ...asOf };
}

function answerByEdition(answer: ModelAnswer, version: string | undefined): AnswerByEdition {
  const { evidence, likelyCommodityCodes } = answer;
  return {
    ...answer,
    version: answer.version === version ? undefined : answer.version,
    status: answer.status === 'ok' ? undefined : answer.status,
    evidence: evidence.length === 0 ? undefined : evidence,
    likelyCommodityCodes: likelyCommodityCodes.length === 0 ? undefined : likelyCommodityCodes,
  } as AnswerByEdition;
}

function answerIn(recorded: AnswerByEdition, version: string): ModelAnswer {
  return { version, status: 'ok', evidence: [], likelyCommodityCodes: [], ...recorded } as ModelAnswer;
}

const NO_EARLIER_EVENT: Facts['prior'] = found(
  { events: 0, highestVersion: 0, cancelled: false, lane: absent('events') },
  'events',
);

const isFirst = (prior: Facts['prior']): boolean => prior.state === 'found' && prior.value.events === 0;

function traderByEdition(trader: Facts['trader']): TraderByEdition {
  if (trader.state !== 'found') return trader;
  const { since, total, chapters, destinations, consignees, consigneesAnywhere } = trader.value;
  const seen = stated({
    all: seenOf({ '': total }),
    chapter: seenOf(chapters),
    destination: seenOf(destinations),
    consignee: seenOf(consignees),
    received: seenOf(consigneesAnywhere),
  });
  return { state: 'found', since, seen, from: trader.from };
}

function seenOf(counts: Readonly<Record<string, HistoryCount>>): Readonly<Record<string, HistoryCount>> | undefined {
  const seen = Object.entries(counts).filter(([, count]) => Object.values(count).some((value) => value !== 0));
  return seen.length === 0 ? undefined : Object.fromEntries(seen);
}

function traderOf(recorded: TraderByEdition, event: DeclarationEvent): Facts['trader'] {
  if (recorded.state !== 'found') return recorded;
  const { since, seen, from } = recorded;
  const history = answerHistory(
    historyQueryOf(event),
    since,
    ({ dimension, party, value }) => seen[dimension]?.[dimension === 'received' ? party : value],
  );
  return history === undefined ? absent(from) : found(history, from);
}

function itemByEdition({ documents, models }: ItemFacts, versions: EditionParts['models']): ItemByEdition {
  const answered = documents.flatMap((document, at) => {
    const answer = stated({ licence: document.licence, writeOff: document.writeOff });
    return Object.keys(answer).length === 0 ? [] : [{ at, ...answer }];
  });
  return {
    ...(answered.length > 0 && { documents: answered }),
    models: models.map((answer) => answerByEdition(answer, versions[answer.model])),
  };
}

/**
 * Reads recorded facts again. Throws what `events.decode` throws.
 * @param edition the one that judged; needed where the facts are of schema 2
 */
export function readFacts(recorded: Recorded, events: EventReader, edition?: OpenEdition): Facts {
  return writtenFacts(recorded).whole(events, edition);
}

/** Recorded facts as they are written down. */
export interface WrittenFacts extends Pick<Facts, 'authority'> {
  readonly isByEdition: boolean;
  readonly day: Day;
  /** All facts, as `readFacts` reads them. */
  readonly whole: (events: EventReader, edition?: OpenEdition) => Facts;
}

/** What recorded facts say of themselves, for whoever has to find their edition before they are read whole. */
export function writtenFacts(recorded: Recorded): WrittenFacts {
  const written = parsed(recorded);
  return {
    ...{ authority: written.authority, isByEdition: isOfEdition(written), day: written.asOf.day },
    whole: (events, edition) => {
      const event = eventOnRecord(events.decode(recorded.event));
      if (!isOfEdition(written)) return { ...written, event };
      if (edition === undefined) throw new RangeError('facts of schema 2 are read with the edition that judged');
      return lookedUpAgain(written, event, edition);
    },
  };
}

/** The event and the day that it was judged by: what needs no edition. */
export function readJudgedEvent(
  recorded: Recorded,
  events: EventReader,
): { readonly event: DeclarationEvent; readonly day: Day } {
  return { event: eventOnRecord(events.decode(recorded.event)), day: writtenFacts(recorded).day };
}

const parsed = ({ facts }: Recorded): Omit<Facts, 'event'> | FactsByEdition =>
  JSON.parse(Buffer.from(facts.buffer, facts.byteOffset, facts.byteLength).toString('utf8')) as
    Omit<Facts, 'event'> | FactsByEdition;

const isOfEdition = (written: Omit<Facts, 'event'> | FactsByEdition): written is FactsByEdition =>
  written.schema === FACTS_BY_EDITION;

function lookedUpAgain(written: FactsByEdition, event: DeclarationEvent, edition: OpenEdition): Facts {
  const { countries, parties, items } = lookUp(event, written.asOf.day, edition.lookUps);
  const facts: Facts = {
    ...written,
    event,
    asOf: asOfIn(written, event),
    prior: written.prior ?? NO_EARLIER_EVENT,
    trader: traderOf(written.trader, event),
    countries,
    parties,
    items: items.map((item, index) => withAnswers(item, written.items[index]!, edition.models)),
  };
  return withLikelyCodes(facts, edition.lookUps);
}

function withAnswers(
  item: ItemFacts,
  { documents = [], models }: ItemByEdition,
  versions: EditionParts['models'],
): ItemFacts {
  const answers = new Map(documents.map(({ at, ...answer }) => [at, answer]));
  return {
    ...item,
    documents: item.documents.map((document, at) => ({ ...document, ...answers.get(at) })),
    models: models.map((answer) => answerIn(answer, versions[answer.model]!)),
  };
}

/** What the recorded hash must be, for the record to be what was judged. */
export const factsHashOf = ({ event, facts }: Recorded): string => hash('sha256', Buffer.concat([event, facts]), 'hex');
