import { z } from 'zod';
import { firstLineOf, TidewaiterError } from '../../../../services/risk/failure/tidewaiter-error.ts';
import { type Artefact, tableOf } from '../../../artefact/artefact.ts';
import { atOnce } from '../../../artefact/at-once.ts';
import type { ArtefactDraft } from '../../../artefact/manifest.ts';
import { packSegments, unpackSegments } from '../../../artefact/pack-p-values.ts';
import { packTrees, unpackTrees } from '../../../artefact/pack-trees.ts';
import { float32, int32 } from '../../../artefact/packed.ts';
import { BOTTLENECK, HIDDEN } from '../autoencoder/shape.ts';
import { createIndexer } from '../autoencoder/vocabulary.ts';
import { detectorsOf } from '../scoring/detectors.ts';
import type { TrainedAnomaly } from '../scoring/trained-anomaly.ts';
import { BIN } from '../similar/number-density.ts';
import { BINS } from '../similar/scaled-numbers.ts';
import { packCoOccurrences, unpackCoOccurrencesByPart } from './pack-co-occurrence.ts';
import { packDensities, unpackDensitiesByPart } from './pack-densities.ts';
import { packNetwork, unpackNetwork } from './pack-network.ts';
import { packOutcome, unpackOutcomeByPart } from './pack-outcome.ts';
import { packTails, unpackTails } from './pack-tails.ts';

export const ANOMALY = 'anomaly';

/** Raised whenever an item becomes numbers in another way: an artefact of another form is not read. */
const FORM = 1;

const features = z.object({
  form: z.literal(FORM),
  scopes: z.array(z.object({ name: z.string(), currency: z.string() })),
});
const calibration = z.object({ segmentMinimum: z.number() });

/** What a trained model is stored as, besides what is told of its training. */
export function draftOf(trained: TrainedAnomaly): Pick<ArtefactDraft, 'name' | 'answers' | 'tables' | 'lists'> {
  const {
    knowledge: { similar, network },
    vocabulary,
  } = trained;
  const parts = [
    packDensities(similar.densities),
    packCoOccurrences(similar.coOccurrences),
    packNetwork(network, vocabulary),
    packTails(trained.tails),
    packTrees('combination', trained.combination),
    packSegments('calibration', trained.calibration),
    packSegments('elsewhere', trained.outOfDomain),
    packOutcome(trained.outcome),
  ];
  return {
    name: ANOMALY,
    answers: {
      features: {
        form: FORM,
        scopes: trained.domains.map(({ name, currency }) => ({ name, currency })),
        bin: BIN,
        scaledBins: BINS,
        hidden: HIDDEN,
        bottleneck: BOTTLENECK,
      },
      labels: {},
      thresholds: {},
      calibration: { segmentMinimum: trained.calibration.minimum },
    },
    tables: {
      ...(Object.assign({}, ...parts.map(({ tables }) => tables)) as ArtefactDraft['tables']),
      ordinary: float32(trained.ordinary),
      groups: int32(trained.groups),
    },
    lists: Object.assign({}, ...parts.map(({ lists }) => lists)) as ArtefactDraft['lists'],
  };
}

/** @throws TDW_MODEL_MALFORMED where a part is missing or of another form */
export function trainedOf(artefact: Artefact): TrainedAnomaly {
  return atOnce(trainedByPart(artefact));
}

/** The same with pauses: it takes thirty milliseconds. @throws as trainedOf */
export function* trainedByPart(artefact: Artefact): Generator<undefined, TrainedAnomaly, undefined> {
  try {
    return yield* decodedByPart(artefact);
  } catch (cause) {
    if (cause instanceof TidewaiterError) throw cause;
    throw new TidewaiterError(
      'TDW_MODEL_MALFORMED',
      `The artefact ${artefact.name}@${artefact.version.slice(0, 12)} is no anomaly model of this release: ${firstLineOf(cause)}`,
      { cause },
    );
  }
}

function* decodedByPart(artefact: Artefact): Generator<undefined, TrainedAnomaly, undefined> {
  const { scopes } = features.parse(artefact.manifest.answers.features);
  const { segmentMinimum } = calibration.parse(artefact.manifest.answers.calibration);
  const { network, vocabulary } = unpackNetwork(artefact);
  yield;
  const densities = yield* unpackDensitiesByPart(artefact);
  const coOccurrences = yield* unpackCoOccurrencesByPart(artefact);
  const outcome = yield* unpackOutcomeByPart(artefact);
  return {
    knowledge: {
      similar: { densities, coOccurrences },
      network,
      indexer: createIndexer(vocabulary),
    },
    vocabulary,
    detectors: detectorsOf(network.fields),
    tails: unpackTails(artefact),
    ordinary: tableOf(artefact, 'ordinary', 'float32').values,
    combination: unpackTrees(artefact, 'combination'),
    calibration: unpackSegments(artefact, 'calibration', segmentMinimum),
    outOfDomain: unpackSegments(artefact, 'elsewhere', segmentMinimum),
    outcome,
    domains: scopes,
    groups: tableOf(artefact, 'groups', 'int32').values,
  };
}
