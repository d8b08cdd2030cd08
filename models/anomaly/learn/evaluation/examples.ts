import type * as core from '@tensorflow/tfjs-core';
import type { ModelEvidence } from '../../../../services/risk/facts/model-answer.ts';
import { evidenceOf } from '../../serve/evidence.ts';
import { scoreGoods } from '../../serve/scoring/score-goods.ts';
import type { TrainedAnomaly } from '../../serve/scoring/trained-anomaly.ts';
import { type LabelledRow, onePerGroup } from '../data/split.ts';
import { injectErrors } from '../training/inject-errors.ts';

/** Where the model fails, to be looked at by people. */
export interface Examples {
  /** Honest goods that it calls odd, the oddest first. */
  readonly falseAlarms: readonly Example[];
  /** Goods with a value of three tenths planted that it finds least odd. */
  readonly missed: readonly Example[];
}

export interface Example {
  readonly goods: string;
  readonly pValue: number;
  readonly evidence: readonly ModelEvidence[];
}

const SHOWN = 3;

interface ExampleOptions {
  readonly seed: number;
  readonly isPreference: (regime: string) => boolean;
  readonly currency: string;
}

export function examplesOf(
  tf: typeof core,
  trained: TrainedAnomaly,
  rows: readonly LabelledRow[],
  { currency, ...options }: ExampleOptions,
): Examples {
  const legitimate = onePerGroup(rows.filter(({ outcome }) => outcome === 0));
  const injected = injectErrors('valueTimes0.3', legitimate, { ...options, donors: rows }).map((one) => one.injected);
  const ranked = (some: readonly LabelledRow[]): readonly Ranked[] =>
    scoreGoods(tf, trained, some)
      .map((score, at) => ({ row: some[at]!, ...score }))
      .sort((a, b) => b.score - a.score);
  const told = ({ row, pValue, fields }: Ranked): Example => ({
    goods: goodsOf(row),
    pValue,
    evidence: evidenceOf(fields, row, trained.knowledge.similar, currency),
  });
  return {
    falseAlarms: ranked(legitimate).slice(0, SHOWN).map(told),
    missed: ranked(injected).slice(-SHOWN).map(told),
  };
}

type Ranked = ReturnType<typeof scoreGoods>[number] & { readonly row: LabelledRow };

/** A row in a few words: no trader, no exact number. */
function goodsOf({ hs6, categories: { origin, dispatch, regime } }: LabelledRow): string {
  return `HS6 ${hs6 ?? 'not stated'}, origin ${origin ?? 'not stated'}, from ${dispatch ?? 'not stated'}, regime ${regime ?? 'not stated'}`;
}
