import type { GoodsItem } from '../../risk/declaration/declaration-event.ts';
import type { Facts, ItemFacts, ModelAnswer } from '../../risk/facts/facts.ts';

/** One goods item with everything else that is known. */
export interface ModelInput {
  readonly facts: Facts;
  readonly item: ItemFacts;
  readonly goodsItem: GoodsItem;
}

/** A model that says how odd an item is. Its answers are facts: recorded, so that a replay needs no model. */
export interface RiskModel {
  readonly name: string;
  readonly version: string;
  readonly backend: string;
  /** One answer for each input, in order. What it cannot tell is `unknown`; it throws only for infrastructure. */
  answer(batch: readonly ModelInput[]): Promise<readonly ModelAnswer[]>;
}
