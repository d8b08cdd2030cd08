import type { Day, DecimalText } from '../../risk/declaration/declaration-event.ts';
import type { ControlMeasure, DocumentKind, Hub } from '../../risk/facts/facts.ts';

/** What each kind of snapshot says. Compact where it is large, one row a line in the shipped files. */
export interface SnapshotContent {
  readonly nomenclature: NomenclatureContent;
  readonly tariff: TariffContent;
  /** Codes under which goods are exported, where they differ from the import tariff (US Schedule B). */
  readonly 'export-codes': TariffContent;
  readonly controls: ControlsContent;
  readonly 'document-types': DocumentTypesContent;
  readonly 'exchange-rates': ExchangeRatesContent;
  readonly 'usual-ratios': UsualRatiosContent;
  readonly 'high-priority': HighPriorityContent;
  readonly geography: GeographyContent;
}

export type SnapshotKind = keyof SnapshotContent;

export const SNAPSHOT_KINDS = [
  'nomenclature',
  'tariff',
  'export-codes',
  'controls',
  'document-types',
  'exchange-rates',
  'usual-ratios',
  'high-priority',
  'geography',
] as const satisfies readonly SnapshotKind[];

export interface NomenclatureContent {
  readonly editions: readonly NomenclatureEdition[];
  /** Subheadings of one edition only, and what they are correlated with in the other: "852580" → "852581 852582". */
  readonly moves: Readonly<Record<string, string>>;
  readonly chapterTitles: Readonly<Record<string, string>>;
  readonly headingTitles: Readonly<Record<string, string>>;
}

export interface NomenclatureEdition {
  readonly edition: '2017' | '2022';
  readonly validFrom: Day;
  readonly validTo: Day;
  /** By chapter: the four digits after it, separated by blanks. */
  readonly subheadings: Readonly<Record<string, string>>;
}

/** Code, rate, units, description. The rate is in the notation of `rate-notation.ts`, units are UN/ECE Rec. 20 codes separated by blanks. */
export type TariffRow = readonly [code: string, rate: string, units: string, description?: string];

export interface TariffContent {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Headings (four digits) that are covered whole; a code under any other is unknown, not absent. */
  readonly headings: readonly string[];
  /** Lines that carry a rate: eight digits in the US, by code. */
  readonly lines: readonly TariffRow[];
  /** Statistical codes below the lines, with their own units; empty where the tariff stops at its lines. */
  readonly statistical: readonly (readonly [code: string, units: string])[];
  readonly additional: readonly AdditionalDutyRow[];
}

export interface AdditionalDutyRow {
  readonly id: string;
  readonly origins: readonly string[];
  readonly rate: string;
  readonly validFrom?: Day;
  readonly validTo?: Day;
  /** Tariff lines it falls on, separated by blanks. */
  readonly codes: string;
}

export interface ControlsContent {
  readonly measures: readonly ControlRow[];
}

export interface ControlRow extends ControlMeasure {
  readonly directions: readonly ('import' | 'export')[];
  /** Beginnings of commodity codes, two digits or more. */
  readonly prefixes: readonly string[];
  readonly exceptPrefixes?: readonly string[];
  /** Only for these destinations; absent where it holds for all. */
  readonly destinations?: readonly string[];
  /** Only for goods of these origins; absent where it holds for all. */
  readonly origins?: readonly string[];
  readonly validFrom: Day;
  readonly validTo?: Day;
}

export interface DocumentTypesContent {
  /** By category and type: "X002". */
  readonly types: Readonly<Record<string, DocumentKind>>;
}

export interface ExchangeRatesContent {
  /** ISO 4217: every rate is units of the other currency for one of this. */
  readonly base: string;
  /** A rate that is older than this on the day asked for is no answer. */
  readonly maximumAgeDays: number;
  /** Ascending. `validTo`, inclusive: where the rates say themselves how long they hold; the maximum age is for the others. */
  readonly days: readonly {
    readonly day: Day;
    readonly validTo?: Day;
    readonly rates: Readonly<Record<string, DecimalText>>;
  }[];
}

/** Level, code, ratio ("USD/KGM", "KGM/NAR"), median and MAD of the natural logarithm, observations. */
export type UsualRow = readonly [code: string, unit: string, medianLog: number, madLog: number, count: number];

export interface UsualRatiosContent {
  /** Currency of the unit values, and the day whose money it is. */
  readonly currency: string;
  readonly minimumCount: number;
  readonly rows: readonly UsualRow[];
}

export interface HighPriorityContent {
  /** Subheading, tier, description. */
  readonly codes: readonly (readonly [code: string, tier: string, description: string])[];
}

/** Code, name, M49 region, latitude, longitude, customs union; empty or null where there is none. */
export type CountryRow = readonly [
  code: string,
  name: string,
  region: string,
  latitude: number | null,
  longitude: number | null,
  customsUnion: string,
];

export interface GeographyContent {
  readonly countries: readonly CountryRow[];
  readonly hubs: Readonly<Record<string, Hub>>;
}
