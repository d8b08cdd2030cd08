import { commodityCodeOf, whyNoCode } from '../../declaration/commodity-code.ts';
import type { Licence } from '../../facts/facts.ts';
import { partyKey } from '../../trader/party-key.ts';
import type { ItemContext } from '../definition/context.ts';
import { type Feature, itemFeature, type Missing, missing } from '../definition/feature.ts';
import { type CitedLicence, citedLicences, named, registeredLicences } from './cited-licence.ts';

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
    (context) =>
      withRegister(
        context,
        (licence) =>
          licence.status === 'expired' || (licence.validTo !== undefined && licence.validTo < context.facts.asOf.day),
      ),
  ),
  licences(
    'item.licencesNotYetValid',
    'first day of validity of the licences cited',
    'Cited licences whose validity begins after the day of acceptance.',
    'trader',
    (context) =>
      withRegister(context, (licence) => licence.validFrom !== undefined && licence.validFrom > context.facts.asOf.day),
  ),
  licences(
    'item.licencesNotInForce',
    'status of the licences cited',
    'Cited licences that are suspended, revoked, surrendered or used up, or in a state this version does not know.',
    'trader',
    (context) =>
      withRegister(
        context,
        ({ status }) => status !== 'issued' && status !== 'expired',
        ({ status }) => ` (${status})`,
      ),
  ),
  licences(
    'item.licencesOfOtherHolder',
    'holders of the licences cited',
    'Cited licences whose holder is none of exporter, importer, consignee, declarant or a holder of authorisations.',
    'inspector',
    ofOtherHolder,
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
      const untold = item.documents.find(({ kind }) => kind.state === 'unknown');
      return untold?.kind.state === 'unknown'
        ? missing(untold.kind.why)
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
  return item.documents.flatMap(({ code, level, index }) => {
    if (code !== '') return [];
    const { additionalDocuments } = level === 'item' ? goods : event;
    return [additionalDocuments[index]?.id ?? 'without number'];
  });
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
  const cited = citedLicences(context);
  return 'missing' in cited ? cited : cited.filter(which).map(named);
}

function notRegistered(context: ItemContext): readonly string[] | Missing {
  const known = registeredLicences(context);
  return 'missing' in known ? known : citedNames(context, ({ fact }) => fact.licence?.state === 'absent');
}

function withRegister(
  context: ItemContext,
  which: (licence: Licence) => boolean,
  more: (licence: Licence) => string = () => '',
): readonly string[] | Missing {
  const known = registeredLicences(context);
  return 'missing' in known
    ? known
    : known.flatMap(([cited, licence]) => (which(licence) ? [`${named(cited)}${more(licence)}`] : []));
}

/** Identifiers are compared without their country, because a trader has one for each customs territory (GB…, XI…). */
function ofOtherHolder(context: ItemContext): readonly string[] | Missing {
  const known = registeredLicences(context);
  if ('missing' in known || known.length === 0) return withRegister(context, () => false);
  const { event, goods } = context;
  const shipment = event.goodsShipment;
  const parties = [
    event.exporter,
    event.declarant,
    shipment?.exporter,
    shipment?.importer,
    shipment?.consignee,
    goods.exporter,
    goods.consignee,
    goods.importer,
  ];
  const ids = new Set(
    [...parties, ...event.authorisationHolders].flatMap((party) =>
      party?.id === undefined ? [] : [bareIdentifier(party.id)],
    ),
  );
  const names = new Set(parties.flatMap((party) => (party?.name === undefined ? [] : [nameKey(party.name)])));
  return withRegister(context, ({ holderId, holderName }) => {
    if (holderId !== undefined)
      return !ids.has(bareIdentifier(holderId)) && !(holderName !== undefined && names.has(nameKey(holderName)));
    return holderName !== undefined && !names.has(nameKey(holderName));
  });
}

const bareIdentifier = (id: string): string =>
  id
    .trim()
    .toUpperCase()
    .replace(/^[A-Z]{2}/, '');
const nameKey = (name: string): string | undefined => partyKey({ name, communications: [] });

function forOtherGoods(context: ItemContext): readonly string[] | Missing {
  const code = commodityCodeOf(context.goods);
  if (code === undefined && context.item.documents.some(({ licence }) => licence?.state === 'found'))
    return missing(whyNoCode(context.goods));
  return withRegister(context, ({ lines }) => {
    const byCode = lines.flatMap(({ commodityCode }) => (commodityCode === undefined ? [] : [commodityCode]));
    return (
      code !== undefined &&
      byCode.length > 0 &&
      byCode.length === lines.length &&
      !byCode.some((named) => code.startsWith(named) || named.startsWith(code))
    );
  });
}

function forOtherDestination(context: ItemContext): readonly string[] | Missing {
  const destination = context.goods.destinationCountryCode ?? context.event.goodsShipment?.destinationCountryCode;
  if (destination === undefined && context.item.documents.some(({ licence }) => licence?.state === 'found'))
    return missing('no country of destination is declared');
  return withRegister(
    context,
    ({ lines }) =>
      destination !== undefined &&
      lines.length > 0 &&
      !lines.some(({ destinations }) => destinations.length === 0 || destinations.includes(destination)),
  );
}

function overdrawn({ item }: ItemContext): readonly string[] | Missing {
  const drawn = item.documents.flatMap(({ code, writeOff }) => (writeOff === undefined ? [] : [{ code, writeOff }]));
  const untold = drawn.find(({ writeOff }) => writeOff.state === 'unknown');
  if (untold?.writeOff.state === 'unknown') return missing(untold.writeOff.why);
  return drawn.flatMap(({ code, writeOff }) =>
    writeOff.state === 'found' && writeOff.value.enough === 'no' ? [code] : [],
  );
}
