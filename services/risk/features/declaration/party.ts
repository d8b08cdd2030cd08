import type { DeclarationEvent, Party, ShipmentParts } from '../../declaration/declaration-event.ts';
import { normalisedText } from '../../declaration/normalised-text.ts';
import type { Hub } from '../../facts/facts.ts';
import type { DeclarationContext } from '../definition/context.ts';
import { declarationFeature, type Missing, missing } from '../definition/feature.ts';
import { hubOf, hubsAmong, sourcesOfCountries } from './countries.ts';

/** Northern Ireland trades under a code of its own within the United Kingdom. */
const SAME_COUNTRY: ReadonlyMap<string, string> = new Map([['XI', 'GB']]);

/** Who receives the goods. */
export const partyFeatures = [
  declarationFeature('declaration.consigneesOutsideDestination', 'list<string>', {
    label: 'consignees in another country than the destination',
    doc: 'Each consignee whose country is neither the destination of its goods nor in one customs union with it: "Tokyo Export in IT, goods for JP".',
    tier: 'inspector',
    rests: 'whole',
    of: consigneesElsewhere,
    from: sourcesOfCountries,
  }),
  declarationFeature('declaration.consigneesInHubs', 'list<string>', {
    label: 'consignees in transshipment hubs',
    doc: 'Those of the consignees elsewhere whose country is a well-known transshipment hub or diversion point.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) =>
      consigneesElsewhere(context).filter(
        (_, index) => hubOf(context.facts, differing(context)[index]?.country ?? '') !== undefined,
      ),
    from: sourcesOfCountries,
  }),
  declarationFeature('declaration.endUsers', 'list<string>', {
    label: 'end users',
    doc: 'Names of the end users that the shipment or an item states.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) => partiesOf(event, 'endUser').flatMap(({ name }) => (name === undefined ? [] : [name])),
  }),
  declarationFeature('declaration.endUserNames', 'list<string>', {
    label: 'names of the end users',
    doc: 'Names of the end users in lower case without accents and punctuation, with a space before and after.',
    tier: 'inspector',
    rests: 'whole',
    of: ({ event }) => partiesOf(event, 'endUser').flatMap(evened),
  }),
  declarationFeature('declaration.consignees', 'list<string>', {
    label: 'consignees',
    doc: 'Names of the consignees that the shipment or an item states.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) => partiesOf(event, 'consignee').flatMap(({ name }) => (name === undefined ? [] : [name])),
  }),
  declarationFeature('declaration.consigneeNames', 'list<string>', {
    label: 'names of the consignees',
    doc: 'Names of the consignees in lower case without accents and punctuation, with a space before and after.',
    tier: 'inspector',
    rests: 'whole',
    of: ({ event }) => partiesOf(event, 'consignee').flatMap(evened),
  }),
  declarationFeature('declaration.recipientCountries', 'list<string>', {
    label: 'countries that receive',
    doc: 'Countries of destination, of consignees and of end users.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) => recipientCountries(event),
  }),
  declarationFeature('declaration.recipientsInDiversionPoints', 'list<string>', {
    label: 'countries of the recipients',
    doc: 'Countries that receive and that an authority names as places where controlled goods change their destination.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => recipientsIn(context, ({ kind }) => kind === 'diversion'),
    from: sourcesOfCountries,
  }),
  declarationFeature('declaration.recipientCustomsUnions', 'list<string>', {
    label: 'customs unions of the recipients',
    doc: 'Customs unions of the countries that receive: within one goods pass on without a customs border.',
    tier: 'inspector',
    rests: 'whole',
    of: ({ event, facts }) => [...new Set(recipientCountries(event).flatMap((code) => unionOf(facts, code) ?? []))],
    from: sourcesOfCountries,
  }),
  declarationFeature('declaration.recipientsOfHighConcern', 'list<string>', {
    label: 'countries of high concern among the recipients',
    doc: 'Those of them from where goods of all kinds go on to an embargoed place, as the list of countries says.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => recipientsIn(context, ({ kind, concern }) => kind === 'diversion' && concern === 'high'),
    from: sourcesOfCountries,
  }),
];

/** Countries of destination, of consignees and of end users that are such a hub; missing where one is not known. */
function recipientsIn({ event, facts }: DeclarationContext, which: (hub: Hub) => boolean): readonly string[] | Missing {
  const codes = recipientCountries(event);
  const unresolved = codes.find((code) => facts.countries[code]?.state === 'unknown');
  if (unresolved !== undefined) return missing(`nothing is known of the country "${unresolved}"`);
  return hubsAmong(facts, codes, which);
}

function recipientCountries(event: DeclarationEvent): readonly string[] {
  const codes = [event.goodsShipment, ...event.goodsItems].flatMap((parts) => [
    parts?.destinationCountryCode,
    parts?.consignee?.address?.countryCode,
    parts?.endUser?.address?.countryCode,
  ]);
  return [...new Set(codes)].filter((code) => code !== undefined);
}

function partiesOf(event: DeclarationEvent, role: 'consignee' | 'endUser'): readonly Party[] {
  return [event.goodsShipment, ...event.goodsItems].flatMap((parts) => parts?.[role] ?? []);
}

const evened = ({ name }: Party): string[] => (name === undefined ? [] : [` ${normalisedText(name)} `]);

interface Differing {
  readonly name: string;
  readonly country: string;
  readonly destination: string;
}

/** Consignees against the destination of the goods they receive, each pair once; what an item does not state it has from the shipment. */
function differing({ event, facts }: DeclarationContext): readonly Differing[] {
  const pairs = new Map<string, Differing>();
  const shipment = event.goodsShipment;
  const receiving: readonly (ShipmentParts | undefined)[] =
    event.goodsItems.length === 0 ? [shipment] : event.goodsItems;
  for (const parts of receiving) {
    const consignee = parts?.consignee ?? shipment?.consignee;
    const country = consignee?.address?.countryCode;
    const destination = parts?.destinationCountryCode ?? shipment?.destinationCountryCode;
    if (country === undefined || destination === undefined || sameMarket(facts, country, destination)) continue;
    pairs.set(`${country} ${destination}`, {
      name: consignee?.name ?? consignee?.id ?? 'the consignee',
      country,
      destination,
    });
  }
  return [...pairs.values()];
}

function consigneesElsewhere(context: DeclarationContext): readonly string[] {
  return differing(context).map(({ name, country, destination }) => `${name} in ${country}, goods for ${destination}`);
}

function sameMarket(facts: DeclarationContext['facts'], a: string, b: string): boolean {
  const [one, other] = [SAME_COUNTRY.get(a) ?? a, SAME_COUNTRY.get(b) ?? b];
  const union = unionOf(facts, one);
  return one === other || (union !== undefined && union === unionOf(facts, other));
}

function unionOf(facts: DeclarationContext['facts'], code: string): string | undefined {
  const country = facts.countries[code];
  return country?.state === 'found' ? country.value.customsUnion : undefined;
}
