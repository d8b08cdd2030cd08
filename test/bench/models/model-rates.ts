import { setImmediate } from 'node:timers/promises';
import type { Artefact } from '../../../models/artefact/artefact.ts';
import type { TrainedModel } from '../../../models/artefact/trained-model.ts';
import type { OpenTensorFlow } from '../../../services/adapters/tensorflow/open-tensorflow.ts';
import { inBoundedCalls, type AskInCalls } from '../../../services/scoring/models/bounded-calls.ts';
import type { ModelInput } from '../../../services/scoring/ports/risk-model.ts';
import { rateOf, type Rate } from './clock.ts';

/** Goods as the stream hands them to models at once. */
const BATCH = 1_000;

export interface ModelRate extends Rate {
  /** One model, or "all" one after the other. */
  readonly model: string;
  /** `new`: every text for the first time. `trade`: drawn as in trade (Zipf over 100,000 texts). */
  readonly texts: 'new' | 'trade';
  readonly items: number;
  /** Milliseconds that a call held the event loop: the longest, and 99 of 100. */
  readonly callMs: { readonly longest: number; readonly p99: number };
}

export interface ModelOfBench {
  readonly trained: TrainedModel;
  readonly artefact: Artefact;
}

/**
 * Items a second that models answer, in the bounded calls of the stream. New texts come first, on models that were just opened and have
 * answered a few hundred other goods; then a fresh model has trade's.
 * @param warmUp goods whose texts come in neither
 */
export async function modelRates(models: readonly ModelOfBench[], opened: OpenTensorFlow, goods: { readonly [texts in ModelRate['texts']]: readonly ModelInput[] }, warmUp: readonly ModelInput[]): Promise<readonly ModelRate[]> {
  const rates: ModelRate[] = [];
  for (const texts of ['new', 'trade'] as const) {
    for (const group of [...models.map((one) => [one]), ...(models.length > 1 ? [models] : [])]) {
      const calls: number[] = [];
      const asked = await Promise.all(group.map((one) => ask(one, opened, calls)));
      await answerAll(asked, warmUp);
      calls.length = 0;
      const rate = await rateOf(goods[texts].length, () => answerAll(asked, goods[texts]));
      rates.push({ model: group.length > 1 ? 'all' : group[0]!.trained.name, texts, items: goods[texts].length, ...rate, callMs: spread(calls) });
    }
  }
  return rates;
}

async function ask({ trained, artefact }: ModelOfBench, { tf, backend }: OpenTensorFlow, calls: number[]): Promise<AskInCalls> {
  const model = await trained.open(artefact, { tf, backend });
  const failed = (errorClass: string): never => { throw new Error(`${trained.name} failed in the bench: ${errorClass}`); };
  return inBoundedCalls(model, 'active', (event) => {
    if (event.kind === 'called') calls.push(event.seconds * 1000);
    if (event.kind === 'failed') failed(event.errorClass);
  }, { now: () => performance.now(), pause: () => setImmediate() });
}

async function answerAll(models: readonly AskInCalls[], goods: readonly ModelInput[]): Promise<void> {
  for (let from = 0; from < goods.length; from += BATCH) {
    const batch = goods.slice(from, from + BATCH);
    for (const model of models) await model(batch);
  }
}

function spread(calls: readonly number[]): ModelRate['callMs'] {
  const sorted = [...calls].sort((a, b) => a - b);
  const at = (share: number): number => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));
  return { longest: at(1), p99: at(0.99) };
}
