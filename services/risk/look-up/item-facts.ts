import { type CommodityCode, commodityCodeOf, whyNoCode } from '../declaration/commodity-code.ts';
import type { Day } from '../declaration/day.ts';
import type { DeclarationEvent, GoodsItem } from '../declaration/declaration-event.ts';
import { directionOf } from '../declaration/direction.ts';
import { originOf } from '../declaration/origin.ts';
import { placesOfDeclaration } from '../embargo/declared-places.ts';
import type { DeclaredPlace } from '../embargo/embargo.ts';
import type { ItemFacts } from '../facts/facts.ts';
import { type Unknown, unknown } from '../facts/known.ts';
import { documentsOf } from './documents.ts';
import { embargoesOn } from './embargoes.ts';
import type { ReferenceData } from './reference-data.ts';

/** What the reference data say of an item (`places`: those that hold for all items of the declaration); licences and models are asked for the batch, and so come later. */
export function itemFacts(
  event: DeclarationEvent,
  item: GoodsItem,
  day: Day,
  reference: ReferenceData,
  places: readonly DeclaredPlace[] = placesOfDeclaration(event),
): ItemFacts {
  return {
    sequenceNumber: item.sequenceNumber,
    ...codeFacts(event, item, day, reference),
    embargoes: embargoesOn(event, item, day, reference, places),
    exchangeRates: Object.fromEntries(
      currenciesOf(event, item).map((currency) => [currency, reference.exchangeRate(currency, day)]),
    ),
    documents: documentsOf(event, item, reference),
    models: [],
  };
}

type CodeFacts = Pick<ItemFacts, 'subheading' | 'tariffLine' | 'controls' | 'highPriority' | 'usual' | 'originDuties'>;

function codeFacts(event: DeclarationEvent, item: GoodsItem, day: Day, reference: ReferenceData): CodeFacts {
  const code = commodityCodeOf(item);
  if (code === undefined) return noCode(item);
  const duties = directionOf(event) === 'import' ? reference.originDuties(code, day) : undefined;
  return {
    ...(duties?.state === 'found' && { originDuties: duties }),
    subheading: reference.subheading(code, day),
    tariffLine: reference.tariffLine(code, day, directionOf(event)),
    controls: controlsFor(code, event, item, day, reference),
    highPriority: reference.highPriority(code),
    usual: reference.usual(code, day),
  };
}

function noCode(item: GoodsItem): CodeFacts {
  const why: Unknown = unknown(whyNoCode(item), 'declaration');
  return { subheading: why, tariffLine: why, controls: why, highPriority: why, usual: why };
}

/** Every currency that a value of the item (or the invoice) is stated in. */
function currenciesOf(event: DeclarationEvent, item: GoodsItem): string[] {
  const amounts = [
    item.statisticalValueAmount,
    item.customsValueAmount,
    item.commodity?.itemChargeAmount,
    event.invoiceAmount,
  ];
  return [...new Set(amounts.flatMap((amount) => amount?.currencyId ?? []))];
}

/** Controls on a code if an item of the declaration had it: for its direction, destination and origin. */
export function controlsFor(
  code: CommodityCode,
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
