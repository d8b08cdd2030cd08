import { knownCountry } from '../../risk/declaration/country-code.ts';
import { CATALOGUE } from '../goods/catalogue.ts';
import type { Good } from '../goods/good.ts';
import type { Home } from '../places/home.ts';
import { type Rng, rngFor } from '../random/rng.ts';
import { dealingWith } from './deal.ts';
import { createNames, type Names } from './names.ts';
import type { Broker, Trader } from './trader.ts';

/** Goods within so many catalogue lines of each other are one line of business. */
const NEIGHBOURHOOD = 5;

export interface TraderCounts {
  readonly importers: number;
  readonly exporters: number;
}

/** Founds the traders of a country: each with a line of business, partners, ports and carriers. The first ones are the largest. */
export function foundTraders(
  seed: number,
  home: Home,
  counts: TraderCounts,
): { readonly importers: readonly Trader[]; readonly exporters: readonly Trader[] } {
  const rng = rngFor(seed, 'traders');
  const names = createNames(rng);
  const brokers = Array.from({ length: 14 }, (): Broker => ({
    id: identifier(home, rng),
    name: `${names.atHome()} Customs Brokers`,
    address: homeAddress(home, names, rng),
  }));
  const found = (direction: Trader['direction']): Trader => foundTrader(direction, home, brokers, names, rng);
  return {
    importers: Array.from({ length: counts.importers }, () => found('import')),
    exporters: Array.from({ length: counts.exporters }, () => found('export')),
  };
}

function foundTrader(
  direction: Trader['direction'],
  home: Home,
  brokers: readonly Broker[],
  names: Names,
  rng: Rng,
): Trader {
  const goods = lineOfBusiness(direction, rng);
  const partners = rng.whole(2, 6);
  return {
    id: identifier(home, rng),
    name: names.atHome(),
    address: homeAddress(home, names, rng),
    direction,
    broker: rng.pickEarly(brokers),
    dealings: Array.from({ length: partners }, () => dealingWith(direction, goods, home, names, rng)),
  };
}

function lineOfBusiness(direction: Trader['direction'], rng: Rng): readonly Good[] {
  const centre = weighted(direction, rng);
  const near = CATALOGUE.slice(Math.max(0, centre - NEIGHBOURHOOD), centre + NEIGHBOURHOOD + 1).filter(
    (good) => weightOf(good, direction) > 0,
  );
  const main = CATALOGUE[centre];
  return main === undefined ? near : [main, ...near.filter((good) => good !== main && rng.happens(0.4))];
}

function weighted(direction: Trader['direction'], rng: Rng): number {
  const total = CATALOGUE.reduce((sum, good) => sum + weightOf(good, direction), 0);
  let left = rng.share() * total;
  return CATALOGUE.findIndex((good) => (left -= weightOf(good, direction)) < 0);
}

const weightOf = (good: Good, direction: Trader['direction']): number =>
  direction === 'import' ? good.imports : good.exports;

const identifier = (home: Home, rng: Rng): string => `${home.country}${rng.digits(9)}000`;

function homeAddress(home: Home, names: Names, rng: Rng): Trader['address'] {
  const [cityName, countrySubDivisionName, postcodeId] = rng.pick(home.cities);
  return {
    line: names.street(),
    cityName,
    countrySubDivisionName,
    postcodeId,
    countryCode: knownCountry(home.country),
  };
}
