import type { Day, DeclarationEvent, GoodsItem } from '../../risk/declaration/declaration-event.ts';
import { directionOf } from '../../risk/declaration/direction.ts';
import { originOf } from '../../risk/declaration/origin.ts';
import type { ItemFacts } from '../../risk/facts/facts.ts';
import { unknown } from '../../risk/facts/known.ts';
import type { ReferenceData } from '../ports/reference-data.ts';

/** Controls on a code if an item of the declaration had it: for its direction, destination and origin. */
export function controlsOn(
  code: string,
  event: DeclarationEvent,
  item: GoodsItem,
  day: Day,
  reference: ReferenceData,
): ItemFacts['controls'] {
  const direction = directionOf(event);
  if (direction === undefined) return unknown('the direction of the declaration is not known', 'declaration');
  const destination = item.destinationCountryCode ?? event.goodsShipment?.destinationCountryCode;
  const origin = originOf(item);
  return reference.controls(code, {
    direction,
    day,
    ...(destination !== undefined && { destination }),
    ...(origin !== undefined && { origin }),
  });
}
