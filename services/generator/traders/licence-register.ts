import { utcDayOf } from '../../risk/declaration/day.ts';
import { knownDecimal } from '../../risk/declaration/decimal-text.ts';
import { MS_PER_DAY } from '../../risk/declaration/instant.ts';
import type { Licence } from '../../risk/facts/facts.ts';
import type { Good } from '../goods/good.ts';
import { type Rng, rngFor } from '../random/rng.ts';
import type { Trader } from './trader.ts';

/** Licences are renewed, one after the other, through this span. */
const FIRST_DAY = Date.UTC(2020, 0, 1);
const LAST_DAY = Date.UTC(2031, 11, 31);
const TERMS_IN_DAYS = [180, 365, 365, 730] as const;
/** More than any legitimate trader of this world ships in a term. */
const AMPLE_KILOGRAMS = knownDecimal('50000000');
/** One in so many chains holds, besides, a licence that was taken away. */
const REVOKED_SHARE = 0.15;

/** A licence with what the traders themselves know of it. */
export interface HeldLicence {
  readonly licence: Licence;
  readonly holder: Trader;
  readonly good: Good;
  readonly fromMs: number;
  /** Last millisecond of its last day, UTC. */
  readonly toMs: number;
}

/** Every licence that the traders of a world hold or held: for each controlled good of a trader a chain of renewals. */
export interface LicenceRegister {
  readonly licences: readonly Licence[];
  /** All of one trader for one good, the oldest first. */
  readonly chainOf: (holderId: string, code: string) => readonly HeldLicence[];
  readonly chains: readonly (readonly HeldLicence[])[];
}

export function createLicenceRegister(seed: number, traders: readonly Trader[]): LicenceRegister {
  const rng = rngFor(seed, 'licences');
  const chains = new Map<string, readonly HeldLicence[]>();
  let serial = 0;
  for (const trader of traders) {
    for (const good of controlledGoodsOf(trader)) {
      const chain = chainFor(trader, good, () => (serial += 1), rng);
      chains.set(keyOf(trader.id, good.code), chain);
    }
  }
  const all = [...chains.values()];
  return {
    licences: all.flatMap((chain) => chain.map((held) => held.licence)),
    chainOf: (holderId, code) => chains.get(keyOf(holderId, code)) ?? [],
    chains: all,
  };
}

/** The licence of a chain that is good at that time: issued and within its validity. */
export function validIn(chain: readonly HeldLicence[], at: number): HeldLicence | undefined {
  return chain.find((held) => held.licence.status === 'issued' && held.fromMs <= at && at <= held.toMs);
}

const keyOf = (holderId: string, code: string): string => `${holderId}/${code}`;

function controlledGoodsOf(trader: Trader): readonly Good[] {
  const goods = trader.dealings.flatMap((dealing) => dealing.offers.map((offer) => offer.good));
  return [...new Set(goods)].filter((good) => good.control?.direction === trader.direction);
}

function chainFor(holder: Trader, good: Good, nextSerial: () => number, rng: Rng): readonly HeldLicence[] {
  const term = rng.pick(TERMS_IN_DAYS);
  const chain: HeldLicence[] = [];
  for (let from = FIRST_DAY - rng.whole(0, term) * MS_PER_DAY; from < LAST_DAY; from += term * MS_PER_DAY) {
    chain.push(held(holder, good, from, term, 'issued', nextSerial()));
    if (rng.happens(REVOKED_SHARE)) chain.push(held(holder, good, from, term, 'revoked', nextSerial()));
  }
  return chain;
}

function held(
  holder: Trader,
  good: Good,
  fromMs: number,
  term: number,
  status: Licence['status'],
  serial: number,
): HeldLicence {
  const toMs = fromMs + term * MS_PER_DAY - 1;
  const partners = holder.dealings
    .filter((dealing) => dealing.offers.some((offer) => offer.good === good))
    .map((dealing) => dealing.partner);
  const destinations =
    holder.direction === 'export' ? [...new Set(partners.map((partner) => partner.country))] : ['US'];
  const licence: Licence = {
    id: `${good.control?.document ?? ''}-${utcDayOf(fromMs).slice(2, 4)}-${String(serial).padStart(6, '0')}`,
    status,
    holderId: holder.id,
    holderName: holder.name,
    validFrom: utcDayOf(fromMs),
    validTo: utcDayOf(toMs),
    lines: [{ line: 1, commodityCode: good.code, destinations, quantity: AMPLE_KILOGRAMS, unit: 'KGM' }],
    revision: serial,
  };
  return { licence, holder, good, fromMs, toMs };
}
