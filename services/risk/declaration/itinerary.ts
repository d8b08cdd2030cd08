import type { CountryCode } from './country-code.ts';
import type { ItineraryStop } from './declaration-event.ts';

/** Countries of routing in their order; one and the same empty list where no itinerary is stated. */
export function countriesInOrder(itineraries: readonly ItineraryStop[]): readonly CountryCode[] {
  if (itineraries.length === 0) return NO_STOPS;
  return [...itineraries]
    .sort((a, b) => (a.sequenceNumber ?? 0) - (b.sequenceNumber ?? 0))
    .flatMap(({ routingCountryCode }) => routingCountryCode ?? []);
}

const NO_STOPS: readonly CountryCode[] = [];
