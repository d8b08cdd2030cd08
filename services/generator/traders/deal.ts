import { knownCountry } from '../../risk/declaration/country-code.ts';
import type { Good } from '../goods/good.ts';
import { countryOf } from '../places/countries.ts';
import type { Country } from '../places/country.ts';
import type { Gateway, Home, Mode } from '../places/home.ts';
import type { Rng } from '../random/rng.ts';
import { carriersBy } from './carriers.ts';
import type { Names } from './names.ts';
import type { Dealing, Offer, Partner, Route, Trader } from './trader.ts';

/** How far the usual weight of one maker's article is from another's, as the standard deviation of the logarithm. */
const HEFT_SPREAD = 0.12;
const PRICE_SPREAD = 0.25;
const DOLLAR_SHARE = 0.6;

/** One standing business of a trader with one partner, in goods of its line that the partner's country has. */
export function dealingWith(
  direction: Trader['direction'],
  goods: readonly Good[],
  home: Home,
  names: Names,
  rng: Rng,
): Dealing {
  const main = rng.pickEarly(goods);
  const country = countryOf(rng.pickEarly(placesOf(main, direction)));
  const alike = goods.filter(
    (good) => good !== main && good.mode === main.mode && placesOf(good, direction).includes(country.code),
  );
  const mode = modeBetween(main, country, rng);
  return {
    partner: partnerIn(country, names, rng),
    offers: [main, ...alike.slice(0, 3)].map((good) => offerOf(good, rng)),
    gateway: gatewayFor(home, mode, country, rng),
    route: routeFrom(country, mode, rng),
    currency: rng.happens(DOLLAR_SHARE) ? home.currency : rng.pickEarly(country.currencies),
  };
}

/** A company abroad that nobody has traded with before. */
export function partnerIn(country: Country, names: Names, rng: Rng): Partner {
  return {
    name: names.abroad(country.code),
    country: country.code,
    address: { line: names.street(), cityName: rng.pick(country.cities), countryCode: knownCountry(country.code) },
  };
}

export function routeFrom(country: Country, mode: Mode, rng: Rng): Route {
  const carrier = rng.pickEarly(carriersBy(mode));
  const port = rng.pickEarly(mode === 'sea' ? country.sea : country.air);
  const hub = mode === 'sea' && carrier.service === 'hub' ? country.by.slice(0, 1) : [];
  const portCountry = port.slice(0, 2);
  return { mode, carrier, port, via: portCountry === country.code ? hub : [portCountry] };
}

function placesOf(good: Good, direction: Trader['direction']): readonly string[] {
  return direction === 'import' ? good.from : good.to;
}

function modeBetween(good: Good, country: Country, rng: Rng): Mode {
  const neighbour = country.code === 'CA' || country.code === 'MX';
  return neighbour && rng.happens(0.8) ? 'road' : good.mode;
}

function gatewayFor(home: Home, mode: Mode, country: Country, rng: Rng): Gateway {
  return rng.pickEarly(
    home.gateways.filter(
      (gateway) => gateway.mode === mode && (mode !== 'road' || gateway.serves.includes(country.code)),
    ),
  );
}

function offerOf(good: Good, rng: Rng): Offer {
  return {
    good,
    priceLevel: rng.around(1, good.spread ?? PRICE_SPREAD),
    heft: rng.around(1, HEFT_SPREAD),
    texts: [rng.pick(good.texts), rng.pick(good.texts)],
  };
}
