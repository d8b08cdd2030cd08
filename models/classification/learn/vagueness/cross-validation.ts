import { recallAt, type RecallAtRate } from '../../../statistics/false-alarms.ts';
import { hashText } from '../../../statistics/hash.ts';
import type { Interval } from '../../../statistics/interval.ts';
import { rocAuc } from '../../../statistics/ranking.ts';
import type { WordVectors } from '../../../word-vectors/serve/word-vectors.ts';
import { createTextReader } from '../../serve/vagueness/read-text.ts';
import { learntProbability } from '../../serve/vagueness/vagueness-classifier.ts';
import { splitKey } from '../data/split.ts';
import { wordStatistics } from './count-words.ts';
import type { VaguenessMaterial } from './material.ts';
import { trainVaguenessClassifier } from './train-vagueness-classifier.ts';

export const FOLDS = 5;
/** Of telling descriptions, how many may be called vague: the rate that classifiers are compared at, and that of the classifier in use. */
export const FALSE_ALARM_RATE = 0.05;
export const RATE_IN_USE = 0.025;

/** A description with what a classifier that had not seen it says. */
export interface ScoredText {
  readonly description: string;
  readonly isVague: boolean;
  readonly probability: number;
}

export interface VaguenessFigures {
  readonly auc: Interval;
  /** Of vague texts found, at the threshold that FALSE_ALARM_RATE of the telling ones exceed. */
  readonly recall: RecallAtRate;
  /** The same at RATE_IN_USE: its threshold is the one in use. */
  readonly inUse: RecallAtRate;
  readonly vague: number;
  readonly telling: number;
}

/** Every vague and every telling description, scored by a classifier trained on the other folds and on words counted without it. */
export function crossValidated(material: VaguenessMaterial, vectors: WordVectors, seed: number): readonly ScoredText[] {
  const { vague, telling } = material;
  const all = [
    ...vague.map((description) => ({ description, isVague: true })),
    ...telling.map(({ description }) => ({ description, isVague: false })),
  ];
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const heldOut = new Set(all.map(({ description }) => splitKey(description)).filter((key) => foldOf(key) === fold));
    const isKept = (description: string): boolean => !heldOut.has(splitKey(description));
    const those = <T extends { readonly description: string }>(texts: readonly T[]): readonly T[] =>
      texts.filter(({ description }) => isKept(description));
    const kept = {
      vague: vague.filter(isKept),
      telling: those(telling),
      tariff: those(material.tariff),
      traded: those(material.traded),
    };
    const sources = { vectors, statistics: wordStatistics(kept.tariff) };
    const read = createTextReader(sources);
    const learnt = learntProbability(trainVaguenessClassifier(kept, sources, seed));
    return all
      .filter(({ description }) => !isKept(description))
      .map((one) => ({ ...one, probability: learnt(read(one.description)) }));
  });
}

/** By the text, so that equal texts share a fold. */
const foldOf = (key: string): number => hashText(key, 1) % FOLDS;

export function vaguenessFigures(scored: readonly ScoredText[]): VaguenessFigures {
  const scores = (isVague: boolean): number[] =>
    scored.filter((one) => one.isVague === isVague).map((one) => one.probability);
  const [vague, telling] = [scores(true), scores(false)];
  const auc = rocAuc([...vague, ...telling], [...vague.map(() => 1), ...telling.map(() => 0)]);
  return {
    auc,
    recall: recallAt(telling, vague, FALSE_ALARM_RATE),
    inUse: recallAt(telling, vague, RATE_IN_USE),
    vague: vague.length,
    telling: telling.length,
  };
}
