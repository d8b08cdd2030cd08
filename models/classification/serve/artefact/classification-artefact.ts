import { z } from 'zod';
import { firstLineOf, TidewaiterError } from '../../../../services/risk/failure/tidewaiter-error.ts';
import { type Artefact, listOf, tableOf } from '../../../artefact/artefact.ts';
import { atOnce } from '../../../artefact/at-once.ts';
import type { ArtefactDraft } from '../../../artefact/manifest.ts';
import { packSegments, unpackSegments } from '../../../artefact/pack-p-values.ts';
import { packTrees, unpackTrees } from '../../../artefact/pack-trees.ts';
import { float32, int32 } from '../../../artefact/packed.ts';
import { floatsOf, quantiseRows } from '../../../artefact/quantise.ts';
import type { Int8Table } from '../../../artefact/table.ts';
import { rowsByWord, type WordVectors } from '../../../word-vectors/serve/word-vectors.ts';
import { type Calibration, JUDGED, type Judged } from '../calibration/calibrator.ts';
import { MISMATCH_FEATURES } from '../calibration/mismatch-features.ts';
import type { SparseTables } from '../heads/sparse-head.ts';
import { packVagueness, unpackVagueness } from '../vagueness/vagueness-model.ts';
import type { TrainedClassification } from './trained-classification.ts';

export const CLASSIFICATION = 'classification';

/** Raised whenever a description becomes numbers in another way: an artefact of another form is not read. */
const FORM = 4;

const features = z.object({ form: z.literal(FORM), vectors: z.string() });
const calibration = z.object({ leastInBucket: z.number() });

/** What a trained model is stored as, besides what is told of its training. */
export function draftOf(trained: TrainedClassification): Pick<ArtefactDraft, 'name' | 'answers' | 'tables' | 'lists'> {
  const { sparse, dense, vectors, moved, calibration } = trained;
  const vague = packVagueness(trained.vague);
  const calibrated = [
    ...JUDGED.map((judged) => packTrees(`trees-${judged}`, calibration.trees[judged])),
    ...JUDGED.map((level) => packSegments(`p-values-${level}`, calibration.tables[level])),
  ];
  return {
    name: CLASSIFICATION,
    answers: {
      features: { form: FORM, vectors: vectors.version, mismatch: [...MISMATCH_FEATURES] },
      labels: { subheading: 'subheadings' },
      thresholds: { vague: trained.vague.threshold },
      calibration: { leastInBucket: calibration.tables.evidence.minimum },
    },
    tables: {
      ...denseTables(vectors, dense),
      ...sparseTables(sparse),
      ...vague.tables,
      ...(Object.assign({}, ...calibrated.map(({ tables }) => tables)) as ArtefactDraft['tables']),
    },
    lists: {
      words: vectors.words,
      subheadings: trained.subheadings,
      moved: moved.map((pair) => pair.join(' ')),
      ...vague.lists,
      ...(Object.assign({}, ...calibrated.map(({ lists }) => lists)) as ArtefactDraft['lists']),
    },
  };
}

function denseTables(vectors: WordVectors, dense: TrainedClassification['dense']): ArtefactDraft['tables'] {
  const width = dense.headings.length / dense.headingBias.length;
  return {
    vectors: {
      dtype: 'int8',
      shape: [vectors.words.length, vectors.dimensions],
      values: vectors.values,
      scale: vectors.scales,
    },
    embeddings: {
      dtype: 'int8',
      shape: [dense.embeddings.rows, dense.embeddings.dimensions],
      values: dense.embeddings.values as Int8Array,
      scale: dense.embeddings.scale,
    },
    'dense-headings': quantiseRows({ shape: [dense.headingBias.length, width], values: dense.headings }),
    'dense-heading-bias': float32(dense.headingBias),
    'dense-subheadings': {
      dtype: 'int8',
      shape: [dense.subheadingBias.length, width],
      values: dense.subheadings,
      scale: dense.subheadingScales,
    },
    'dense-subheading-bias': float32(dense.subheadingBias),
  };
}

function sparseTables(sparse: SparseTables): ArtefactDraft['tables'] {
  return {
    'sparse-rows': int32(sparse.rowStarts),
    'sparse-headings': { dtype: 'uint16', shape: [sparse.headings.length], values: sparse.headings },
    'sparse-weights': { dtype: 'int8', shape: [sparse.weights.length], values: sparse.weights, scale: sparse.scale },
    'sparse-heading-bias': float32(sparse.headingBias),
    'sparse-subheadings': {
      dtype: 'int8',
      shape: [sparse.subheadings.length],
      values: sparse.subheadings,
      scale: sparse.subheadingScale,
    },
    'sparse-subheading-bias': float32(sparse.subheadingBias),
  };
}

/** @throws TDW_MODEL_MALFORMED where a part is missing or of another form */
export function trainedOf(artefact: Artefact): TrainedClassification {
  return atOnce(trainedByPart(artefact));
}

/** The same with pauses: it takes thirty milliseconds. @throws as trainedOf */
export function* trainedByPart(artefact: Artefact): Generator<undefined, TrainedClassification, undefined> {
  try {
    return yield* decodedByPart(artefact);
  } catch (cause) {
    if (cause instanceof TidewaiterError) throw cause;
    throw new TidewaiterError(
      'TDW_MODEL_MALFORMED',
      `The artefact ${artefact.name}@${artefact.version.slice(0, 12)} is no classification model of this release: ${firstLineOf(cause)}`,
      { cause },
    );
  }
}

function* decodedByPart(artefact: Artefact): Generator<undefined, TrainedClassification, undefined> {
  const { vectors: version } = features.parse(artefact.manifest.answers.features);
  const { leastInBucket } = calibration.parse(artefact.manifest.answers.calibration);
  const bytes = (name: string): Int8Table => tableOf(artefact, name, 'int8');
  const floats = (name: string): Float32Array => tableOf(artefact, name, 'float32').values;
  const moved = listOf(artefact, 'moved').map((pair) => pair.split(' ') as [string, string]);
  yield;
  const vectors = vectorsOf(artefact, bytes('vectors'), version);
  yield;
  const dense = denseOf(bytes, floats);
  yield;
  const vague = unpackVagueness(artefact);
  yield;
  return {
    subheadings: listOf(artefact, 'subheadings'),
    moved,
    vectors,
    sparse: sparseOf(artefact, bytes, floats),
    dense,
    vague,
    calibration: calibrationOf(artefact, leastInBucket),
  };
}

function vectorsOf(artefact: Artefact, table: Int8Table, version: string): WordVectors {
  const words = listOf(artefact, 'words');
  return {
    version,
    dimensions: table.shape[1]!,
    words,
    values: table.values,
    scales: table.scale as Float32Array,
    rowOf: rowsByWord(words),
  };
}

function calibrationOf(artefact: Artefact, leastInBucket: number): Calibration {
  const trees = (level: string): ReturnType<typeof unpackTrees> => unpackTrees(artefact, `trees-${level}`);
  const table = (level: string): ReturnType<typeof unpackSegments> =>
    unpackSegments(artefact, `p-values-${level}`, leastInBucket);
  const each = <T>(of: (judged: string) => T): Readonly<Record<Judged, T>> => ({
    chapter: of('chapter'),
    heading: of('heading'),
    subheading: of('subheading'),
    evidence: of('evidence'),
  });
  return { trees: each(trees), tables: each(table) };
}

function denseOf(
  bytes: (name: string) => Int8Table,
  floats: (name: string) => Float32Array,
): TrainedClassification['dense'] {
  const [embeddings, subheadings] = [bytes('embeddings'), bytes('dense-subheadings')];
  return {
    embeddings: {
      dimensions: embeddings.shape[1]!,
      rows: embeddings.shape[0]!,
      values: embeddings.values,
      scale: embeddings.scale as number,
    },
    headings: floatsOf(bytes('dense-headings')),
    headingBias: floats('dense-heading-bias'),
    subheadings: subheadings.values,
    subheadingScales: subheadings.scale as Float32Array,
    subheadingBias: floats('dense-subheading-bias'),
  };
}

function sparseOf(
  artefact: Artefact,
  bytes: (name: string) => Int8Table,
  floats: (name: string) => Float32Array,
): SparseTables {
  const [weights, subheadings] = [bytes('sparse-weights'), bytes('sparse-subheadings')];
  return {
    rowStarts: tableOf(artefact, 'sparse-rows', 'int32').values,
    headings: tableOf(artefact, 'sparse-headings', 'uint16').values,
    weights: weights.values,
    scale: weights.scale as number,
    headingBias: floats('sparse-heading-bias'),
    subheadings: subheadings.values,
    subheadingScale: subheadings.scale as number,
    subheadingBias: floats('sparse-subheading-bias'),
  };
}
