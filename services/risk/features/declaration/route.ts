import { countriesInOrder } from '../../declaration/itinerary.ts';
import type { Hub } from '../../facts/facts.ts';
import type { DeclarationContext } from '../definition/context.ts';
import { declarationFeature, type Missing, missing } from '../definition/feature.ts';
import { hubsAmong, sourcesOfCountries } from './countries.ts';
import { distanceKm, type Position } from './great-circle.ts';

/** Kilometres that a stop may lie further from the destination than one before it, before the route is said to double back: the size of a country. */
const TURN_KM = 1000;

/** Which way the goods are said to go. */
export const routeFeatures = [
  declarationFeature('declaration.itinerary', 'list<string>', {
    label: 'itinerary',
    doc: 'Countries of routing in their order (D.E. 5/18); empty where none is stated.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) => waysOf(event).flatMap(({ stops }) => stops),
  }),
  declarationFeature('declaration.routeHubs', 'list<string>', {
    label: 'transshipment hubs on the way',
    doc: 'Countries of routing between dispatch and destination that are well-known transshipment hubs or diversion points.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => hubsBetween(context, () => true),
    from: sourcesOfCountries,
  }),
  declarationFeature('declaration.routeHubsOfHighConcern', 'list<string>', {
    label: 'hubs of high concern on the way',
    doc: 'Those of them from where goods of all kinds go on to an embargoed place, as the list of countries says.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => hubsBetween(context, ({ concern }) => concern === 'high'),
    from: sourcesOfCountries,
  }),
  declarationFeature('declaration.routeDetour', 'double', {
    label: 'detour of the route',
    doc: 'Length of the route through the middle of each country against the direct way, to two decimals; 1 is direct, and where no itinerary is stated.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => {
      return worst(context, (route) => {
        if (route.length < 3) return 1;
        const direct = distanceKm(route[0] as Position, route.at(-1) as Position);
        return direct < TURN_KM
          ? missing('dispatch and destination are neighbours: a detour cannot be told from the length of the way')
          : Math.round((100 * lengthKm(route)) / direct) / 100;
      });
    },
    from: sourcesOfCountries,
  }),
  declarationFeature('declaration.routeExtraKm', 'double', {
    label: 'length of the detour',
    doc: 'Kilometres by which the route is longer than the direct way, to a hundred; 0 where no itinerary is stated.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) =>
      worst(
        context,
        (route) =>
          Math.round((lengthKm(route) - distanceKm(route[0] as Position, route.at(-1) as Position)) / 100) * 100,
      ),
    from: sourcesOfCountries,
  }),
  declarationFeature('declaration.routeBacktracks', 'bool', {
    label: 'whether the route doubles back',
    doc: 'Whether the route comes back to a country it had left, or moves away from the destination after it had been nearer.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => {
      const ways = waysOf(context.event);
      if (ways.map(routeCodes).some((codes) => codes.some((code, index) => codes.indexOf(code) < index))) return true;
      const furthest = worst(context, (route) => Number(movesAway(route)));
      return typeof furthest === 'number' ? furthest > 0 : furthest;
    },
    from: sourcesOfCountries,
  }),
  declarationFeature('declaration.routeOmitsDestination', 'bool', {
    label: 'whether the route ends elsewhere',
    doc: 'Whether an itinerary is stated that does not name the country of destination.',
    tier: 'inspector',
    rests: 'whole',
    of: ({ event }) =>
      waysOf(event).some(
        ({ stops, destinations }) =>
          stops.length > 0 && destinations.length > 0 && !destinations.some((code) => stops.includes(code)),
      ),
  }),
];

/** One way that goods of the declaration go. */
interface Way {
  /** Countries of routing, in their order; none where no itinerary is stated. */
  readonly stops: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly destinations: readonly string[];
}

/** The declaration's way, and those of items whose shipment goes its own. */
function waysOf(event: DeclarationContext['event']): readonly Way[] {
  const { consignment, goodsShipment, goodsItems } = event;
  const itineraries = consignment?.itineraries.length
    ? consignment.itineraries
    : (goodsShipment?.consignment?.itineraries ?? []);
  const destinations =
    itineraries.length === 0
      ? NO_STOPS
      : [goodsShipment, ...goodsItems].flatMap((parts) => parts?.destinationCountryCode ?? []);
  const whole: Way = {
    stops: countriesInOrder(itineraries),
    from: goodsShipment?.exportCountryId,
    to: goodsShipment?.destinationCountryCode,
    destinations,
  };
  const own = goodsItems.flatMap(
    ({ consignment: ofItem, exportCountryId = whole.from, destinationCountryCode = whole.to }): readonly Way[] =>
      ofItem === undefined
        ? []
        : [
            {
              stops: countriesInOrder(ofItem.itineraries),
              from: exportCountryId,
              to: destinationCountryCode,
              destinations: destinationCountryCode === undefined ? [] : [destinationCountryCode],
            },
          ],
  );
  return own.length === 0 ? [whole] : [whole, ...own];
}

const NO_STOPS: readonly string[] = [];

/** Dispatch, the countries of routing, destination; the same country twice in a row once. */
function routeCodes({ stops, from, to }: Way): readonly string[] {
  if (stops.length === 0) return stops;
  const all = [from, ...stops, to].filter((code) => code !== undefined);
  return all.filter((code, index) => code !== all[index - 1]);
}

function between({ event, facts }: DeclarationContext): readonly string[] {
  return waysOf(event).flatMap((way) =>
    routeCodes(way).filter((code) => ![way.from, way.to, facts.authority.country].includes(code)),
  );
}

/** Stops that are such a hub; missing where nothing is known of one. */
function hubsBetween(context: DeclarationContext, which: (hub: Hub) => boolean): readonly string[] | Missing {
  const stops = between(context);
  const unresolved = stops.find((code) => context.facts.countries[code]?.state !== 'found');
  if (unresolved !== undefined) return missing(`nothing is known of the country "${unresolved}"`);
  return hubsAmong(context.facts, stops, which);
}

/** The highest figure of all ways; missing where that of one is. */
function worst(
  context: DeclarationContext,
  measureOf: (route: readonly Position[]) => number | Missing,
): number | Missing {
  const measures = waysOf(context.event).map((way) => {
    const route = routePositions(context, way);
    return 'missing' in route ? route : measureOf(route);
  });
  return (
    measures.find((measure) => typeof measure !== 'number') ??
    Math.max(...measures.filter((measure) => typeof measure === 'number'))
  );
}

const HERE: Position = { latitude: 0, longitude: 0 };

/** Positions along the route; one place, and so no way, where no itinerary is stated. */
function routePositions(context: DeclarationContext, way: Way): readonly Position[] | Missing {
  const codes = routeCodes(way);
  if (codes.length === 0) return [HERE];
  const positions = codes.map((code) => {
    const country = context.facts.countries[code];
    return country?.state === 'found' ? country.value.position : undefined;
  });
  const unlocated = positions.indexOf(undefined);
  return unlocated === -1
    ? positions.filter((position) => position !== undefined)
    : missing(`where the country "${codes[unlocated]}" lies is not known`);
}

function lengthKm(route: readonly Position[]): number {
  return route.reduce(
    (sum, position, index) => (index === 0 ? 0 : sum + distanceKm(route[index - 1] as Position, position)),
    0,
  );
}

function movesAway(route: readonly Position[]): boolean {
  const left = route.map((position) => distanceKm(position, route.at(-1) as Position));
  let nearest = Infinity;
  for (const distance of left) {
    if (distance > nearest + TURN_KM) return true;
    nearest = Math.min(nearest, distance);
  }
  return false;
}
