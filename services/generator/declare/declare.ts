import { knownCountry } from '../../risk/declaration/country-code.ts';
import type {
  DeclarationEvent,
  DeclarationHeader,
  GoodsShipment,
  Party,
} from '../../risk/declaration/declaration-event.ts';
import { type Instant, instantOf } from '../../risk/declaration/instant.ts';
import { eventIdOf } from '../../risk/identity/derived-ids.ts';
import { movementReference } from '../random/identifiers.ts';
import type { Rng } from '../random/rng.ts';
import type { Shipment } from '../shipment/shipment.ts';
import type { Broker, Partner, Trader } from '../traders/trader.ts';
import { decimal } from './decimal.ts';
import { declareItem, kilograms } from './declare-item.ts';
import { declareConsignment, declareTransport } from './declare-transport.ts';
import { NOTHING_STATED } from './nothing-stated.ts';

/** The numbers under which a shipment is declared. */
export interface References {
  readonly declarationId: string;
  readonly lrn: string;
  readonly invoice: string;
}

export function referencesFor(shipment: Shipment, serial: number, rng: Rng): References {
  const year = new Date(shipment.at).getUTCFullYear();
  return {
    declarationId: movementReference(year, 'US', serial, rng),
    lrn: `${shipment.broker.id.slice(2, 8)}${String(serial).padStart(9, '0')}`,
    invoice: `INV-${String(year)}-${rng.digits(6)}`,
  };
}

/** The event that lodges a shipment's declaration, or its full amended version. */
export function declare(
  shipment: Shipment,
  references: References,
  eventType: 'lodged' | 'amended',
  version: number,
): DeclarationEvent {
  const { declarationId } = references;
  return {
    eventId: eventIdOf({ declarationId, eventType, version }),
    eventType,
    declarationId,
    version,
    occurredAt: instant(shipment.at),
    completeness: 'whole',
    otherElements: NOTHING_STATED.list,
    ...headerOf(shipment, references),
    functionCode: eventType === 'lodged' ? '9' : '13',
    goodsItems: shipment.lines.map((line, index) => declareItem(shipment, line, index + 1, references.invoice)),
  };
}

function headerOf(shipment: Shipment, references: References): Omit<DeclarationHeader, 'goodsItems'> {
  const { lines, trader, broker, gateway, partner } = shipment;
  const imported = trader.direction === 'import';
  return {
    functionalReferenceId: references.lrn,
    typeCode: imported ? 'IMA' : 'EXA',
    acceptanceDateTime: instant(shipment.at),
    goodsItemQuantity: decimal(lines.length, 0),
    totalPackageQuantity: decimal(
      lines.reduce((sum, line) => sum + line.packages, 0),
      0,
    ),
    totalGrossMassMeasure: kilograms(lines.reduce((sum, line) => sum + line.grossGrams, 0)),
    invoiceAmount: {
      value: decimal(
        lines.reduce((sum, line) => sum + line.priceCents, 0),
        2,
      ),
      currencyId: shipment.currency,
    },
    declarant: homeParty(broker),
    agent: { ...homeParty(broker), functionCode: '2' },
    exporter: imported ? abroadParty(partner) : homeParty(trader),
    declarationOffice: { id: gateway.office },
    presentationOffice: { id: gateway.office },
    ...(imported ? {} : { exitOffice: { id: gateway.office } }),
    ...declareTransport(shipment),
    ...NOTHING_STATED.header,
    goodsShipment: goodsShipmentOf(shipment, references),
  };
}

function goodsShipmentOf(shipment: Shipment, { lrn }: References): GoodsShipment {
  const { trader, partner, consignee, endUser } = shipment;
  const imported = trader.direction === 'import';
  return {
    transactionNatureCode: '11',
    ucrTraderAssignedReferenceId: `${String(new Date(shipment.at).getUTCFullYear() % 10)}${trader.id}-${lrn}`,
    ...(imported
      ? {
          importer: homeParty(trader),
          consignee: homeParty(trader),
          seller: abroadParty(partner),
          buyer: homeParty(trader),
          exportCountryId: knownCountry(partner.country),
        }
      : {
          consignor: homeParty(trader),
          consignee: abroadParty(consignee),
          seller: homeParty(trader),
          buyer: abroadParty(partner),
          exportCountryId: knownCountry('US'),
        }),
    ...(endUser === undefined ? {} : { endUser: abroadParty(endUser) }),
    destinationCountryCode: knownCountry(shipment.destination),
    tradeTerms: {
      conditionCode: imported ? 'FOB' : 'CIF',
      locationId: imported ? shipment.route.port : shipment.gateway.port,
    },
    consignment: declareConsignment(shipment),
    ...NOTHING_STATED.shipment,
  };
}

/** To the second. */
export const instant = (ms: number): Instant => instantOf(Math.floor(ms / 1000) * 1000);

export const homeParty = ({ id, name, address }: Trader | Broker): Party => ({
  id,
  name,
  address,
  communications: NOTHING_STATED.list,
});

const abroadParty = ({ name, address }: Partner): Party => ({ name, address, communications: NOTHING_STATED.list });
