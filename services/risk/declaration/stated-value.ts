import type { Amount, DeclarationEvent, GoodsItem } from './declaration-event.ts';

export interface ValuedItem {
  readonly event: DeclarationEvent;
  readonly goods: GoodsItem;
}

/**
 * The amount that says what an item is worth: customs value, else statistical value, else its price on the invoice, which is in the invoice's currency where
 * it states none. One without any currency only where there is no other.
 */
export function statedValue({ goods, event }: ValuedItem): Amount | undefined {
  const { customsValueAmount, statisticalValueAmount } = goods;
  const price = priceOf(goods, event);
  return (
    [customsValueAmount, statisticalValueAmount, price].find((amount) => amount?.currencyId !== undefined) ??
    customsValueAmount ??
    statisticalValueAmount ??
    price
  );
}

function priceOf({ commodity }: GoodsItem, { invoiceAmount }: DeclarationEvent): Amount | undefined {
  const price = commodity?.itemChargeAmount;
  if (price === undefined || price.currencyId !== undefined || invoiceAmount?.currencyId === undefined) return price;
  return { value: price.value, currencyId: invoiceAmount.currencyId };
}
