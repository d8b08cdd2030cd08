import type { ModelAnswer, ModelEvidence } from '../../services/risk/facts/facts.ts';
import { declarationContext, itemContext } from '../../services/risk/features/context.ts';
import type { ModelInput, RiskModel } from '../../services/scoring/ports/risk-model.ts';
import { measurements, type Measurement } from './measurements.ts';
import { combinedPValue, tailProbability } from './probability.ts';

/** Raised with every change of what the model answers; recorded with each answer. */
const VERSION = '1.0.0';

/** Fewer goods say too little of their spread: of five that happen to be alike the sixth honest one looks impossible. */
const MINIMUM_COUNT = 20;

/**
 * Declared code against value, mass and quantity: how odd the value per kilogram and the mass per unit are together among
 * goods of the code, by robust z-scores (median and MAD of the logarithm). The statistical first version behind the model port.
 */
export const declaredValueModel: RiskModel = {
  name: 'declared-value',
  version: VERSION,
  backend: 'statistics',
  answer: (batch) => Promise.resolve(batch.map(answerFor)),
};

function answerFor(input: ModelInput): ModelAnswer {
  const measured = measurements(contextOf(input));
  const deviations = measured.flatMap((one) => ('deviation' in one ? [one] : []));
  if (deviations.length === 0) return { ...heading('unknown'), why: [...new Set(measured.flatMap((one) => ('why' in one ? [one.why] : [])))].join('; '), evidence: [], likelyCommodityCodes: [] };
  const pValues = deviations.map(({ deviation }) => tailProbability(deviation));
  const pValue = combinedPValue(pValues);
  return { ...heading('ok'), score: rounded(-Math.log10(pValue)), pValue, evidence: evidenceOf(deviations), likelyCommodityCodes: [] };
}

function contextOf({ facts, goodsItem }: ModelInput): ReturnType<typeof itemContext> {
  return itemContext(declarationContext(facts, { historyMinimumDays: 0, usualMinimumCount: MINIMUM_COUNT }), facts.event.goodsItems.indexOf(goodsItem));
}

function heading(status: ModelAnswer['status']): Pick<ModelAnswer, 'model' | 'version' | 'backend' | 'status'> {
  return { model: declaredValueModel.name, version: VERSION, backend: declaredValueModel.backend, status };
}

/** The oddest first; shares of the squared deviations, which is what the probability rests on. */
function evidenceOf(deviations: readonly Extract<Measurement, { readonly deviation: number }>[]): ModelEvidence[] {
  const total = deviations.reduce((sum, { deviation }) => sum + deviation ** 2, 0);
  return [...deviations]
    .sort((a, b) => Math.abs(b.deviation) - Math.abs(a.deviation))
    .map(({ field, seen, usual, deviation }) => ({ field, seen, usual, share: total === 0 ? 0 : rounded(deviation ** 2 / total) }));
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
