import { beforeAll, describe, expect, it } from 'vitest';
import type { LabelledRow } from '../../../../models/anomaly/learn/data/split.ts';
import { cardOf } from '../../../../models/anomaly/learn/evaluation/card.ts';
import { evaluateAnomaly, unseenRows } from '../../../../models/anomaly/learn/evaluation/evaluate-anomaly.ts';
import type { TrainingState } from '../../../../models/anomaly/learn/training/train-autoencoder.ts';
import { openAnomalyModel } from '../../../../models/anomaly/serve/anomaly-model.ts';
import { networkInput, writeNumbers } from '../../../../models/anomaly/serve/autoencoder/inputs.ts';
import { NUMBER_INPUTS } from '../../../../models/anomaly/serve/autoencoder/shape.ts';
import { NUMBERS } from '../../../../models/anomaly/serve/goods/goods-row.ts';
import { anomalyColumns } from '../../../../models/anomaly/serve/scoring/columns.ts';
import { scoreGoods } from '../../../../models/anomaly/serve/scoring/score-goods.ts';
import { atOnce } from '../../../../models/artefact/at-once.ts';
import { mostAlarms } from '../../../../models/statistics/binomial.ts';
import { type OpenTensorFlow, openTensorFlow } from '../../../../services/adapters/tensorflow/open-tensorflow.ts';
import { unknown } from '../../../../services/risk/facts/known.ts';
import type { ModelInput } from '../../../../services/scoring/ports/risk-model.ts';
import { country, decimal } from '../../../harness/checked.ts';
import { type Difference, factsWhere } from '../../risk/ordinary-facts.ts';
import { isPreference, madeUpGoods } from './made-up-goods.ts';
import { GOODS, openForTraining, stored, trainSmall } from './trained-model.ts';

let opened: OpenTensorFlow;
let model: ReturnType<typeof stored>;
const states: TrainingState[] = [];

beforeAll(async () => {
  opened = await openForTraining();
  model = stored(await trainSmall(opened, 1, undefined, (state) => states.push(state)));
});

const fresh = (): readonly LabelledRow[] => madeUpGoods(1500, 2).filter(({ outcome }) => outcome === 0);
const machines = (): LabelledRow => fresh().find(({ hs6 }) => hs6 === '841981')!;
const judged = (row: LabelledRow) => scoreGoods(opened.tf, model.trained, [row])[0]!;

describe('training', () => {
  it('with the same data and seed gives the same artefact', async () => {
    expect(stored(await trainSmall(opened)).version).toBe(model.version);
  });

  it('that was interrupted goes on to the same artefact', async () => {
    expect(stored(await trainSmall(opened, 1, states[0])).version).toBe(model.version);
  });
});

describe('the judgement of a goods item', () => {
  it('calls no more than the stated share of fresh honest goods odd, as far as chance allows', () => {
    const pValues = scoreGoods(opened.tf, model.trained, fresh()).map(({ pValue }) => pValue);
    for (const rate of [0.01, 0.05, 0.2])
      expect(pValues.filter((p) => p <= rate).length).toBeLessThanOrEqual(mostAlarms(pValues.length, rate * 2, 0.001));
  });

  it('is the same alone and among others', () => {
    const rows = fresh().slice(0, 300);
    expect(rows.slice(0, 20).map(judged)).toEqual(scoreGoods(opened.tf, model.trained, rows).slice(0, 20));
  });

  it('is the same on plain JavaScript', async () => {
    const rows = fresh().slice(0, 50);
    const onWasm = scoreGoods(opened.tf, model.trained, rows);
    const { tf } = await openTensorFlow('tfjs-cpu');
    const onCpu = scoreGoods(tf, model.trained, rows);
    opened = await openForTraining();
    for (const [at, { score, pValue }] of onCpu.entries()) {
      expect(score).toBeCloseTo(onWasm[at]!.score, 5);
      expect(pValue).toBeCloseTo(onWasm[at]!.pValue, 5);
    }
  });

  it.each([
    [
      'a mass in grams',
      {
        unitValue: -Math.log(1000),
        netMass: Math.log(1000),
        massPerUnit: Math.log(1000),
        massPerPackage: Math.log(1000),
      },
      ['unitValue', 'netMass', 'massPerUnit', 'massPerPackage'],
    ],
    ['a tenth of the value', { unitValue: Math.log(0.1), valuePerUnit: Math.log(0.1) }, ['unitValue', 'valuePerUnit']],
    [
      'a quantity that contradicts the mass',
      { massPerUnit: -Math.log(20), valuePerUnit: -Math.log(20) },
      ['massPerUnit', 'valuePerUnit'],
    ],
  ])('finds %s and names the field', (_, shifts, fields) => {
    const row = machines();
    const numbers = { ...row.numbers };
    for (const [name, by] of Object.entries(shifts)) numbers[name as keyof typeof numbers] += by;
    const judgement = judged({ ...row, numbers });
    expect(judgement.pValue).toBeLessThan(0.02);
    expect(fields).toContain(judgement.fields[0]?.field);
    expect(judgement.fields.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1.001);
  });

  it('takes a number that is not stated for unknown, not for zero', () => {
    const row = machines();
    const judgement = judged({
      ...row,
      numbers: { ...row.numbers, massPerUnit: NaN, valuePerUnit: NaN, massPerPackage: NaN },
    });
    expect(judgement.pValue).toBeGreaterThan(0.02);
    expect(judgement.fields.map(({ field }) => field)).not.toContain('massPerUnit');
  });

  it('rests on no detector of a field that is not stated', () => {
    const row = machines();
    const columns = anomalyColumns(opened.tf, model.trained.knowledge, [
      { ...row, numbers: { ...row.numbers, massPerUnit: NaN }, categories: { ...row.categories, origin: undefined } },
    ]);
    for (const [at, { field }] of model.trained.detectors.entries())
      expect(Number.isNaN(columns[at]![0]!), field).toBe(field === 'massPerUnit' || field === 'origin');
  });

  it('shows a number that is not known to the network as neither large nor small', () => {
    const {
      knowledge: { similar, indexer },
    } = model.trained;
    const row = machines();
    const written = new Float32Array(NUMBER_INPUTS);
    writeNumbers(
      networkInput({ ...row, numbers: { ...row.numbers, netMass: NaN } }, indexer, similar.densities),
      () => false,
      written,
      0,
    );
    expect([...written.subarray(2 * NUMBERS.indexOf('netMass'), 2 * NUMBERS.indexOf('netMass') + 2)]).toEqual([0, 0]);
    expect(written[2 * NUMBERS.indexOf('unitValue') + 1]).toBe(1);
  });
});

describe('the evaluation', () => {
  it('measures only what was not learned from, and the card tells it', () => {
    const rows = [...madeUpGoods(GOODS), ...madeUpGoods(1500, 2)];
    expect(unseenRows(model.trained, rows)).toHaveLength(1500);
    const evaluation = evaluateAnomaly(opened.tf, model.trained, rows, { seed: 1, isPreference, currency: 'GBP' });
    expect(evaluation.unseenRows).toBe(1500);
    const mass = evaluation.injection.rows.find(({ kind }) => kind === 'massTimes1000')!;
    expect(mass.recall.model.value).toBeGreaterThan(0.9);
    expect(evaluation.outcomes.unseenTriples.outcomeModel.auc.value).toBeGreaterThan(0.8);
    expect(evaluation.outcomes.unseenTriples.unitValueZ.auc.value).toBeLessThan(0.6);
    expect(evaluation.bias.dimensions.origin.map(({ value }) => value)).toContain('IT');
    const card = cardOf({
      trained: model.trained,
      seed: 1,
      data: [],
      test: [],
      lacks: ['description'],
      evaluation,
      untaught: { massTimes1000: { value: 0.9, low: 0.8, high: 0.95 } },
      comparison: { boostedTrees: { value: 0.6, low: 0.5, high: 0.7 }, logistic: { value: 0.55, low: 0.5, high: 0.6 } },
      remarks: ['made up'],
    });
    for (const heading of ['Intended use', 'Data and splits', 'Figures', 'Where it fails', 'must not be used'])
      expect(card).toContain(heading);
  });
});

describe('the model in the stream', () => {
  async function answerFor(difference: Difference) {
    const facts = factsWhere(difference);
    const input: ModelInput = { facts, item: facts.items[0]!, goodsItem: facts.event.goodsItems[0]! };
    const [answer] = await atOnce(openAnomalyModel(model.artefact, { tf: opened.tf, backend: opened.backend })).answer([
      input,
    ]);
    return answer!;
  }
  const packed: Difference = {
    goods: {
      packagings: [{ quantity: decimal('8') }],
      customsValueAmount: { value: decimal('6000'), currencyId: 'GBP' },
    },
    commodity: {
      netNetWeightMeasure: { value: decimal('150'), unitCode: 'KGM' },
      tariffQuantity: { value: decimal('3'), unitCode: 'NAR' },
      dutyTaxFees: [{ dutyRegimeCode: '300' }],
    },
  };
  /** As the goods that were learned from: by sea from Italy, without preference. */
  const usual: Difference = {
    ...packed,
    event: { goodsShipment: { ...factsWhere({}).event.goodsShipment!, exportCountryId: country('IT') } },
  };

  const weighing = (kilograms: string): Difference => ({
    ...usual,
    commodity: { ...usual.commodity, netNetWeightMeasure: { value: decimal(kilograms), unitCode: 'KGM' } },
  });

  it('finds nothing odd in ordinary goods, and names its version and backend', async () => {
    expect(await answerFor(usual)).toMatchObject({
      model: 'anomaly',
      version: model.version,
      backend: 'tfjs-wasm',
      status: 'ok',
      evidence: [],
    });
  });

  it('says of a mass in grams what was seen, what is usual and how rare that is', async () => {
    const answer = await answerFor(weighing('150000'));
    expect(answer.pValue).toBeLessThan(0.02);
    expect(answer.evidence.map(({ field }) => field).join()).toMatch(/mass|value per kilogram/);
    expect(answer.evidence[0]?.usual).toMatch(/median .* two thirds .* goods of .*honest goods/);
  });

  it('is unknown where no code is declared, and says why', async () => {
    expect(await answerFor({ ...packed, commodity: { ...packed.commodity, classifications: [] } })).toMatchObject({
      status: 'unknown',
      why: expect.stringContaining('six digits') as string,
    });
  });

  it('compares goods of another administration with reference data only, and cautiously', async () => {
    const american = { facts: { authority: { country: 'US', currency: 'GBP', timeZone: 'America/New_York' } } };
    expect(await answerFor({ ...usual, ...american })).toMatchObject({ status: 'ok', evidence: [] });
    const impossible = await answerFor({ ...weighing('15000000'), ...american });
    expect(impossible.pValue).toBeLessThan(0.01);
    expect(impossible.evidence[0]?.usual).toContain('by reference data');
  });

  it('is unknown where nothing is known of such goods there', async () => {
    const answer = await answerFor({
      ...usual,
      facts: { authority: { country: 'US', currency: 'GBP', timeZone: 'America/New_York' } },
      item: { usual: unknown('no usual ratios are loaded', 'usual') },
    });
    expect(answer).toMatchObject({
      status: 'unknown',
      why: expect.stringContaining('nothing was learned of US export') as string,
    });
  });
});
