import type { Party } from '../../declaration/declaration-event.ts';
import { countriesInOrder } from '../../declaration/itinerary.ts';
import { normalisedText } from '../../declaration/normalised-text.ts';
import { originOf } from '../../declaration/origin.ts';
import type { ItemContext } from '../definition/context.ts';
import { itemFeature } from '../definition/feature.ts';

/** Something that speaks for goods to come from a country other than the declared origin. */
export interface OriginSign {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** `strong`: goods of the declared origin are seldom so. `weak`: they often are. */
  readonly strength: 'strong' | 'weak';
  /** "dispatched from CN". */
  readonly inWords: string;
}

/** Whom one buys in by way of, without the goods' being from there: their country as another's, for signs. */
const GATES: ReadonlyMap<string, string> = new Map([
  ['HK', 'CN'],
  ['MO', 'CN'],
]);
/** How goods are marked with where they were made; marks of packages and descriptions say so in English nearly always. */
const MADE_IN =
  /\b(?:made|manufactured|produced|product|fabrique|hecho) (?:in|en|of) (?:the )?([a-z]+(?: [a-z]+){0,3})/g;
/** Whether a text is worth taking apart for such words: hardly one is. */
const SAYS_MADE = /made|manufact|produc|fabriqu|hecho/i;
const NAMES: Readonly<Record<string, string>> = {
  'p r china': 'CN', 'pr china': 'CN', 'peoples republic': 'CN', china: 'CN', chine: 'CN', prc: 'CN',
  'p r c': 'CN', taiwan: 'TW', 'hong kong': 'HK', vietnam: 'VN', 'viet nam': 'VN', thailand: 'TH', malaysia: 'MY',
  indonesia: 'ID', cambodia: 'KH', india: 'IN', bangladesh: 'BD', pakistan: 'PK', turkey: 'TR', turkiye: 'TR',
  'north korea': 'KP', dprk: 'KP', 'south korea': 'KR', korea: 'KR', japan: 'JP', russia: 'RU', 'russian federation': 'RU',
  belarus: 'BY', ukraine: 'UA', iran: 'IR', myanmar: 'MM', burma: 'MM', mexico: 'MX', brazil: 'BR', usa: 'US',
  'united states': 'US', germany: 'DE', italy: 'IT', france: 'FR', spain: 'ES', poland: 'PL', 'united kingdom': 'GB',
  england: 'GB', philippines: 'PH', 'sri lanka': 'LK', egypt: 'EG', morocco: 'MA', tunisia: 'TN', singapore: 'SG',
}; // prettier-ignore

/** Signs of another origin than the declared one. */
export function originSigns(context: ItemContext): readonly OriginSign[] {
  const origin = originOf(context.goods);
  return [...wayOf(context), ...partiesOf(context), ...marksOf(context)].filter(({ country }) => country !== origin);
}

const sign = (country: string | undefined, strength: OriginSign['strength'], inWords: string): OriginSign[] =>
  country === undefined ? [] : [{ country, strength, inWords: `${inWords} ${country}` }];

function wayOf(context: ItemContext): readonly OriginSign[] {
  const { goods, event } = context;
  const dispatch = goods.exportCountryId ?? event.goodsShipment?.exportCountryId;
  const stops = [goods.consignment, event.consignment, event.goodsShipment?.consignment]
    .map((consignment) => countriesInOrder(consignment?.itineraries ?? []))
    .find((countries) => countries.length > 0);
  const [first, ...later] = stops ?? [];
  return [
    ...sign(dispatch, 'strong', 'dispatched from'),
    ...(first === dispatch ? [] : sign(first, 'strong', 'the route begins in')),
    ...later.filter((stop) => stop !== dispatch).flatMap((stop) => sign(stop, 'weak', 'the route goes by')),
    ...sign(GATES.get(dispatch ?? ''), 'weak', `dispatched from ${dispatch ?? ''}, a gate of`),
  ];
}

function partiesOf({ goods, event }: ItemContext): readonly OriginSign[] {
  const countryOf = (party: Party | undefined): string | undefined => party?.address?.countryCode;
  const shipment = event.goodsShipment;
  const sellers = [goods.seller, goods.exporter, goods.consignor, shipment?.seller, shipment?.exporter, shipment?.consignor, event.exporter]; // prettier-ignore
  const from = new Set(sellers.map(countryOf));
  return [
    ...goods.manufacturers.flatMap((maker) => sign(countryOf(maker), 'strong', 'made by a maker in')),
    ...[...from].flatMap((country) => sign(country, 'weak', 'sold or sent by a party in')),
  ];
}

function marksOf(context: ItemContext): readonly OriginSign[] {
  return markedOrigins(context).flatMap((country) => sign(country, 'strong', 'marked as made in'));
}

/** Countries that the description or the marks of the packages say the goods were made in. */
function markedOrigins({ goods }: ItemContext): readonly string[] {
  const texts = [goods.commodity?.description, ...goods.packagings.map(({ marksNumbersId }) => marksNumbersId)];
  const named = texts.flatMap((text) =>
    text === undefined || !SAYS_MADE.test(text)
      ? []
      : [...normalisedText(text).matchAll(MADE_IN)].flatMap((match) => countryNamed(match[1]!) ?? []),
  );
  return [...new Set(named)];
}

function countryNamed(text: string): string | undefined {
  const name = Object.keys(NAMES).find((known) => `${text} `.startsWith(`${known} `));
  return name === undefined ? undefined : NAMES[name];
}

/** What the declaration itself says against the declared origin. */
export const originSignFeatures = [
  itemFeature('item.markedOrigins', 'list<string>', {
    label: 'origin by the marks',
    doc: 'Countries other than the declared origin that the description or the marks of the packages say the goods were made in ("MADE IN CHINA").',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => {
      const origin = originOf(context.goods);
      return origin === undefined ? [] : markedOrigins(context).filter((country) => country !== origin);
    },
  }),
  itemFeature('item.makersElsewhere', 'list<string>', {
    label: 'makers in another country',
    doc: 'Countries of makers that are stated, where none of them sits in the declared origin.',
    tier: 'inspector',
    rests: 'whole',
    of: ({ goods }) => {
      const origin = originOf(goods);
      const countries = [...new Set(goods.manufacturers.flatMap(({ address }) => address?.countryCode ?? []))];
      return origin === undefined || countries.includes(origin) ? [] : countries;
    },
  }),
  itemFeature('item.dispatchElsewhere', 'string', {
    label: 'dispatch from another country than the origin',
    doc: 'Country of dispatch where it is neither the declared origin, nor in one customs union with it, nor a place that most goods pass in honest transit; "" otherwise.',
    tier: 'trader',
    rests: 'whole',
    of: ({ goods, event, facts }) => {
      const [origin, dispatch] = [originOf(goods), goods.exportCountryId ?? event.goodsShipment?.exportCountryId];
      if (origin === undefined || dispatch === undefined || origin === dispatch) return '';
      const [there, here] = [facts.countries[origin], facts.countries[dispatch]];
      if (here?.state !== 'found' || here.value.hub !== undefined) return '';
      const union = here.value.customsUnion;
      const isOneUnion = union !== undefined && there?.state === 'found' && there.value.customsUnion === union;
      return isOneUnion || dispatch === facts.authority.country ? '' : dispatch;
    },
  }),
];
