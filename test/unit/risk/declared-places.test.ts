import { expect, test } from 'vitest';
import { placesOfDeclaration, placesOfItem } from '../../../services/risk/embargo/declared-places.ts';
import { country } from '../../harness/checked.ts';
import { ordinaryEvent, ordinaryItem } from './ordinary-facts.ts';

const named = (places: ReturnType<typeof placesOfItem>): readonly string[] =>
  places.map(({ role, country: code }) => `${role} ${code}`);

test('given a declaration, then every place that it names is there in its role', () => {
  expect(named(placesOfItem(ordinaryItem, placesOfDeclaration(ordinaryEvent)))).toEqual([
    'origin IT',
    'exporter GB',
    'destination JP',
    'country of dispatch GB',
    'consignee JP',
    'itinerary GB',
    'itinerary JP',
    'means of transport PA',
  ]);
});

test('given an item with a destination of its own, then the shipment’s does not count for it', () => {
  const item = { ...ordinaryItem, destinationCountryCode: country('RU') };
  const places = named(placesOfItem(item, placesOfDeclaration(ordinaryEvent)));
  expect(places).toContain('destination RU');
  expect(places).not.toContain('destination JP');
});

test('given an address, a port and a stop with a UN/LOCODE, then town, postcode and location are read', () => {
  const consignee = {
    address: { countryCode: country('UA'), cityName: 'Sévastopol', line: '1, Naval St', postcodeId: '99 011' },
    communications: [],
  };
  const consignment = {
    ...ordinaryEvent.goodsShipment!.consignment!,
    unloadingLocation: { id: 'UASVP', name: 'Sevastopol' },
    itineraries: [{ routingCountryCode: country('UA'), id: 'uasvp' }],
  };
  const event = {
    ...ordinaryEvent,
    goodsShipment: { ...ordinaryEvent.goodsShipment!, consignee, consignment },
  };
  const places = placesOfDeclaration(event);
  expect(places).toContainEqual({
    role: 'consignee',
    country: 'UA',
    words: ' sevastopol 1 naval st ',
    postcode: '99011',
  });
  expect(places).toContainEqual({
    role: 'place of unloading',
    country: 'UA',
    words: ' sevastopol ',
    location: 'UASVP',
  });
  expect(places).toContainEqual({ role: 'itinerary', country: 'UA', words: '', location: 'UASVP' });
});
