import { Counter, type Registry } from 'prom-client';
import type { ModelAnswer } from '../../risk/facts/model-answer.ts';
import { ANOMALOUS_P_VALUE, isAnomalous } from '../../risk/facts/model-answer.ts';
import { firstOf, LabelTally } from './labels.ts';
/** Pairs of chapters that are told apart; there are 97 × 97 at most. */
const PAIRS = 500;

/** What is seen in the answers of one batch; the model of an answer is bounded already. */
export interface AnswerTally {
  see(answer: ModelAnswer, declared: string | undefined): void;
  count(): void;
}

/** Which chapters are declared where the words speak for which others. @returns opens the tally of a batch */
export function mismatchMetrics(registry: Registry): () => AnswerTally {
  const counter = new Counter({
    name: 'tidewaiter_model_mismatches_total',
    help: `Goods whose declared chapter is not the likely one (p-value at most ${ANOMALOUS_P_VALUE}), by model, declared and likely chapter.`,
    labelNames: ['model', 'declared', 'likely'] as const,
    registers: [registry],
  });
  const known = firstOf(PAIRS, /^\d\d \d\d$/);
  return () => {
    const tally = new LabelTally<'model' | 'declared' | 'likely'>();
    return {
      see: (answer, declared) => {
        const likely = answer.likelyCommodityCodes[0]?.code.slice(0, 2);
        if (!isAnomalous(answer) || likely === undefined || declared === undefined) return;
        if (declared.slice(0, 2) === likely) return;
        const [from, to = from] = known(`${declared.slice(0, 2)} ${likely}`).split(' ');
        tally.add({ model: answer.model, declared: from!, likely: to! });
      },
      count: () => tally.addTo(counter),
    };
  };
}
