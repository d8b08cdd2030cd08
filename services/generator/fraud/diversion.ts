import { goodOf } from '../goods/catalogue.ts';
import { countryOf } from '../places/countries.ts';
import { itineraryOf } from '../shipment/ordinary-shipment.ts';
import type { Shipment } from '../shipment/shipment.ts';
import { partnerIn, routeFrom } from '../traders/deal.ts';
import { createNames } from '../traders/names.ts';
import type { Partner, Route } from '../traders/trader.ts';
import { shipmentWith } from './business.ts';
import type { Disguised, FraudPattern, Occasion } from './fraud-pattern.ts';
import type { Difficulty } from './label.ts';

/** Goods that someone under embargo wants, sent by way of somewhere else. */
export const DIVERSION: FraudPattern = { name: 'diversion', commit, lookAlike };

const WANTED = [
  '85423200',
  '85322400',
  '85176200',
  '85269100',
  '85340000',
  '85412900',
  '84823000',
  '84715001',
  '88073000',
] as const;
/** Places where such goods change hands. */
const HUBS = ['AE', 'TR', 'HK'] as const;
/** Where the papers say that the goods go in the end. */
const COVER = ['KZ', 'IN', 'RO', 'PK'] as const;

function commit(occasion: Occasion, difficulty: Difficulty): Disguised {
  const shipment = shipmentWith(occasion, 'export', goodOf(occasion.rng.pick(WANTED)));
  switch (difficulty) {
    case 'faint':
      return toNewcomer(shipment, occasion);
    case 'plain':
      return throughForwarder(shipment, occasion);
    case 'blatant':
      return thereAndBack(shipment, occasion);
  }
}

/** A trading house that nobody knew last month, in a hub; everything else is in order. */
function toNewcomer(shipment: Shipment, occasion: Occasion): Disguised {
  const consignee = partnerIn(countryOf(occasion.rng.pick(HUBS)), createNames(occasion.rng), occasion.rng);
  return {
    shipment: sent(shipment, occasion, consignee, consignee.country),
    note: `to the newly founded ${consignee.name}, which sells on`,
  };
}

/** To a forwarder in a hub, the destination being another country. */
function throughForwarder(shipment: Shipment, occasion: Occasion): Disguised {
  const { rng } = occasion;
  const consignee = forwarderIn(rng.pick(HUBS), occasion);
  const destination = rng.pick(COVER);
  const itinerary = [occasion.world.home.country, consignee.country, destination];
  return {
    shipment: { ...sent(shipment, occasion, consignee, destination), itinerary },
    note: `${consignee.name} forwards to an embargoed country, not to ${destination}`,
  };
}

/** Past the declared destination, to a hub and back; the forwarder is even named as the end user. */
function thereAndBack(shipment: Shipment, occasion: Occasion): Disguised {
  const consignee = forwarderIn(occasion.rng.pick(HUBS), occasion);
  const destination = shipment.destination;
  const itinerary = [occasion.world.home.country, destination, consignee.country, destination];
  return {
    shipment: { ...shipment, consignee, endUser: consignee, itinerary },
    note: `unloaded in ${consignee.country}; nothing comes back to ${destination}`,
  };
}

/** Either a known customer over its carrier's usual hub, or an legitimate new customer. */
function lookAlike(occasion: Occasion): Disguised {
  const { rng } = occasion;
  if (rng.happens(0.5)) return overUsualHub(occasion);
  const shipment = shipmentWith(occasion, 'export', goodOf(rng.pick(WANTED)));
  const consignee = partnerIn(countryOf(shipment.partner.country), createNames(rng), rng);
  return {
    shipment: sent(shipment, occasion, consignee, consignee.country),
    note: `a new customer, genuine, where ${shipment.trader.name} has others`,
  };
}

function overUsualHub(occasion: Occasion): Disguised {
  const shipment = shipmentWith(occasion, 'export', goodOf('84139190'));
  const [hub] = countryOf(shipment.partner.country).by;
  const route: Route = { ...shipment.route, via: hub === undefined ? ['NL'] : [hub] };
  return {
    shipment: {
      ...shipment,
      route,
      itinerary: itineraryOf(occasion.world, shipment.trader, shipment.partner.country, route),
    },
    note: `${shipment.route.carrier.name} always goes by ${route.via.join()}`,
  };
}

function forwarderIn(country: string, { rng }: Occasion): Partner {
  const names = createNames(rng);
  return { ...partnerIn(countryOf(country), names, rng), name: names.forwarder(country) };
}

function sent(shipment: Shipment, { world, rng }: Occasion, consignee: Partner, destination: string): Shipment {
  const route = routeFrom(countryOf(consignee.country), shipment.route.mode === 'sea' ? 'sea' : 'air', rng);
  return {
    ...shipment,
    partner: consignee,
    consignee,
    destination,
    route,
    containers: route.mode === 'sea' ? shipment.containers : [],
    itinerary: itineraryOf(world, shipment.trader, consignee.country, route),
  };
}
