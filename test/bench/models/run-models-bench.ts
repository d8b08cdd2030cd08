import { loadavg } from 'node:os';
import { readArtefact } from '../../../services/adapters/model-files/artefact-folder.ts';
import { shippedArtefacts } from '../../../services/adapters/model-files/find-artefacts.ts';
import { openTensorFlow } from '../../../services/adapters/tensorflow/open-tensorflow.ts';
import type { BackendName } from '../../../services/adapters/tensorflow/tensorflow.ts';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import { artefactOf, shippedVersion } from '../../../services/runtime/compose/load-model.ts';
import { TRAINED } from '../../../services/runtime/compose/models.ts';
import { goodsDescribed } from './goods.ts';
import { type KernelRate, kernelRates } from './kernels.ts';
import { type GoodsOfBench, type ModelOfBench, type ModelRate, modelRates } from './model-rates.ts';
import { newTexts, newWordings, tradeTexts } from './texts.ts';

export interface ModelsBench {
  readonly node: string;
  /** Processes that wanted a core during the last minute, before and after: above the number of cores, figures by the clock are too low. */
  readonly load: { readonly before: number; readonly after: number };
  readonly backends: readonly BackendBench[];
}

export type BackendBench =
  | {
      readonly backend: BackendName;
      readonly state: 'measured';
      readonly kernels: readonly KernelRate[];
      readonly models: readonly ModelRate[];
    }
  | { readonly backend: BackendName; readonly state: 'not there'; readonly why: string };

export interface BenchSize {
  /** Goods of each kind of texts on a quick backend; plain JavaScript gets a twentieth. */
  readonly items: number;
  /** Those to be measured. */
  readonly backends: readonly BackendName[];
}

const SLOWER = 20;
/** Goods before those that are measured: the first 12,000 cost a fifth more than later ones. */
const WARM_UP = 12_000;

/** Measures every backend that works here, one after the other: dense kernels, then each trained model that comes with this version. */
export async function runModelsBench(
  { items, backends: wanted }: BenchSize,
  say: (line: string) => void,
): Promise<ModelsBench> {
  const before = loadavg()[0]!;
  say(`Generating goods with ${4 * items + WARM_UP} descriptions`);
  const models = await shippedModels();
  const asked = models.length === 0 ? 0 : items;
  const trade = await goodsDescribed(tradeTexts(2, 2 * asked));
  const goods = {
    'new words': await goodsDescribed(newWordings(1, asked)),
    new: await goodsDescribed(newTexts(1, asked)),
    trade: trade.slice(asked),
  };
  const others = await goodsDescribed(newTexts(3, asked === 0 ? 0 : WARM_UP));
  const warmUp = { 'new words': others, new: others, trade: trade.slice(0, asked) };
  const backends: BackendBench[] = [];
  for (const backend of wanted) {
    say(`Measuring ${backend}`);
    const share = (all: GoodsOfBench): GoodsOfBench =>
      backend === 'tfjs-cpu'
        ? {
            'new words': all['new words'].slice(0, all['new words'].length / SLOWER),
            new: all.new.slice(0, all.new.length / SLOWER),
            trade: all.trade.slice(0, all.trade.length / SLOWER),
          }
        : all;
    backends.push(await benchOf(backend, models, share(goods), share(warmUp)));
  }
  return { node: process.version, load: { before, after: loadavg()[0]! }, backends };
}

async function shippedModels(): Promise<readonly ModelOfBench[]> {
  const found = shippedArtefacts();
  const models: ModelOfBench[] = [];
  for (const trained of TRAINED) {
    const version = shippedVersion(trained.name, found);
    if (version === undefined) continue;
    models.push({ trained, artefact: await readArtefact(artefactOf(trained.name, version, found).folder) });
  }
  return models;
}

async function benchOf(
  backend: BackendName,
  models: readonly ModelOfBench[],
  goods: GoodsOfBench,
  warmUp: GoodsOfBench,
): Promise<BackendBench> {
  try {
    const opened = await openTensorFlow(backend);
    return {
      backend,
      state: 'measured',
      kernels: await kernelRates(opened),
      models: await modelRates(models, opened, goods, warmUp),
    };
  } catch (error) {
    if (!(error instanceof TidewaiterError)) throw error;
    return { backend, state: 'not there', why: error.message };
  }
}
