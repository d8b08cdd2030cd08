import type { Day } from '../../risk/declaration/declaration-event.ts';
import type {
  Authority,
  ControlMeasure,
  Country,
  DocumentKind,
  DutySpan,
  ExchangeRate,
  HighPriority,
  Subheading,
  TariffLine,
  UsualRatios,
} from '../../risk/facts/facts.ts';
import { absent, found, type Known, type Unknown, unknown } from '../../risk/facts/known.ts';
import { commodityDigits } from '../kinds/commodity-digits.ts';
import { ControlLookUp, type ControlQuestion } from '../kinds/controls/control-look-up.ts';
import { ExchangeRateLookUp } from '../kinds/exchange-rates/exchange-rate-look-up.ts';
import { GeographyLookUp } from '../kinds/geography/geography-look-up.ts';
import { NomenclatureLookUp } from '../kinds/nomenclature/nomenclature-look-up.ts';
import { TariffLookUp } from '../kinds/tariff/tariff-look-up.ts';
import { UsualLookUp } from '../kinds/usual-ratios/usual-look-up.ts';
import type { SnapshotKind } from './contents.ts';
import { shortVersion } from './seal.ts';
import { type SealedSnapshot, type Snapshot, snapshotName } from './snapshot.ts';

/**
 * A set of snapshots in memory, asked on behalf of one authority. Immutable; answers at once. A kind that the set does not
 * hold answers `unknown`; one that it holds without an entry for what was asked answers `absent`.
 */
export class LoadedReference {
  readonly versions: Readonly<Record<string, string>>;
  readonly sourceDays: Readonly<Record<string, Day>>;
  readonly #authority: Pick<Authority, 'country' | 'currency'>;
  readonly #nomenclature: NomenclatureLookUp | undefined;
  readonly #tariff: TariffLookUp | undefined;
  readonly #exportCodes: TariffLookUp | undefined;
  readonly #controls: ControlLookUp | undefined;
  readonly #exchangeRates: ExchangeRateLookUp | undefined;
  readonly #usual: UsualLookUp | undefined;
  readonly #geography: GeographyLookUp | undefined;
  readonly #documentKinds: ReadonlyMap<string, Known<DocumentKind>> | undefined;
  readonly #highPriority: ReadonlyMap<string, Known<HighPriority>> | undefined;
  readonly #absent: Readonly<Partial<Record<SnapshotKind, Known<never>>>>;

  constructor(set: readonly SealedSnapshot[], authority: Pick<Authority, 'country' | 'currency'>) {
    this.#authority = authority;
    this.versions = Object.fromEntries(set.map(({ version, snapshot }) => [snapshotName(snapshot), version]));
    this.sourceDays = Object.fromEntries(
      set.map(({ snapshot }) => [snapshotName(snapshot), snapshot.provenance.sourceDay]),
    );
    this.#absent = Object.fromEntries(set.map((sealed) => [sealed.snapshot.kind, absent(shortVersion(sealed))]));
    this.#nomenclature = load(set, 'nomenclature', ({ content }, from) => new NomenclatureLookUp(content, from));
    this.#tariff = load(set, 'tariff', (snapshot, from) => new TariffLookUp(snapshot, from), authority.country);
    this.#exportCodes = load(
      set,
      'export-codes',
      (snapshot, from) => new TariffLookUp(snapshot, from),
      authority.country,
    );
    this.#controls = load(set, 'controls', ({ content }, from) => new ControlLookUp(content, from));
    this.#exchangeRates = load(
      set,
      'exchange-rates',
      ({ content }, from) => new ExchangeRateLookUp(content, authority.currency, from),
    );
    this.#usual = load(
      set,
      'usual-ratios',
      ({ content }, from) =>
        new UsualLookUp(content, authority.currency, (currency, day) => this.exchangeRate(currency, day), from),
    );
    this.#geography = load(set, 'geography', ({ content }, from) => new GeographyLookUp(content, from));
    this.#documentKinds = load(
      set,
      'document-types',
      ({ content }, from) => new Map(Object.entries(content.types).map(([code, kind]) => [code, found(kind, from)])),
    );
    this.#highPriority = load(
      set,
      'high-priority',
      ({ content }, from) =>
        new Map(content.codes.map(([code, tier, description]) => [code, found({ tier, description }, from)])),
    );
  }

  subheading(code: string, day: Day): Known<Subheading> {
    return this.#nomenclature?.subheading(code, day) ?? notLoaded('nomenclature');
  }

  moved(code: string, day: Day): Known<readonly string[]> {
    return this.#nomenclature?.moved(code, day) ?? notLoaded('nomenclature');
  }

  /** Exports are looked up in the export codes first, where the country has such; most take the tariff's codes as well. */
  tariffLine(code: string, day: Day, direction: 'import' | 'export' = 'import'): Known<TariffLine> {
    const exported = direction === 'export' ? this.#exportCodes?.line(code, day) : undefined;
    if (exported?.state === 'found') return exported;
    return (
      this.#tariff?.line(code, day) ??
      exported ??
      unknown(`no tariff of ${this.#authority.country} is loaded`, `tariff/${this.#authority.country}`)
    );
  }

  dutySpan(code: string, day: Day, origin?: string): Known<DutySpan> {
    return (
      this.#tariff?.dutySpan(code, day, origin) ??
      unknown(`no tariff of ${this.#authority.country} is loaded`, `tariff/${this.#authority.country}`)
    );
  }

  controls(code: string, question: ControlQuestion): Known<readonly ControlMeasure[]> {
    return this.#controls?.controls(code, question) ?? notLoaded('controls');
  }

  highPriority(code: string): Known<HighPriority> {
    if (this.#highPriority === undefined) return notLoaded('high-priority');
    return this.#highPriority.get(commodityDigits(code)?.slice(0, 6) ?? '') ?? this.#absentFrom('high-priority');
  }

  usual(code: string, day: Day): Known<UsualRatios> {
    return this.#usual?.usual(code, day) ?? notLoaded('usual-ratios');
  }

  exchangeRate(currency: string, day: Day): Known<ExchangeRate> {
    if (currency === this.#authority.currency) return found({ rate: '1', day }, 'identity');
    return this.#exchangeRates?.rate(currency, day) ?? notLoaded('exchange-rates');
  }

  documentKind(code: string): Known<DocumentKind> {
    if (this.#documentKinds === undefined) return notLoaded('document-types');
    return this.#documentKinds.get(code.toUpperCase()) ?? this.#absentFrom('document-types');
  }

  country(code: string): Known<Country> {
    return this.#geography?.country(code) ?? notLoaded('geography');
  }

  #absentFrom(kind: SnapshotKind): Known<never> {
    return this.#absent[kind] ?? notLoaded(kind);
  }
}

/** Builds the look-up of a kind where the set holds one, of the wanted country where it is kept by country. */
function load<K extends SnapshotKind, L>(
  set: readonly SealedSnapshot[],
  kind: K,
  build: (snapshot: Snapshot<K>, from: string) => L,
  of?: string,
): L | undefined {
  const sealed = set.find(({ snapshot }) => snapshot.kind === kind && (of === undefined || snapshot.of === of));
  return sealed === undefined ? undefined : build(sealed.snapshot as unknown as Snapshot<K>, shortVersion(sealed));
}

/** Kinds as inspectors read them in the reasons of what could not be checked. */
const IN_WORDS: Readonly<Record<SnapshotKind, string>> = {
  nomenclature: 'nomenclature',
  tariff: 'tariff',
  'export-codes': 'list of export codes',
  controls: 'list of controls',
  'document-types': 'list of document types',
  'exchange-rates': 'table of exchange rates',
  'usual-ratios': 'table of usual values',
  'high-priority': 'list of high-priority items',
  geography: 'list of countries',
};

function notLoaded(kind: SnapshotKind): Unknown {
  return unknown(`no ${IN_WORDS[kind]} is loaded`, kind);
}
