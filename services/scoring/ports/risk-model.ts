import type { GoodsItem } from '../../risk/declaration/declaration-event.ts';
import type { Facts, ItemFacts } from '../../risk/facts/facts.ts';
import type { ModelAnswer } from '../../risk/facts/model-answer.ts';

/** What a model is asked about: one goods item, with all that is known of it and of its declaration. */
export interface ModelInput {
  readonly facts: Facts;
  readonly item: ItemFacts;
  readonly goodsItem: GoodsItem;
}

/** A model that says how odd goods items are. Its answers become facts, recorded with its version, so that a replay needs no model. */
export interface RiskModel {
  readonly name: string;
  readonly version: string;
  /** What it runs on: "statistics", "tfjs-wasm" …. */
  readonly backend: string;
  /** One answer for each input, in their order. An input that lacks what the model needs is answered `unknown`, with why; only infrastructure throws. */
  answer(batch: readonly ModelInput[]): Promise<readonly ModelAnswer[]>;
  /** For a model that remembers answers to what comes again: how often that served, since it was loaded. */
  cacheUse?(): CacheUse;
}

export interface CacheUse {
  readonly hits: number;
  readonly misses: number;
}
