import { containersOf } from '../../declaration/containers.ts';
import { MS_PER_DAY } from '../../declaration/instant.ts';
import { declarationFeature } from '../definition/feature.ts';

/** Papers and formalities of the shipment. */
export const formalityFeatures = [
  declarationFeature('declaration.ducrStated', 'bool', {
    label: 'whether a declaration UCR is stated',
    doc: 'Whether a unique consignment reference is stated: as previous document DCR or DCS, or as trader assigned reference, of the shipment or an item.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) =>
      [event.goodsShipment, ...event.goodsItems].some(
        (parts) =>
          parts !== undefined &&
          (parts.ucrTraderAssignedReferenceId !== undefined ||
            parts.previousDocuments.some(({ typeCode }) => typeCode === 'DCR' || typeCode === 'DCS')),
      ),
  }),
  declarationFeature('declaration.securityDataStated', 'bool', {
    label: 'whether safety and security data are stated',
    doc: 'Whether the declaration carries safety and security data: a carrier, how freight is paid, or countries of routing.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) =>
      event.consignment?.carrier !== undefined ||
      event.consignment?.freightPaymentMethodCode !== undefined ||
      (event.consignment?.itineraries.length ?? 0) > 0,
  }),
  declarationFeature('declaration.containersWithoutSeal', 'list<string>', {
    label: 'seals of the containers',
    doc: 'Containers for which no seal is stated.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) => containersOf(event).flatMap(({ id, seals }) => (seals.length === 0 ? [id] : [])),
  }),
  declarationFeature('declaration.acceptedAfterArrival', 'bool', {
    label: 'time of acceptance',
    doc: 'Whether the declaration says that it was accepted more than a day after it arrived here.',
    tier: 'inspector',
    rests: 'stated',
    of: ({ event, facts }) =>
      event.acceptanceDateTime !== undefined &&
      Date.parse(event.acceptanceDateTime) > Date.parse(facts.arrivedAt) + MS_PER_DAY,
  }),
];
