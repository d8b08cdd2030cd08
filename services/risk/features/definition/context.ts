import type { DeclarationEvent, GoodsItem } from '../../declaration/declaration-event.ts';
import { type Direction, directionOf } from '../../declaration/direction.ts';
import type { Facts, ItemFacts } from '../../facts/facts.ts';

/** Numbers that features need and policy decides. */
export interface FeatureSettings {
  /** A trader history that covers fewer days is not long enough to call anything new. */
  readonly historyMinimumDays: number;
  /** A ratio seen on fewer goods is not known well enough to call anything unusual. */
  readonly usualMinimumCount: number;
}

export interface DeclarationContext {
  readonly facts: Facts;
  readonly event: DeclarationEvent;
  /** Undefined where the declaration's type does not say. */
  readonly direction: Direction | undefined;
  readonly settings: FeatureSettings;
}

export interface ItemContext extends DeclarationContext {
  readonly goods: GoodsItem;
  readonly item: ItemFacts;
}

export function declarationContext(facts: Facts, settings: FeatureSettings): DeclarationContext {
  return { facts, event: facts.event, direction: directionOf(facts.event), settings };
}

/** Context of the goods item at `index`; its facts stand at the same place. */
export function itemContext(of: DeclarationContext, index: number): ItemContext {
  const goods = of.event.goodsItems[index];
  const item = of.facts.items[index];
  if (goods === undefined || item === undefined) throw new RangeError(`goods item ${index} has no facts`);
  return { facts: of.facts, event: of.event, direction: of.direction, settings: of.settings, goods, item };
}
