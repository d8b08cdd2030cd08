import type { Mrn } from '../risk/declaration/mrn.ts';
import type { BufferedMessage, Named } from './buffered-message.ts';
import { groupBy } from './group-by.ts';
import { agree } from './identifier.ts';
import { areOne, type Lodgement, LodgementsByLrn } from './lodgements-by-lrn.ts';
import type { NotificationMeaning } from './message.ts';
import { OwnReferences } from './own-references.ts';

/** Which MRN each lodgement of a batch has. */
export interface MrnLinks {
  readonly mrnOf: (lodgement: BufferedMessage) => Mrn | undefined;
  /** Why a notification or report gave its MRN to no lodgement, where it names the LRN of one. */
  readonly refusalOf: (message: BufferedMessage) => string | undefined;
}

/** A notification or report that names an MRN, and the LRN of a lodgement (or of copies of one). */
interface Link {
  readonly from: BufferedMessage;
  readonly mrn: Mrn;
  readonly lodgements: readonly Lodgement[];
  /** Other lodgements of the batch have the same LRN. */
  readonly isShared: boolean;
  /** An amendment or cancellation of that MRN has the same LRN, so that it may be meant. */
  readonly isDoubtful: boolean;
  /** Why it is no proof. */
  readonly refusal?: string;
}

/** These answer a request, perhaps by the request's own LRN. */
const ANSWERS: ReadonlySet<NotificationMeaning> = new Set([
  'rejection',
  'amendmentAccepted',
  'requestPosition',
  'invalidation',
]);

const SEVERAL = 'its LRN is that of several lodgements, so it gives none of them an MRN';
const OTHER_DECLARANT = 'it names another declarant than the lodgement of its LRN';
const OF_A_REQUEST = 'its LRN is that of an amendment or cancellation too, so it gives no lodgement an MRN';
const CONTRADICTED = 'other messages contradict it, so it gives no lodgement an MRN';

/**
 * A lodgement has the MRN that it states itself; else the one that a notification or report gives to its LRN, which exactly
 * one lodgement of the folder has, else of the batch. Nothing that both state may differ. An LRN is the trader's own: others
 * may use the same, and amendments and cancellations have LRNs too. So an answer to one of those is no proof where it names
 * the LRN of both; and where two lodgements are given one MRN, or one lodgement two, none is given any.
 */
export function mrnLinksOf(messages: readonly BufferedMessage[], lodgements: readonly Lodgement[]): MrnLinks {
  const [links, refused] = split(
    linksIn(messages, new LodgementsByLrn(lodgements)),
    ({ refusal }) => refusal === undefined,
  );
  const stated = lodgements.flatMap((lodgement) =>
    lodgement.summary.mrn === undefined ? [] : [{ mrn: lodgement.summary.mrn, lodgement }],
  );
  const sure = new Set([...links.filter((link) => !link.isDoubtful), ...stated].map(({ mrn }) => mrn));
  const [doubtless, doubtful] = split(links, (link) => !link.isDoubtful || !sure.has(link.mrn));
  const declarants = declarantsByMrn(messages);
  const isAgreed = agreesWith([...doubtless.flatMap(holdersOf), ...stated]);
  const [agreed, contradicted] = split(
    doubtless,
    (link) => isAgreed(link) && (!link.isShared || isOfDeclarant(link, declarants.get(link.mrn))),
  );
  const given = new Map(
    [...agreed.flatMap(holdersOf), ...stated].map(({ lodgement, mrn }) => [lodgement.message, mrn]),
  );
  const refusals = [
    ...refused,
    ...doubtful.map((link) => ({ ...link, refusal: OF_A_REQUEST })),
    ...contradicted.map((link) => ({ ...link, refusal: CONTRADICTED })),
  ];
  const reported = refusals.filter(
    ({ mrn, lodgements: own }) => !own.some(({ message }) => given.get(message) === mrn),
  );
  const reasons = new Map(reported.map(({ from, refusal }) => [from, refusal]));
  return { mrnOf: (message) => given.get(message), refusalOf: (message) => reasons.get(message) };
}

function linksIn(messages: readonly BufferedMessage[], byLrn: LodgementsByLrn): readonly Link[] {
  const ownReferences = new OwnReferences(messages);
  return messages.flatMap((message) => {
    const { summary } = message;
    if (summary.kind !== 'notification' && summary.kind !== 'other') return [];
    return summary.declarations.flatMap((named) => linkOf(message, named, byLrn, ownReferences));
  });
}

function linkOf(
  from: BufferedMessage,
  named: Named,
  byLrn: LodgementsByLrn,
  ownReferences: OwnReferences,
): readonly Link[] {
  const { mrn, lrn } = named;
  if (mrn === undefined || lrn === undefined) return [];
  const lodgements = byLrn.meantBy(from.folder, named);
  const isDoubtful = ownReferences.isOfRequest(named);
  const possible = byLrn.of(lrn).filter(({ summary }) => agree(summary.mrn, mrn));
  const link: Link = { from, mrn, lodgements, isDoubtful, isShared: !areOne(possible) };
  if (lodgements.length === 0) return possible.length === 0 ? [] : [{ ...link, refusal: OTHER_DECLARANT }];
  if (!areOne(lodgements)) return [{ ...link, refusal: SEVERAL }];
  return isDoubtful && isAnswer(from) ? [{ ...link, refusal: OF_A_REQUEST }] : [link];
}

function isAnswer({ summary }: BufferedMessage): boolean {
  return summary.kind === 'notification' && ANSWERS.has(summary.meaning);
}

/** Declarants that any message names together with an MRN. */
function declarantsByMrn(messages: readonly BufferedMessage[]): ReadonlyMap<Mrn, readonly string[]> {
  const named = messages.flatMap(({ summary }): readonly Named[] =>
    'declarations' in summary ? summary.declarations : [summary],
  );
  const stated = named.flatMap(({ mrn, declarant }) =>
    mrn === undefined || declarant === undefined ? [] : [{ mrn, declarant }],
  );
  return new Map(
    [...groupBy(stated, ({ mrn }) => mrn)].map(([mrn, all]) => [mrn, all.map(({ declarant }) => declarant)]),
  );
}

/** Where several lodgements have the LRN, the folder is no proof against a message that names the declarant of the MRN. */
function isOfDeclarant({ lodgements }: Link, declarants: readonly string[] = []): boolean {
  return lodgements.every(({ summary }) => declarants.every((declarant) => agree(summary.declarant, declarant)));
}

interface Holder {
  readonly mrn: Mrn;
  readonly lodgement: Lodgement;
}

function holdersOf({ mrn, lodgements }: Link): readonly Holder[] {
  return lodgements.map((lodgement) => ({ mrn, lodgement }));
}

/** Whether nobody gives the lodgement another MRN, or the MRN to another lodgement. */
function agreesWith(holders: readonly Holder[]): (link: Link) => boolean {
  const byMrn = groupBy(holders, ({ mrn }) => mrn);
  const byLodgement = groupBy(holders, ({ lodgement }) => lodgement.message);
  return ({ mrn, lodgements }) =>
    lodgements.every((own) => {
      const others = (byMrn.get(mrn) ?? []).map(({ lodgement }) => lodgement.summary);
      const sameDeclaration = others.every(
        ({ declarant, lrn }) => agree(declarant, own.summary.declarant) && agree(lrn, own.summary.lrn),
      );
      return sameDeclaration && (byLodgement.get(own.message) ?? []).every((one) => one.mrn === mrn);
    });
}

function split<T>(all: readonly T[], isIn: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  const groups = groupBy(all, isIn);
  return [groups.get(true) ?? [], groups.get(false) ?? []];
}
