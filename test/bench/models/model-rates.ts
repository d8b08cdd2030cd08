import { setImmediate } from 'node:timers/promises';
import type { Artefact } from '../../../models/artefact/artefact.ts';
import { atOnce } from '../../../models/artefact/at-once.ts';
import type { TrainedModel } from '../../../models/artefact/trained-model.ts';
import type { OpenTensorFlow } from '../../../services/adapters/tensorflow/open-tensorflow.ts';
import { type AskInCalls, inBoundedCalls } from '../../../services/scoring/models/bounded-calls.ts';
import type { CacheUse, ModelInput } from '../../../services/scoring/ports/risk-model.ts';
import { type Rate, rateOf } from './clock.ts';

/** Goods as the stream hands them to models at once. */
const BATCH = 1_000;

/** What is asked, from what is hardest on. */
export const TEXTS = {
  'new words': 'no two descriptions have the same words: nothing is remembered but single words',
  new: 'every description is new, but some differ from another by a number alone, as article numbers and sizes do: those are read once',
  trade: 'descriptions come again as in trade: 100,000 of them, the k-th with weight 1/k (Zipf), after as many again',
} as const;

export interface ModelRate extends Rate {
  /** One model, or "all" one after the other. */
  readonly model: string;
  /** Descriptions: see TEXTS. */
  readonly texts: keyof typeof TEXTS;
  readonly items: number;
  /** Share of answers that a model had given before: the classification to the same description whatever its numbers. */
  readonly remembered: number;
  /** Milliseconds that a call held the event loop: the longest, and 99 of 100. */
  readonly callMs: { readonly longest: number; readonly p99: number };
}

export type GoodsOfBench = { readonly [texts in ModelRate['texts']]: readonly ModelInput[] };

export interface ModelOfBench {
  readonly trained: TrainedModel;
  readonly artefact: Artefact;
}

/**
 * Items a second that models answer, in the bounded calls of the stream: each kind of texts by a fresh model. New ones come after a few
 * thousand other goods.
 * @param warmUp goods that come before: for trade as many again, out of the same hundred thousand texts, so that what is measured is an ordinary day
 */
export async function modelRates(
  models: readonly ModelOfBench[],
  opened: OpenTensorFlow,
  goods: GoodsOfBench,
  warmUp: GoodsOfBench,
): Promise<readonly ModelRate[]> {
  const rates: ModelRate[] = [];
  for (const texts of ['new words', 'new', 'trade'] as const) {
    for (const group of [...models.map((one) => [one]), ...(models.length > 1 ? [models] : [])]) {
      const calls: number[] = [];
      const asked = group.map((one) => open(one, opened, calls));
      await answerAll(
        asked.map(({ ask }) => ask),
        warmUp[texts],
      );
      const before = asked.map(({ cacheUse }) => cacheUse());
      calls.length = 0;
      const rate = await rateOf(goods[texts].length, () =>
        answerAll(
          asked.map(({ ask }) => ask),
          goods[texts],
        ),
      );
      const remembered =
        asked.reduce((sum, { cacheUse }, at) => sum + cacheUse().hits - before[at]!.hits, 0) / goods[texts].length;
      rates.push({
        model: group.length > 1 ? 'all' : group[0]!.trained.name,
        texts,
        items: goods[texts].length,
        ...rate,
        remembered: Number(remembered.toFixed(3)),
        callMs: spread(calls),
      });
    }
  }
  return rates;
}

function open(
  { trained, artefact }: ModelOfBench,
  { tf, backend }: OpenTensorFlow,
  calls: number[],
): { readonly ask: AskInCalls; readonly cacheUse: () => CacheUse } {
  const model = atOnce(trained.open(artefact, { tf, backend }));
  const failed = (errorClass: string): never => {
    throw new Error(`${trained.name} failed in the bench: ${errorClass}`);
  };
  const ask = inBoundedCalls(
    model,
    'active',
    (event) => {
      if (event.kind === 'called') calls.push(event.seconds * 1000);
      if (event.kind === 'failed') failed(event.errorClass);
    },
    { now: () => performance.now(), pause: () => setImmediate() },
  );
  return { ask, cacheUse: () => model.cacheUse?.() ?? { hits: 0, misses: 0 } };
}

async function answerAll(models: readonly AskInCalls[], goods: readonly ModelInput[]): Promise<void> {
  for (let from = 0; from < goods.length; from += BATCH) {
    const batch = goods.slice(from, from + BATCH);
    for (const model of models) await model(batch);
  }
}

function spread(calls: readonly number[]): ModelRate['callMs'] {
  const sorted = [...calls].sort((a, b) => a - b);
  const at = (share: number): number =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));
  return { longest: at(1), p99: at(0.99) };
}
