import { Counter, Histogram, type Registry } from 'prom-client';
import { commodityCodeOf } from '../../risk/declaration/commodity-code.ts';
import type { ModelAnswer } from '../../risk/facts/model-answer.ts';
import { ANOMALOUS_P_VALUE, isAnomalous } from '../../risk/facts/model-answer.ts';
import type { ModelEvent } from '../../scoring/models/model-event.ts';
import type { ModelBaselines } from '../../scoring/ports/model-baselines.ts';
import type { Emitted } from '../../scoring/steps/emit-step.ts';
import type { Read } from './committed-batches.ts';
import { driftMetrics } from './drift-metrics.ts';
import { LabelTally, oneOf } from './labels.ts';
import { type AnswerTally, mismatchMetrics } from './mismatch-metrics.ts';
import { type ModelName, modelServiceMetrics } from './model-service-metrics.ts';

export interface ModelMetrics {
  event(event: ModelEvent): void;
  readonly answered: Read<readonly Emitted[]>;
}

const STATUSES = ['ok', 'vague', 'unknown'] as const;
const P_VALUE_BUCKETS = [0.0001, 0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 1];
/** Scores are logarithms: of the shipped models one says 0.07 to 0.6 of ordinary goods, the other -5 to -0.1. */
const SCORE_BUCKETS = [-15, -10, -7.5, -5, -4, -3, -2, -1, -0.5, 0, 0.1, 0.25, 0.5, 1, 2, 3, 4, 5, 7.5, 10, 15, 20];

/** What the models say, on what and how fast, and whether they are there. @param models those in use; their names stay the same @param baselines what is usual of their numbers here */
export function modelMetrics(
  registry: Registry,
  models: () => readonly ModelName[],
  baselines: ModelBaselines,
): ModelMetrics {
  const [service, drift] = [modelServiceMetrics(registry, models), driftMetrics(registry, baselines)];
  const openTallies = [answerMetrics(registry, models), scoreMetrics(registry), mismatchMetrics(registry)];
  const label = oneOf(models().map(({ name }) => name));
  return {
    event: (event) => {
      service(event);
      drift.model(event);
    },
    answered: (answered) => {
      const tallies = openTallies.map((open) => open());
      forEachAnswer(answered, (answer, declared) => {
        const labelled = { ...answer, model: label(answer.model) };
        for (const tally of tallies) tally.see(labelled, declared);
        drift.answered(answer);
      });
      return () => tallies.forEach((tally) => tally.count());
    },
  };
}

/** How many answers there are of each status, and whether versions on trial agree. @returns opens the tally of a batch */
function answerMetrics(registry: Registry, models: () => readonly ModelName[]): () => AnswerTally {
  const registers = [registry];
  const answers = new Counter({
    name: 'tidewaiter_model_answers_total',
    help: 'Answers of models about goods items.',
    labelNames: ['model', 'status'] as const,
    registers,
  });
  const shadows = new Counter({
    name: 'tidewaiter_model_shadow_answers_total',
    help: `Answers of versions on trial, by whether the version in use finds the same goods odd (p-value at most ${ANOMALOUS_P_VALUE}).`,
    labelNames: ['model', 'result'] as const,
    registers,
  });
  for (const { name } of models()) for (const status of STATUSES) answers.inc({ model: name, status }, 0);
  return () => {
    const [statuses, trials] = [new LabelTally<'model' | 'status'>(), new LabelTally<'model' | 'result'>()];
    return {
      see: (answer) => {
        statuses.add({ model: answer.model, status: answer.status });
        if (answer.shadow) trials.add({ model: answer.model, result: agreement(answer, answer.shadow) });
      },
      count: () => {
        statuses.addTo(answers);
        trials.addTo(shadows);
      },
    };
  };
}

/** The numbers in the answers. @returns opens the tally of a batch */
function scoreMetrics(registry: Registry): () => AnswerTally {
  const registers = [registry];
  const scores = new Histogram({
    name: 'tidewaiter_model_score',
    help: 'Scores of models: higher is odder.',
    labelNames: ['model'] as const,
    buckets: SCORE_BUCKETS,
    registers,
  });
  const pValues = new Histogram({
    name: 'tidewaiter_model_p_value',
    help: 'p-values of models: share of honest goods at least as odd.',
    labelNames: ['model'] as const,
    buckets: P_VALUE_BUCKETS,
    registers,
  });
  return () => {
    const [scored, rare] = [new Map<string, number[]>(), new Map<string, number[]>()];
    return {
      see: ({ model, score, pValue }) => {
        if (score !== undefined) listOf(scored, model).push(score);
        if (pValue !== undefined) listOf(rare, model).push(pValue);
      },
      count: () => {
        for (const [model, values] of scored) for (const value of values) scores.observe({ model }, value);
        for (const [model, values] of rare) for (const value of values) pValues.observe({ model }, value);
      },
    };
  };
}

function forEachAnswer(
  answered: readonly Emitted[],
  see: (answer: ModelAnswer, declared: string | undefined) => void,
): void {
  for (const { facts } of answered) {
    facts.items.forEach((item, index) => {
      const goodsItem = facts.event.goodsItems[index];
      const declared = goodsItem && commodityCodeOf(goodsItem);
      for (const answer of item.models) see(answer, declared);
    });
  }
}

function listOf(lists: Map<string, number[]>, name: string): number[] {
  const known = lists.get(name);
  if (known !== undefined) return known;
  const list: number[] = [];
  lists.set(name, list);
  return list;
}

function agreement(active: ModelAnswer, shadow: Omit<ModelAnswer, 'shadow'>): 'agrees' | 'differs' | 'unknown' {
  if (active.status === 'unknown' || shadow.status === 'unknown')
    return active.status === shadow.status ? 'agrees' : 'unknown';
  return active.status === shadow.status && isAnomalous(active) === isAnomalous(shadow) ? 'agrees' : 'differs';
}
