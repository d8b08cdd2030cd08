import type { CommodityCode } from '../../risk/declaration/commodity-code.ts';
import { knownDay } from '../../risk/declaration/day.ts';
import type { EmbargoMatch } from '../../risk/embargo/embargo.ts';
import type {
  ControlMeasure,
  Country,
  DocumentKind,
  DutyRange,
  ExchangeRate,
  HighPriority,
  OriginDuty,
  Subheading,
  TariffLine,
  UsualRatios,
} from '../../risk/facts/facts.ts';
import { absent, found, type Known, unknown } from '../../risk/facts/known.ts';
import type { BusinessLine } from '../../risk/facts/party-fact.ts';
import type { ReferenceData } from '../../risk/look-up/reference-data.ts';

type Table<T> = Readonly<Record<string, T>>;

/** What is answered: to a code by the longest beginning of it that the table has, to all else by its name. A table that is not given is not loaded. */
export interface ReferenceTables {
  readonly subheadings?: Table<Subheading>;
  readonly moved?: Table<readonly string[]>;
  readonly tariffLines?: Table<TariffLine>;
  readonly dutyRanges?: Table<DutyRange>;
  readonly controls?: Table<readonly ControlMeasure[]>;
  readonly highPriority?: Table<HighPriority>;
  /** By country that a declaration names in any role. */
  readonly embargoes?: Table<readonly EmbargoMatch[]>;
  readonly originDuties?: Table<readonly OriginDuty[]>;
  readonly usual?: Table<UsualRatios>;
  readonly exchangeRates?: Table<ExchangeRate>;
  readonly documentKinds?: Table<DocumentKind>;
  readonly countries?: Table<Country>;
  /** By name. */
  readonly businessLines?: Table<readonly BusinessLine[]>;
}

/** Kinds of reference data by the tables that stand for them: two tables may be of one kind. */
const KINDS: Readonly<Record<keyof ReferenceTables, string>> = {
  subheadings: 'nomenclature',
  moved: 'nomenclature',
  tariffLines: 'tariff',
  dutyRanges: 'tariff',
  controls: 'controls',
  highPriority: 'high-priority',
  embargoes: 'embargoes',
  originDuties: 'origin-duties',
  usual: 'usual-ratios',
  exchangeRates: 'exchange-rates',
  documentKinds: 'document-types',
  countries: 'geography',
  businessLines: 'business-lines',
};

/** Reference data that hold on every day, for tests: no snapshot has to be made up for them. */
export function createMemoryReference(tables: ReferenceTables, sourceDay = knownDay('2026-01-01')): ReferenceData {
  const loaded = [...new Set(tableNames(tables).map((table) => KINDS[table]))];
  const byCode = <T>(table: keyof ReferenceTables, of: Table<T> | undefined, code: CommodityCode): Known<T> =>
    answer(KINDS[table], of, longestBeginning(of, code));
  const byName = <T>(table: keyof ReferenceTables, of: Table<T> | undefined, name: string): Known<T> =>
    answer(KINDS[table], of, of?.[name]);
  return {
    subheading: (code) => byCode('subheadings', tables.subheadings, code),
    moved: (code) => byCode('moved', tables.moved, code),
    tariffLine: (code) => byCode('tariffLines', tables.tariffLines, code),
    dutyRange: (code) => byCode('dutyRanges', tables.dutyRanges, code),
    controls: (code) => {
      const known = byCode('controls', tables.controls, code);
      return known.state === 'absent' ? found([], known.from) : known;
    },
    highPriority: (code) => byCode('highPriority', tables.highPriority, code),
    embargoes: ({ places }) => {
      const named = places.find(({ country }) => tables.embargoes?.[country] !== undefined);
      const known = byName('embargoes', tables.embargoes, named?.country ?? '');
      return known.state === 'absent' ? found([], known.from) : known;
    },
    originDuties: (code) => byCode('originDuties', tables.originDuties, code),
    usual: (code) => byCode('usual', tables.usual, code),
    exchangeRate: (currency) => byName('exchangeRates', tables.exchangeRates, currency),
    documentKind: (code) => byName('documentKinds', tables.documentKinds, code),
    country: (code) => byName('countries', tables.countries, code),
    businessLines: (name) => {
      const known = byName('businessLines', tables.businessLines, name);
      return known.state === 'absent' ? found([], known.from) : known;
    },
    versions: Object.fromEntries(loaded.map((kind) => [kind, 'memory'])),
    sourceDays: Object.fromEntries(loaded.map((kind) => [kind, sourceDay])),
  };
}

const tableNames = (tables: ReferenceTables): readonly (keyof ReferenceTables)[] =>
  Object.keys(tables) as (keyof ReferenceTables)[];

function longestBeginning<T>(table: Table<T> | undefined, code: string): T | undefined {
  const beginnings = Object.keys(table ?? {}).filter((beginning) => code.startsWith(beginning));
  const [longest] = beginnings.sort((a, b) => b.length - a.length);
  return longest === undefined ? undefined : table?.[longest];
}

function answer<T>(kind: string, table: Table<T> | undefined, value: T | undefined): Known<T> {
  if (table === undefined) return unknown(`no ${kind} are loaded`, kind);
  return value === undefined ? absent(`${kind}@memory`) : found(value, `${kind}@memory`);
}
