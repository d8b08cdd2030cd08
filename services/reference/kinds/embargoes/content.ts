import { firstProblem, isCountry, isDocumentCode, isText, type RowProblem } from '../rows.ts';
import { statesDays, type Validity } from '../validity.ts';

export interface EmbargoesContent {
  readonly lists: readonly EmbargoList[];
  readonly measures: readonly EmbargoMeasure[];
}

/** Goods that a law names by their codes. */
export interface EmbargoList {
  /** "us-industry". */
  readonly id: string;
  /** "industrial items". */
  readonly goods: string;
  /** Where it stands: "15 CFR 746, supplement 4". */
  readonly legalBasis: string;
  /** `exact`: the code is the law, or all goods of it are named; `possible`: some of them are, the law's words decide. */
  readonly certainty: 'exact' | 'possible';
  /** Beginnings of commodity codes, two digits or more. */
  readonly prefixes: readonly string[];
  readonly exceptPrefixes?: readonly string[];
  /** Where only goods above a price a piece are named: the price, by beginning of the code. */
  readonly floors?: { readonly currency: string; readonly prices: Readonly<Record<string, number>> };
}

/** What one law says of one place. */
export interface EmbargoMeasure extends Validity {
  readonly id: string;
  /** Whose law: `UN` binds every authority, `EU` those of its members, a country its own. */
  readonly law: string;
  readonly legalBasis: string;
  readonly place: EmbargoedPlace;
  /** `input`: import of goods worked elsewhere of what came from the place. */
  readonly ways: readonly ('export' | 'import' | 'transit' | 'input')[];
  /** Lists by id; empty where the law names goods by no list that is loaded: any may be meant. */
  readonly goods: 'all' | readonly string[];
  /** Of all goods: whether the law forbids them as such, or leaves some to be found out. Lists have their own. */
  readonly certainty?: 'exact' | 'possible';
  /** Beginnings of codes that the law lets pass, and what they are. */
  readonly exempt?: { readonly prefixes: readonly string[]; readonly what: string };
  /** For inputs: where such goods are worked, and the documents that state what they were made of. */
  readonly workedIn?: readonly string[];
  readonly waiverCodes?: readonly string[];
  /** "in force", or what people are to know besides: "eased since …". */
  readonly state: string;
}

export interface EmbargoedPlace {
  readonly country: string;
  /** "Crimea and Sevastopol". */
  readonly name: string;
  /** Where only a part of the country is meant, how addresses name it; without, the whole country is. */
  readonly within?: {
    /** Names of regions and towns, lower case without accents. */
    readonly names: readonly string[];
    /** Beginnings of postcodes. */
    readonly postcodes: readonly string[];
    /** UN/LOCODE. */
    readonly locations: readonly string[];
  };
  /** Words by which descriptions and marks name the place: "russian". */
  readonly words: readonly string[];
}

const WAYS = new Set(['export', 'import', 'transit', 'input']);

export function embargoProblem({ lists, measures }: EmbargoesContent): RowProblem | undefined {
  const listed = new Set(lists.map(({ id }) => id));
  return (
    firstProblem('lists', lists, wantedOfList) ??
    firstProblem('measures', measures, (measure) => wantedOfMeasure(measure, listed))
  );
}

function wantedOfList({ id, goods, legalBasis, certainty, prefixes, exceptPrefixes = [], floors }: EmbargoList) {
  if (![id, goods, legalBasis].every(isText)) return 'an id, what goods, and a legal basis';
  if (certainty !== 'exact' && certainty !== 'possible') return 'the certainty "exact" or "possible"';
  if (prefixes.length === 0 || ![...prefixes, ...exceptPrefixes].every(isBeginning)) return 'beginnings of codes';
  const priced = Object.entries(floors?.prices ?? {});
  return priced.every(([prefix, price]) => isBeginning(prefix) && price > 0)
    ? undefined
    : 'prices by beginning of code';
}

function wantedOfMeasure(measure: EmbargoMeasure, listed: ReadonlySet<string>): string | undefined {
  const { id, law, legalBasis, place, ways, goods, exempt, workedIn = [], waiverCodes = [], state } = measure;
  if (![id, legalBasis, state, place.name].every(isText))
    return 'an id, a legal basis, a place and the state of the law';
  if (!isCountry(law)) return 'the law "UN", "EU" or a country\'s';
  if (!isCountry(place.country) || !workedIn.every(isCountry)) return 'countries of ISO 3166-1 alpha-2';
  if (ways.length === 0 || !ways.every((way) => WAYS.has(way))) return 'ways: export, import, transit, input';
  if (goods !== 'all' && !goods.every((list) => listed.has(list))) return 'lists that are there, or "all"';
  if (![...(exempt?.prefixes ?? [])].every(isBeginning)) return 'beginnings of codes';
  if (!waiverCodes.every(isDocumentCode)) return 'document codes';
  return statesDays(measure) ? undefined : 'days of validity';
}

const isBeginning = (prefix: string): boolean => /^\d{2,10}$/.test(prefix);
