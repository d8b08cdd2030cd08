import { type Examples, fitSparseLogistic } from '../../../statistics/learn/sparse-logistic.ts';
import { createRng } from '../../../statistics/rng.ts';
import {
  createTextReader,
  DENSE_START,
  type TextReading,
  type VaguenessWeights,
  VECTOR_START,
  visitText,
  weightCount,
} from '../../serve/vagueness/read-text.ts';
import type { WordSources } from '../../serve/vagueness/word-features.ts';
import { type VaguenessExample, vaguenessExamples, type VaguenessMaterial } from './material.ts';
const EPOCHS = 12;
const RATE = 0.1;
const PULL = 3e-5;
/** Features of the whole text are brought to this spread, so that they learn no faster than the rest. */
const DENSE_SPREAD = 0.3;
/** The text's vector is of length 1: each number is small, and is learnt as if it were this much larger. */
const VECTOR_SCALE = 2;
/** A feature that hardly differs is not blown up. */
const LEAST_SPREAD = 1e-3;

/** Learns to tell vague descriptions from telling ones. The same material and seed give the same numbers. */
export function trainVaguenessClassifier(
  material: VaguenessMaterial,
  sources: WordSources,
  seed: number,
): VaguenessWeights {
  const rng = createRng(seed);
  const size = weightCount(sources.vectors.dimensions);
  const shown = shownBy(vaguenessExamples(material, rng), createTextReader(sources));
  const scaling = scalingOf(shown, size);
  for (let at = 0; at < shown.places.length; at += 1)
    shown.values[at] = (shown.values[at]! - scaling.middles[shown.places[at]!]!) * scaling.scales[shown.places[at]!]!;
  return unscaled(fitSparseLogistic(shown, size, { epochs: EPOCHS, rate: RATE, pull: PULL, rng }), scaling);
}

function shownBy(examples: readonly VaguenessExample[], read: (description: string) => TextReading): Examples {
  const starts = [0];
  const places: number[] = [];
  const values: number[] = [];
  for (const { description } of examples) {
    visitText(read(description), (place, value) => {
      places.push(place);
      values.push(value);
    });
    starts.push(places.length);
  }
  return {
    starts: Int32Array.from(starts),
    places: Int32Array.from(places),
    values: Float32Array.from(values),
    labels: Uint8Array.from(examples, ({ isVague }) => Number(isVague)),
    weights: Float32Array.from(examples, ({ weight }) => weight),
  };
}

interface Scaling {
  readonly middles: Float32Array;
  readonly scales: Float32Array;
}

/** Features of the whole text to mean 0 and one spread; the vector enlarged; words, pairs and n-grams as they are. */
function scalingOf({ places, values, labels }: Examples, size: number): Scaling {
  const [sums, squares] = [new Float64Array(size), new Float64Array(size)];
  places.forEach((place, at) => {
    sums[place] = sums[place]! + values[at]!;
    squares[place] = squares[place]! + values[at]! ** 2;
  });
  const isDense = (place: number): boolean => place >= DENSE_START && place < VECTOR_START;
  const middles = Float32Array.from(sums, (sum, place) => (isDense(place) ? sum / labels.length : 0));
  const scales = Float32Array.from(squares, (square, place) => {
    if (isDense(place))
      return (
        DENSE_SPREAD / Math.max(LEAST_SPREAD, Math.sqrt(Math.max(0, square / labels.length - middles[place]! ** 2)))
      );
    return place >= VECTOR_START && place < size - 1 ? VECTOR_SCALE : 1;
  });
  return { middles, scales };
}

/** The same classifier over what texts show, unscaled. */
function unscaled(weights: Float32Array, { middles, scales }: Scaling): VaguenessWeights {
  const plain = weights.map((weight, place) => weight * scales[place]!);
  plain[plain.length - 1] = plain.reduce(
    (constant, weight, place) => constant - weight * middles[place]!,
    plain.at(-1)!,
  );
  return plain;
}
