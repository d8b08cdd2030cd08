import { commodityCodeOf, whyNoCode } from '../../declaration/commodity-code.ts';
import type { DocumentFact, Licence } from '../../facts/facts.ts';
import type { Unknown } from '../../facts/known.ts';
import { type CitedLicence, citedLicences, documentOf, named, registeredLicences } from '../../licensing/cited.ts';
import { type Condition, type Cover, cover, type LineCover, resultOf } from '../../licensing/cover.ts';
import { declaredItem, destinationOf } from '../../licensing/declared-item.ts';
import { statedQuantity, whyUndetermined } from '../../licensing/write-off.ts';
import type { ItemContext } from '../definition/context.ts';
import { type Feature, itemFeature, type Missing, missing } from '../definition/feature.ts';

/** Licences that the item cites, each list by what is wrong with them; empty is "none cited is". */
export const licenceFeatures: readonly Feature<'item'>[] = [
  licences(
    'item.licencesCited',
    'licences cited',
    'Licences and permits that the item or the header cites.',
    'trader',
    (context) => citedNames(context, () => true),
  ),
  licences(
    'item.licencesWithoutNumber',
    'licences cited without a number',
    'Document codes of licences that are cited without a number.',
    'trader',
    (context) => citedNames(context, ({ id }) => id === undefined),
  ),
  licences(
    'item.licencesNotRegistered',
    'registration of the licences cited',
    'Cited licences that the register was asked for and has no entry of.',
    'trader',
    notRegistered,
  ),
  licences(
    'item.licencesExpired',
    'expiry of the licences cited',
    'Cited licences whose validity ended before the day of acceptance (the last day is included), or that the register calls expired.',
    'trader',
    (context) => withRegister(context, (licence, { whole }) => licence.status === 'expired' || fails(whole, 'validTo')),
  ),
  licences(
    'item.licencesNotYetValid',
    'first day of validity of the licences cited',
    'Cited licences whose validity begins after the day of acceptance.',
    'trader',
    (context) => withRegister(context, (_, { whole }) => fails(whole, 'validFrom')),
  ),
  licences(
    'item.licencesNotInForce',
    'status of the licences cited',
    'Cited licences that are suspended, revoked, surrendered or used up, or in a state this version does not know.',
    'trader',
    (context) =>
      withRegister(
        context,
        ({ status }, { whole }) => status !== 'expired' && resultOf(whole, 'status') !== 'satisfied',
        ({ status }) => ` (${status})`,
      ),
  ),
  licences(
    'item.licencesOfOtherHolder',
    'holders of the licences cited',
    'Cited licences whose holder is none of exporter, importer, consignee, declarant or a holder of authorisations.',
    'inspector',
    (context) => withRegister(context, (_, { whole }) => fails(whole, 'holder')),
  ),
  licences(
    'item.licencesForOtherGoods',
    'goods that the licences cited cover',
    'Cited licences none of whose lines names the commodity code or the beginning of it; lines by control entry are left to the licence check.',
    'trader',
    forOtherGoods,
  ),
  licences(
    'item.licencesForOtherDestination',
    'destinations that the licences cited cover',
    'Cited licences none of whose lines covers the country of destination.',
    'trader',
    forOtherDestination,
  ),
  licences(
    'item.licencesOverdrawn',
    'amounts left on the licences cited',
    'Cited licences on which less is left than the declaration writes off.',
    'trader',
    overdrawn,
  ),
  licences(
    'item.documentsUnrecognised',
    'types of the documents cited',
    'Codes of cited documents that the list of document types does not have.',
    'trader',
    ({ item }) => {
      const unresolved = item.documents.find(({ kind }) => kind.state === 'unknown');
      return unresolved?.kind.state === 'unknown'
        ? missing(unresolved.kind.why)
        : item.documents.flatMap(({ kind, code }) => (kind.state === 'absent' && code !== '' ? [code] : []));
    },
  ),
  licences(
    'item.documentsWithoutType',
    'types of the documents cited by their numbers',
    'Numbers of cited documents whose type is not stated, "without number" for one that has neither.',
    'trader',
    documentsWithoutType,
  ),
  licences(
    'item.documentCodes',
    'documents cited',
    'Codes of all documents that the item or the header cites.',
    'trader',
    ({ item }) => item.documents.flatMap(({ code }) => (code === '' ? [] : [code])),
  ),
];

function licences(
  name: `item.${string}`,
  label: string,
  doc: string,
  tier: 'inspector' | 'trader',
  of: (context: ItemContext) => readonly string[] | Missing,
): Feature<'item'> {
  return itemFeature(name, 'list<string>', { label, doc, tier, rests: 'whole', of, from: sources });
}

function documentsWithoutType({ item, goods, event }: ItemContext): readonly string[] {
  return item.documents.flatMap((document) =>
    document.code === '' ? [documentOf({ event, goods }, document)?.id ?? 'without number'] : [],
  );
}

function sources({ item }: ItemContext): readonly string[] {
  return [
    ...new Set(
      item.documents.flatMap(({ kind, licence, writeOff }) =>
        [kind.from, licence?.from, writeOff?.from].filter((from) => from !== undefined),
      ),
    ),
  ];
}

function citedNames(context: ItemContext, which: (licence: CitedLicence) => boolean): readonly string[] | Missing {
  const { cited } = licencesOf(context);
  return 'state' in cited ? missing(cited.why) : cited.filter(which).map(named);
}

function notRegistered(context: ItemContext): readonly string[] | Missing {
  const { known } = licencesOf(context);
  return 'state' in known ? missing(known.why) : citedNames(context, ({ fact }) => fact.licence?.state === 'absent');
}

/** Those of the cited licences of the register of which that is so, by what they say of the item. */
function withRegister(
  context: ItemContext,
  which: (licence: Licence, says: Cover) => boolean,
  more: (licence: Licence) => string = () => '',
): readonly string[] | Missing {
  const { known } = licencesOf(context);
  if ('state' in known) return missing(known.why);
  return known.flatMap(({ cited, licence, says }) => (which(licence, says) ? [`${named(cited)}${more(licence)}`] : []));
}

/** The licences that an item cites, and what those that the register knows say of it. */
interface ItemLicences {
  readonly cited: readonly CitedLicence[] | Unknown;
  readonly known: readonly KnownLicence[] | Unknown;
}

interface KnownLicence {
  readonly cited: CitedLicence;
  readonly licence: Licence;
  readonly says: Cover;
}

/** Nearly every feature here asks for an item's licences: they are looked at once. */
const seen = new WeakMap<ItemContext, ItemLicences>();

function licencesOf(context: ItemContext): ItemLicences {
  let licences = seen.get(context);
  if (licences === undefined) {
    licences = { cited: citedLicences(context), known: knownLicences(context) };
    seen.set(context, licences);
  }
  return licences;
}

function knownLicences(context: ItemContext): ItemLicences['known'] {
  const registered = registeredLicences(context);
  if ('state' in registered || registered.length === 0) return registered as Unknown | readonly [];
  const declared = declaredItem(context.event, context.goods, context.facts.asOf.day);
  return registered.map(([cited, licence]) => ({ cited, licence, says: cover(licence, declared) }));
}

const fails = (rows: Cover['whole'], condition: Condition): boolean => resultOf(rows, condition) === 'unsatisfied';

function forOtherGoods(context: ItemContext): readonly string[] | Missing {
  if (citesOneOfRegister(context) && commodityCodeOf(context.goods) === undefined)
    return missing(whyNoCode(context.goods));
  return withRegister(context, (_, { lines }) => allFail(lines, 'goods'));
}

/** Only lines for such goods say where they may go, as long as there are any. */
function forOtherDestination(context: ItemContext): readonly string[] | Missing {
  if (citesOneOfRegister(context) && destinationOf(context.event, context.goods) === undefined)
    return missing('no country of destination is declared');
  return withRegister(context, (_, { lines }) => {
    const forGoods = lines.filter(({ rows }) => !fails(rows, 'goods'));
    return allFail(forGoods.length === 0 ? lines : forGoods, 'destination');
  });
}

const allFail = (lines: readonly LineCover[], condition: Condition): boolean =>
  lines.length > 0 && lines.every(({ rows }) => fails(rows, condition));

const citesOneOfRegister = ({ item }: ItemContext): boolean =>
  item.documents.some(({ licence }) => licence?.state === 'found');

function overdrawn(context: ItemContext): readonly string[] | Missing {
  const writtenOff = context.item.documents.filter(({ writeOff }) => writeOff !== undefined);
  for (const document of writtenOff) {
    const why = whyNotKnown(context, document);
    if (why !== undefined) return missing(why);
  }
  return writtenOff.flatMap(({ code, writeOff }) =>
    writeOff?.state === 'found' && writeOff.value.enough === 'no' ? [code] : [],
  );
}

/** Why it is not known whether enough is left for a write-off; undefined where it is, or where there is nothing to be left. */
function whyNotKnown({ event, goods, facts }: ItemContext, document: DocumentFact): string | undefined {
  const { code, writeOff, licence } = document;
  if (writeOff?.state === 'unknown') return writeOff.why;
  if (writeOff?.state !== 'found' || writeOff.value.enough !== 'undetermined') return undefined;
  const quantity = statedQuantity(event, goods, document);
  if (licence?.state !== 'found' || quantity === undefined) return undefined;
  const says = cover(licence.value, declaredItem(event, goods, facts.asOf.day, quantity));
  return whyUndetermined(named({ code, id: documentOf({ event, goods }, document)?.id }), quantity, says);
}
