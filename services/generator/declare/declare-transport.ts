import { knownCountry } from '../../risk/declaration/country-code.ts';
import type { Consignment, DeclarationHeader, TransportMeans } from '../../risk/declaration/declaration-event.ts';
import { MS_PER_DAY } from '../../risk/declaration/instant.ts';
import type { Mode } from '../places/home.ts';
import type { Shipment } from '../shipment/shipment.ts';
import { NOTHING_STATED } from './nothing-stated.ts';

/** UN/ECE Recommendation 19. */
const MODE_CODES: Readonly<Record<Mode, string>> = { sea: '1', road: '3', air: '4' };
/** Kind of the identifier of the means of transport: IMO number, registration plate, flight number. */
const IDENTIFICATIONS: Readonly<Record<Mode, string>> = { sea: '10', road: '30', air: '40' };

/** The border transport, the carrier and the itinerary: the header's part. */
export function declareTransport(shipment: Shipment): Pick<DeclarationHeader, 'borderTransportMeans' | 'consignment'> {
  const { carrier } = shipment.route;
  return {
    borderTransportMeans: {
      ...meansOf(shipment),
      registrationNationalityCode: knownCountry(shipment.itinerary[0] ?? 'US'),
    },
    consignment: {
      ...NOTHING_STATED.consignment,
      carrier: { name: carrier.name, id: carrier.code, communications: NOTHING_STATED.list },
      freightPaymentMethodCode: 'B',
      itineraries: shipment.itinerary.map((country, index) => ({
        sequenceNumber: index + 1,
        routingCountryCode: knownCountry(country),
      })),
    },
  };
}

/** Where the goods lie and in what: the shipment's part. */
export function declareConsignment(shipment: Shipment): Consignment {
  const { gateway, route, containers } = shipment;
  const imported = shipment.trader.direction === 'import';
  const name = gateway.locations[shipment.at % gateway.locations.length] ?? gateway.name;
  return {
    ...NOTHING_STATED.consignment,
    containerCode: containers.length === 0 ? '0' : '1',
    ...(imported ? { arrivalTransportMeans: meansOf(shipment) } : { departureTransportMeans: meansOf(shipment) }),
    goodsLocation: {
      id: gateway.port,
      name,
      typeCode: 'A',
      address: { countryCode: knownCountry('US'), cityName: gateway.name, typeCode: 'U' },
    },
    loadingLocation: { id: imported ? route.port : gateway.port },
    unloadingLocation: { id: imported ? gateway.port : route.port },
    transportEquipments: containers.map((container, index) => ({
      sequenceNumber: index + 1,
      id: container.id,
      seals: [{ sequenceNumber: 1, id: container.seal }],
    })),
  };
}

function meansOf({ route, at }: Shipment): TransportMeans {
  return {
    id: `${route.carrier.code}${String(100 + (Math.floor(at / MS_PER_DAY) % 899))}`,
    identificationTypeCode: IDENTIFICATIONS[route.mode],
    typeCode: IDENTIFICATIONS[route.mode],
    modeCode: MODE_CODES[route.mode],
  };
}
