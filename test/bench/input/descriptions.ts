import { chanceFor } from '../../../infra/demo/generator/chance.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';

/** How often descriptions come again: `trade`: drawn from a hundred thousand, the k-th with weight 1/k (Zipf); `new`: none comes twice. */
export type Wording = 'trade' | 'new';
export const WORDINGS = ['trade', 'new'] as const satisfies readonly Wording[];

/** Different article numbers in trade. */
const ARTICLES = Array.from({ length: 100_000 }, (_, index) => index + 1);

/** The same events with an article number behind each description, so that as many of them are new as the wording says. */
export function* worded(events: Iterable<DeclarationEvent>, wording: Wording, seed: number): Generator<DeclarationEvent> {
  const next = articleNumbers(wording, seed);
  for (const event of events) yield { ...event, goodsItems: event.goodsItems.map((item) => (item.commodity?.description === undefined ? item : { ...item, commodity: { ...item.commodity, description: `${item.commodity.description}, article ${next()}` } })) };
}

function articleNumbers(wording: Wording, seed: number): () => number {
  const chance = chanceFor(seed, 'bench articles');
  let last = 0;
  switch (wording) {
    case 'trade':
      return () => chance.pickEarly(ARTICLES);
    case 'new':
      return () => (last += 1);
  }
}
