import type { ModelAnswer } from '../../../services/risk/facts/model-answer.ts';
import type { ItemContext } from '../../../services/risk/features/definition/context.ts';
import type { ModelInput, RiskModel } from '../../../services/scoring/ports/risk-model.ts';
import type { Artefact } from '../../artefact/artefact.ts';
import type { ModelRuntime, TrainedModel } from '../../artefact/trained-model.ts';
import { ANOMALY, trainedByPart } from './artefact/anomaly-artefact.ts';
import { driftFeatures } from './drift-features.ts';
import { evidenceOf } from './evidence.ts';
import { type GoodsRow, NUMBERS } from './goods/goods-row.ts';
import { contextOf, rowFromFacts } from './goods/row-from-facts.ts';
import { type GoodsScore, scoreGoods } from './scoring/score-goods.ts';
import { scoreOutOfDomain } from './scoring/score-out-of-domain.ts';
import type { TrainedAnomaly } from './scoring/trained-anomaly.ts';

/** What is odd about a goods item given its code, origin and route; as `services/runtime/compose/models.ts` lists it. */
export const anomalyModel: TrainedModel = { name: ANOMALY, open: openAnomalyModel };

/**
 * Brings an artefact to life behind the model port. Goods of its scopes are judged by all that was learned; of others only what
 * reference data have as usual is compared, cautiously. What lacks a code or every number is `unknown`, with why.
 * @throws TDW_MODEL_MALFORMED where the artefact is no anomaly model of this release
 */
export function* openAnomalyModel(
  artefact: Artefact,
  { tf, backend }: ModelRuntime,
): Generator<undefined, RiskModel, undefined> {
  const trained = yield* trainedByPart(artefact);
  const currencies = new Map(trained.domains.map(({ name, currency }) => [name, currency]));
  const heading = { model: ANOMALY, version: artefact.version, backend, likelyCommodityCodes: [] };
  const answer = (batch: readonly ModelInput[]): readonly ModelAnswer[] => {
    const asked = batch.map(({ facts, goodsItem }): Asked => {
      const context = contextOf(facts, goodsItem);
      return { context, row: rowFromFacts(context) };
    });
    const within = asked.filter(({ row }) => currencies.has(row.scope) && lack(row) === undefined);
    const rows = within.map(({ row }) => row);
    const scores = new Map(scoreGoods(tf, trained, rows).map((score, at) => [within[at]!, score]));
    return asked.map((one) => {
      const score = scores.get(one);
      const found =
        score === undefined
          ? outOfDomain(one, trained)
          : inDomain(score, one.row, trained, currencies.get(one.row.scope)!);
      return { ...heading, ...found };
    });
  };
  return { name: ANOMALY, version: artefact.version, backend, answer: (batch) => Promise.resolve(answer(batch)) };
}

interface Asked {
  readonly context: ItemContext;
  readonly row: GoodsRow;
}

type Found = Pick<ModelAnswer, 'status' | 'why' | 'score' | 'pValue' | 'evidence' | 'measures'>;

/** What a row lacks to be judged at all. */
function lack({ hs6, numbers }: GoodsRow): string | undefined {
  if (hs6 === undefined) return 'no commodity code of six digits is declared';
  return NUMBERS.every((name) => name === 'dutyRate' || Number.isNaN(numbers[name]))
    ? 'neither value and mass nor a quantity is known'
    : undefined;
}

function inDomain(
  { score, pValue, fields }: GoodsScore,
  row: GoodsRow,
  { knowledge: { similar }, outcome }: TrainedAnomaly,
  currency: string,
): Found {
  return {
    status: 'ok',
    score,
    pValue,
    evidence: evidenceOf(fields, row, similar, currency),
    measures: driftFeatures(row, similar.densities, outcome),
  };
}

function outOfDomain({ context, row }: Asked, trained: TrainedAnomaly): Found {
  const why = lack(row);
  if (why !== undefined) return unknown(why);
  const found = scoreOutOfDomain(context, trained);
  if ('why' in found) return unknown(`nothing was learned of ${row.scope}, and ${found.why}`);
  const { score, pValue, evidence } = found;
  return { status: 'ok', score, pValue, evidence };
}

const unknown = (why: string): Found => ({ status: 'unknown', why, evidence: [] });
