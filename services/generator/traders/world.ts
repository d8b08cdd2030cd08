import { type Home, type HomeCountry, homeOf } from '../places/home.ts';
import { foundTraders } from './found-traders.ts';
import { createLicenceRegister, type LicenceRegister } from './licence-register.ts';
import type { Trader } from './trader.ts';

const COUNTS = { importers: 260, exporters: 170 } as const;

/** Everybody who trades, and the licences they hold. The same seed makes the same world. */
export interface World {
  readonly seed: number;
  readonly home: Home;
  readonly importers: readonly Trader[];
  readonly exporters: readonly Trader[];
  readonly register: LicenceRegister;
}

/** Makes the world of a seed: a few hundred traders of that country, the largest first. */
export function createWorld(seed: number, country: HomeCountry): World {
  const home = homeOf(country);
  const { importers, exporters } = foundTraders(seed, home, COUNTS);
  return { seed, home, importers, exporters, register: createLicenceRegister(seed, [...importers, ...exporters]) };
}
