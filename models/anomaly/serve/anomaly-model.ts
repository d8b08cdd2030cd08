import type { ModelAnswer } from '../../../services/risk/facts/model-answer.ts';
import type { ModelInput, RiskModel } from '../../../services/scoring/ports/risk-model.ts';
import type { Artefact } from '../../artefact/artefact.ts';
import type { ModelRuntime, TrainedModel } from '../../artefact/trained-model.ts';
import { ANOMALY, trainedOf } from './artefact/anomaly-artefact.ts';
import { measuresOf } from './drift-features.ts';
import { evidenceOf } from './evidence.ts';
import { type GoodsRow, NUMBERS } from './goods/goods-row.ts';
import { contextOf, rowFromFacts } from './goods/row-from-facts.ts';
import { judge, type Judgement } from './scoring/score-goods.ts';
import { judgeElsewhere } from './scoring/score-out-of-domain.ts';
import type { TrainedAnomaly } from './scoring/trained-anomaly.ts';

/** What is odd about a goods item given its code, origin and route; as `services/runtime/compose/models.ts` lists it. */
export const anomalyModel: TrainedModel = { name: ANOMALY, open: createAnomalyModel };

/**
 * Brings an artefact to life behind the model port. Goods of its scopes are judged by all that was learned; of others only what
 * reference data have as usual is compared, cautiously. What lacks a code or every number is `unknown`, with why.
 * @throws TDW_MODEL_MALFORMED where the artefact is no anomaly model of this release
 */
export function createAnomalyModel(artefact: Artefact, { tf, backend }: ModelRuntime): RiskModel {
  const trained = trainedOf(artefact);
  const scopes = new Map(trained.scopes.map(({ name, currency }) => [name, currency]));
  const [version, likelyCommodityCodes] = [artefact.version, []];
  const unknown = (why: string): ModelAnswer => ({
    model: ANOMALY,
    version,
    backend,
    likelyCommodityCodes,
    status: 'unknown',
    why,
    evidence: [],
  });
  const answer = (batch: readonly ModelInput[]): readonly ModelAnswer[] => {
    const asked = batch.map(({ facts, goodsItem }) => {
      const context = contextOf(facts, goodsItem);
      return { context, row: rowFromFacts(context) };
    });
    const within = asked.filter(({ row }) => scopes.has(row.scope) && lack(row) === undefined);
    const judged = new Map(
      judge(
        tf,
        trained,
        within.map(({ row }) => row),
      ).map((judgement, at) => [within[at]!, judgement]),
    );
    return asked.map((one): ModelAnswer => {
      const judgement = judged.get(one);
      if (judgement !== undefined)
        return {
          model: ANOMALY,
          version,
          backend,
          likelyCommodityCodes,
          ...told(judgement, one.row, trained, scopes.get(one.row.scope)!),
        };
      const why = lack(one.row);
      if (why !== undefined) return unknown(why);
      const elsewhere = judgeElsewhere(one.context, trained);
      if ('why' in elsewhere) return unknown(`nothing was learned of ${one.row.scope}, and ${elsewhere.why}`);
      const { score, pValue, evidence } = elsewhere;
      return { model: ANOMALY, version, backend, likelyCommodityCodes, status: 'ok', score, pValue, evidence };
    });
  };
  return { name: ANOMALY, version: artefact.version, backend, answer: (batch) => Promise.resolve(answer(batch)) };
}

/** What a row lacks to be judged at all. */
function lack({ hs6, numbers }: GoodsRow): string | undefined {
  if (hs6 === undefined) return 'no commodity code of six digits is declared';
  return NUMBERS.every((name) => name === 'dutyRate' || Number.isNaN(numbers[name]))
    ? 'neither value and mass nor a quantity is known'
    : undefined;
}

function told(
  { score, pValue, fields }: Judgement,
  row: GoodsRow,
  { knowledge: { similar }, outcome }: TrainedAnomaly,
  currency: string,
): Pick<ModelAnswer, 'status' | 'score' | 'pValue' | 'evidence' | 'measures'> {
  return {
    status: 'ok',
    score,
    pValue,
    evidence: evidenceOf(fields, row, similar, currency),
    measures: measuresOf(row, similar.densities, outcome),
  };
}
