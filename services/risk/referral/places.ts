import type { DeclarationEvent, GoodsLocation } from '../declaration/declaration-event.ts';
import type { Places } from './referral.ts';
import { containersOf, expectedAt, officesOf, transportOf } from './referral-transport.ts';

/** Which office has to act, where the goods are and how they travel: as far as the event says. */
export function placesOf(event: DeclarationEvent): Places {
  const [location, expected] = [locationOf(event), expectedAt(event)];
  return {
    ...officesOf(event),
    ...(location === undefined ? {} : { goodsLocation: location }),
    transport: transportOf(event),
    containers: containersOf(event),
    ...(expected === undefined ? {} : { expectedExitOrReleaseAt: expected }),
  };
}

function locationOf({ goodsShipment, consignment, goodsItems }: DeclarationEvent): GoodsLocation | undefined {
  const ofItem = goodsItems.find((item) => item.consignment?.goodsLocation !== undefined);
  return goodsShipment?.consignment?.goodsLocation ?? consignment?.goodsLocation ?? ofItem?.consignment?.goodsLocation;
}
