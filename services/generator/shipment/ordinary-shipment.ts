import type { Good } from '../goods/good.ts';
import { countryOf } from '../places/countries.ts';
import { containerNumber } from '../random/identifiers.ts';
import type { Rng } from '../random/rng.ts';
import { validIn } from '../traders/licence-register.ts';
import type { Dealing, Offer, Route, Trader } from '../traders/trader.ts';
import type { World } from '../traders/world.ts';
import { toInvoiceCurrency } from './money.ts';
import type { Container, Line, Shipment } from './shipment.ts';

/** Import share of declarations. */
const IMPORT_SHARE = 0.62;
const NO_PAPERS: readonly string[] = [];
const PREFERENCE_SHARE = 0.7;
const CONTAINER_GRAMS = 21_000_000;
const MOST_CONTAINERS = 6;
/** Net mass as a share of gross mass: what packing weighs is little and varies. */
const PACKING = { median: 0.06, spread: 0.5 } as const;

/** The next shipment of ordinary business: who trades most does so most often. */
export function ordinaryShipment(world: World, at: number, items: number, rng: Rng): Shipment {
  const trader = rng.pickEarly(rng.happens(IMPORT_SHARE) ? world.importers : world.exporters);
  return shipmentOf(world, trader, rng.pickEarly(trader.dealings), at, items, rng);
}

/** One shipment of that dealing, with so many goods items, the first of the dealing's main good. */
export function shipmentOf(
  world: World,
  trader: Trader,
  dealing: Dealing,
  at: number,
  items: number,
  rng: Rng,
): Shipment {
  const lines = Array.from({ length: items }, (_, index) =>
    lineOf(world, trader, dealing, index === 0 ? (dealing.offers[0] as Offer) : rng.pickEarly(dealing.offers), at, rng),
  );
  const grams = lines.reduce((sum, line) => sum + line.grossGrams, 0);
  return {
    trader,
    broker: trader.broker,
    dealing,
    partner: dealing.partner,
    consignee: dealing.partner,
    gateway: dealing.gateway,
    route: dealing.route,
    itinerary: itineraryOf(world, trader, dealing.partner.country, dealing.route),
    destination: trader.direction === 'import' ? world.home.country : dealing.partner.country,
    currency: dealing.currency,
    lines,
    containers: containersFor(lines, grams, dealing.route, rng),
    at,
  };
}

/** The countries passed on a carrier's route between home and a partner's country. */
export function itineraryOf(world: World, trader: Trader, abroad: string, route: Route): readonly string[] {
  const fromAbroad = [abroad, ...route.via.filter((country) => country !== abroad), world.home.country];
  return trader.direction === 'import' ? fromAbroad : fromAbroad.reverse();
}

function lineOf(world: World, trader: Trader, dealing: Dealing, offer: Offer, at: number, rng: Rng): Line {
  const { good } = offer;
  const mass = massOf(offer, rng);
  const homeCents = Math.max(
    100,
    Math.round((mass.netGrams / 10) * good.usdPerKg * offer.priceLevel * rng.around(1, 0.05)),
  );
  return {
    good,
    code: good.code,
    text: rng.pick(offer.texts),
    origin: trader.direction === 'import' ? dealing.partner.country : world.home.country,
    ...mass,
    homeCents,
    priceCents: toInvoiceCurrency(homeCents, dealing.currency),
    ...licenceFor(world, trader, good, at),
    papers: papersFor(good, trader),
    preference:
      trader.direction === 'import' &&
      countryOf(dealing.partner.country).agreement === 'free trade' &&
      rng.happens(PREFERENCE_SHARE)
        ? 'claimed'
        : 'none',
  };
}

function massOf(
  { good, heft }: Offer,
  rng: Rng,
): Pick<Line, 'netGrams' | 'grossGrams' | 'quantity' | 'packages' | 'packType'> {
  const wanted = good.lotKg * rng.around(1, 0.6);
  const units = good.kgPerUnit === undefined ? undefined : Math.max(1, Math.round(wanted / good.kgPerUnit));
  const kg =
    units === undefined || good.kgPerUnit === undefined ? wanted : units * good.kgPerUnit * heft * rng.around(1, 0.02);
  const netGrams = Math.max(1, Math.round(kg * 1000));
  const [packType, kgPerPack] = good.pack;
  const packing = packType === 'VR' || packType === 'NE' ? 0 : rng.around(PACKING.median, PACKING.spread);
  return {
    netGrams,
    grossGrams: Math.round(netGrams * (1 + packing)),
    packType,
    packages: packType === 'VR' ? 1 : Math.max(1, Math.round(kg / kgPerPack)),
    ...(units === undefined || good.unit === undefined
      ? {}
      : { quantity: { hundredths: units * 100, unit: good.unit } }),
  };
}

export function papersFor(good: Good, { direction }: Trader): readonly string[] {
  return good.papers?.filter((paper) => paper.direction === direction).map((paper) => paper.document) ?? NO_PAPERS;
}

function licenceFor(world: World, trader: Trader, good: Good, at: number): Pick<Line, 'licenceId' | 'licenceDocument'> {
  if (good.control?.direction !== trader.direction) return {};
  const held = validIn(world.register.chainOf(trader.id, good.code), at);
  return held === undefined ? {} : { licenceId: held.licence.id, licenceDocument: good.control.document };
}

function containersFor(lines: readonly Line[], grams: number, route: Route, rng: Rng): readonly Container[] {
  if (route.mode !== 'sea' || lines.some((line) => line.packType === 'VR' || line.packType === 'NE')) return [];
  const count = Math.min(MOST_CONTAINERS, Math.max(1, Math.ceil(grams / CONTAINER_GRAMS)));
  return Array.from({ length: count }, () => ({
    id: containerNumber(route.carrier.code, rng),
    seal: `${route.carrier.code}${rng.digits(7)}`,
  }));
}
