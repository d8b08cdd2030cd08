import { rngFor } from '../../../services/generator/random/rng.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { wordsNumbered } from '../models/texts.ts';

/** How often descriptions come again: `trade`: out of a hundred thousand, of each kind of goods the k-th with weight 1/k (Zipf); `new`: no wording comes twice. */
export type Wording = 'trade' | 'new';
export const WORDINGS = ['trade', 'new'] as const satisfies readonly Wording[];

/** Different descriptions in trade. */
const DIFFERENT = 100_000;

export interface WordingOptions {
  readonly wording: Wording;
  readonly seed: number;
  /** The declarations that are repeated: how many descriptions they have says how many wordings of each there are in trade. */
  readonly pool: readonly DeclarationEvent[];
}

/** The same events with more words behind each description, so that as many of them are new as the wording says. Another number alone would not do: models read past it. */
export function* worded(events: Iterable<DeclarationEvent>, options: WordingOptions): Generator<DeclarationEvent> {
  const next = numbers(options);
  for (const event of events)
    yield {
      ...event,
      goodsItems: event.goodsItems.map((item) =>
        item.commodity?.description === undefined
          ? item
          : {
              ...item,
              commodity: { ...item.commodity, description: `${item.commodity.description}, ${wordsNumbered(next())}` },
            },
      ),
    };
}

function numbers({ wording, seed, pool }: WordingOptions): () => number {
  switch (wording) {
    case 'trade': {
      const kinds = new Set(pool.flatMap(({ goodsItems }) => goodsItems.map(({ commodity }) => commodity?.description)))
        .size;
      const ofAKind = Array.from({ length: Math.ceil(DIFFERENT / Math.max(1, kinds)) }, (_, index) => index);
      const chance = rngFor(seed, 'bench wordings of trade');
      return () => chance.pickEarly(ofAKind);
    }
    case 'new': {
      let last = 0;
      return () => (last += 1);
    }
  }
}
