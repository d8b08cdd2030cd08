import type { DeadlineSettings } from '../../../config/settings.ts';
import type { DeclarationEvent } from '../../risk/declaration/declaration-event.ts';

/** As deadlines tell them apart. */
export type TransportMode = keyof DeadlineSettings;

/** UN/ECE Recommendation 19. */
const MODES: Readonly<Record<string, TransportMode>> = {
  1: 'sea',
  2: 'rail',
  3: 'road',
  4: 'air',
  5: 'mail',
  7: 'fixedInstallation',
  8: 'inlandWater',
};

/** Mode of transport at the border, else of departure or arrival; at sea, in containers or not. */
export function transportModeOf({ borderTransportMeans, consignment, goodsShipment }: DeclarationEvent): TransportMode {
  const consignments = [consignment, goodsShipment?.consignment].filter((one) => one !== undefined);
  const means = [
    borderTransportMeans,
    ...consignments.flatMap((one) => [one.departureTransportMeans, one.arrivalTransportMeans]),
  ];
  const code = means.find((one) => one?.modeCode !== undefined)?.modeCode ?? '';
  const mode = MODES[code.slice(0, 1)] ?? 'otherwise';
  const inContainers = consignments.some(
    ({ containerCode, transportEquipments }) => containerCode === '1' || transportEquipments.length > 0,
  );
  return mode === 'sea' && inContainers ? 'containerisedSea' : mode;
}
