import type {
  DeclaredPlace,
  EmbargoMatch,
  EmbargoQuery,
  EmbargoReach,
  EmbargoWay,
  PlaceRole,
} from '../../../risk/embargo/embargo.ts';
import { found, type Known } from '../../../risk/facts/known.ts';
import { commodityDigits } from '../commodity-digits.ts';
import { isInForce } from '../validity.ts';
import type { EmbargoesContent } from './content.ts';
import { ListLookUp } from './list-look-up.ts';
import { anyWord, MeasureLookUp, type Reached } from './measure-look-up.ts';

/** Roles by which goods go to a place or come from it. */
const MOVEMENT: Readonly<Record<EmbargoQuery['direction'], ReadonlySet<PlaceRole>>> = {
  export: new Set(['destination', 'consignee', 'end user', 'importer', 'buyer']),
  import: new Set(['origin', 'country of dispatch', 'manufacturer', 'seller', 'consignor', 'exporter']),
};
/** A party there does not make the goods of the place, so that the law may ask less. */
const PARTIES_THAT_SEND: ReadonlySet<PlaceRole> = new Set(['seller', 'consignor', 'exporter']);
const TRANSIT: ReadonlySet<PlaceRole> = new Set([
  'itinerary',
  'carrier',
  'means of transport',
  'place of loading',
  'place of unloading',
]);
/** Strictest first. */
const REACHES: readonly EmbargoReach[] = ['prohibited', 'possible', 'related', 'exempt'];
const WAYS: readonly EmbargoWay[] = ['movement', 'transit', 'input'];
const WEAKER = { prohibited: 'possible', possible: 'related', related: 'related', exempt: 'exempt' } as const;

type Asked = EmbargoQuery & { readonly digits: string | undefined };

/** Looks up what embargoes say of an item. Most items meet no place under any, and cost one look at the countries. */
export class EmbargoLookUp {
  readonly #none: Known<readonly EmbargoMatch[]>;
  readonly #from: string;
  readonly #laws: ReadonlySet<string>;
  /** Whether law of the authority's own is loaded beside the United Nations'. */
  readonly #hasOwnLaw: boolean;
  readonly #byCountry = new Map<string, MeasureLookUp[]>();
  readonly #ofImports: readonly MeasureLookUp[];
  /** Finds the name of any place that imports may be forbidden from. */
  readonly #anyName: RegExp | undefined;
  readonly #workedIn: ReadonlySet<string>;

  constructor({ lists, measures }: EmbargoesContent, laws: ReadonlySet<string>, from: string) {
    const byId = new Map(lists.map((list) => [list.id, new ListLookUp(list)]));
    const all = measures.map((measure) => new MeasureLookUp(measure, byId));
    this.#from = from;
    this.#none = found([], from);
    this.#laws = laws;
    this.#hasOwnLaw = measures.some(({ law }) => law !== 'UN' && laws.has(law));
    this.#ofImports = all.filter(({ measure: { ways, law } }) => laws.has(law) && ways.some(isOfImports));
    this.#anyName = anyWord([...new Set(this.#ofImports.flatMap(({ measure }) => measure.place.words))]);
    this.#workedIn = new Set(this.#ofImports.flatMap(({ measure }) => measure.workedIn ?? []));
    for (const measure of all) {
      const { country } = measure.measure.place;
      this.#byCountry.set(country, [...(this.#byCountry.get(country) ?? []), measure]);
    }
  }

  embargoes(query: EmbargoQuery): Known<readonly EmbargoMatch[]> {
    const places = query.places.filter(({ country }) => this.#byCountry.has(country));
    if (places.length === 0 && query.direction === 'export') return this.#none;
    const asked: Asked = { ...query, digits: query.code === undefined ? undefined : commodityDigits(query.code) };
    const moved = this.#moved(asked, places);
    const matches = [...moved, ...this.#passing(asked, places, moved), ...this.#worked(asked, moved)];
    return matches.length === 0 ? this.#none : found(strictest(matches), this.#from);
  }

  #moved(asked: Asked, places: readonly DeclaredPlace[]): readonly EmbargoMatch[] {
    return places
      .filter(({ role }) => MOVEMENT[asked.direction].has(role))
      .flatMap((place) =>
        this.#at(place, asked, asked.direction).flatMap(([measure, reached]) => {
          const reach = PARTIES_THAT_SEND.has(place.role) ? WEAKER[reached.reach] : reached.reach;
          return matchOf(measure, { ...reached, reach }, 'movement', place.role);
        }),
      );
  }

  /** Places that the goods pass only; what may not go there is not to pass there unseen, whatever the law says of transit itself. */
  #passing(asked: Asked, places: readonly DeclaredPlace[], moved: readonly EmbargoMatch[]): readonly EmbargoMatch[] {
    const met = new Set(moved.map(({ place }) => place));
    return places
      .filter(({ role }) => TRANSIT.has(role))
      .flatMap((place) => [
        ...this.#at(place, asked, 'transit').flatMap(([measure, reached]) =>
          matchOf(measure, reached, 'transit', place.role),
        ),
        ...this.#at(place, asked, asked.direction).flatMap(([measure, { reach, ...reached }]) =>
          reach === 'exempt' || (asked.direction === 'import' && reach === 'related')
            ? []
            : matchOf(measure, { ...reached, reach: passing(reach, asked.direction) }, 'transit', place.role),
        ),
      ])
      .filter(({ place }) => !met.has(place));
  }

  /** Imports worked elsewhere of what may have come from a place, or whose words name it. */
  #worked(asked: Asked, moved: readonly EmbargoMatch[]): readonly EmbargoMatch[] {
    if (asked.direction !== 'import') return [];
    const origin = asked.places.find(({ role, country }) => role === 'origin' && this.#workedIn.has(country));
    const text = asked.text();
    const isNamed = this.#anyName?.test(text) ?? false;
    if (origin === undefined && !isNamed) return [];
    const met = new Set(moved.map(({ place }) => place));
    return this.#ofImports.flatMap((measure) => {
      const { place, workedIn = [], waiverCodes = [], legalBasis } = measure.measure;
      if (met.has(place.name) || !isInForce(measure.measure, asked.day) || !measure.namesGoods(asked.digits)) return [];
      const { goods } = measure.reached(asked) ?? { goods: 'goods' };
      const said = { goods, legalBasis };
      if (isNamed && measure.isNamedIn(text))
        return matchOf(measure, { ...said, reach: 'possible' }, 'input', 'description or marks');
      const isAsked = origin !== undefined && workedIn.includes(origin.country);
      return !isAsked || asked.documents().some((code) => waiverCodes.includes(code))
        ? []
        : matchOf(measure, { ...said, reach: 'related' }, 'input', `origin ${origin.country}`);
    });
  }

  /** Measures at a place on a way with what they say of the goods, as far as they count for the authority. */
  #at(
    place: DeclaredPlace,
    asked: Asked,
    way: 'export' | 'import' | 'transit',
  ): readonly (readonly [MeasureLookUp, Reached])[] {
    const measures = (this.#byCountry.get(place.country) ?? []).filter(
      (measure) => measure.measure.ways.includes(way) && isInForce(measure.measure, asked.day) && measure.isAt(place),
    );
    const isEmbargoed = measures.some(({ measure }) => this.#laws.has(measure.law));
    return measures.flatMap((measure) => {
      const reached = measure.reached(asked);
      const reach = reached && this.#reachFor(measure, reached.reach, isEmbargoed);
      return reach === undefined ? [] : [[measure, { ...reached!, reach }] as const];
    });
  }

  /**
   * Law of others is no law here. Where the authority has an embargo on the place too, their lists show what may be meant; where no law of its own is
   * loaded at all, they are reason to ask.
   */
  #reachFor({ measure }: MeasureLookUp, reach: EmbargoReach, isEmbargoed: boolean): EmbargoReach | undefined {
    if (this.#laws.has(measure.law)) return reach;
    if (reach === 'exempt') return undefined;
    if (!isEmbargoed) return this.#hasOwnLaw ? undefined : 'related';
    if (measure.goods === 'all') return 'related';
    return reach === 'related' ? 'related' : 'possible';
  }
}

const isOfImports = (way: string): boolean => way === 'import' || way === 'input';

/** What is forbidden there may be forbidden on the way; of imports it is one reason to ask where they come from. */
const passing = (reach: EmbargoReach, direction: EmbargoQuery['direction']): EmbargoReach =>
  direction === 'import' || reach === 'related' ? 'related' : 'possible';

function matchOf(
  { measure }: MeasureLookUp,
  { reach, goods, legalBasis }: Reached,
  way: EmbargoWay,
  where: string,
): readonly EmbargoMatch[] {
  return [{ id: measure.id, way, reach, place: measure.place.name, where, goods, legalBasis }];
}

/** By way, those of the strictest reach, each once a measure. */
function strictest(matches: readonly EmbargoMatch[]): readonly EmbargoMatch[] {
  return WAYS.flatMap((way) => {
    const ofWay = matches.filter((match) => match.way === way);
    const reach = REACHES.find((candidate) => ofWay.some((match) => match.reach === candidate));
    return [...new Map(ofWay.filter((match) => match.reach === reach).map((match) => [match.id, match])).values()];
  });
}
