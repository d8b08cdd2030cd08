import type { ModelRuntime } from '../../../artefact/trained-model.ts';
import { type Interval, roundedInterval } from '../../../statistics/interval.ts';
import { wilson } from '../../../statistics/wilson.ts';
import type { TrainedClassification } from '../../serve/artefact/trained-classification.ts';
import type { Classified } from '../../serve/classified.ts';
import { type Classifier, createClassifier } from '../../serve/classifier.ts';
import { labelSet } from '../../serve/codes/label-set.ts';
import { createLexicon } from '../../serve/features/lexicon.ts';
import type { LanguageScores } from '../../serve/language/language-reader.ts';
import type { Example, Row } from '../data/corpus.ts';
import type { Ruling } from '../data/rulings.ts';
import type { VaguenessFigures } from '../vagueness/cross-validation.ts';
import { type CodeFigures, codeFigures, type Ranking } from './code-figures.ts';
import { type Failure, failures } from './failures.ts';
import { type MismatchFigures, mismatchFigures } from './mismatch-figures.ts';
import { createNearestTexts } from './nearest-texts.ts';
import { type PlausibleFigures, plausibleFigures, type Spares } from './plausible-figures.ts';
import { sparseAlone } from './sparse-alone.ts';

export interface EvaluationInput {
  readonly trained: TrainedClassification;
  readonly tf: ModelRuntime['tf'];
  readonly languageScores: LanguageScores;
  /** Of which the held-out parts are measured on. */
  readonly descriptions: readonly Example[];
  readonly rulings: readonly Ruling[];
  /** Tariff texts, for the baseline that looks for the nearest. */
  readonly base: readonly Row[];
  /** Of the vague gate, cross-validated when it was trained. */
  readonly gate?: VaguenessFigures;
  /** What a wrong code spares; without it, nothing is known to. */
  readonly spares?: Spares;
  readonly seed: number;
}

/** A description with its right code. */
export interface Measured {
  readonly description: string;
  readonly code: string;
}

export interface SetFigures {
  readonly set: string;
  readonly texts: number;
  readonly model: CodeFigures;
  readonly baselines: Readonly<Record<string, CodeFigures>>;
  readonly plausible: PlausibleFigures;
  readonly mismatch: MismatchFigures;
  /** Share answered `vague` and `unknown`: those are never a mismatch. */
  readonly vague: Interval;
  readonly unknown: Interval;
}

export interface ClassificationEvaluation {
  readonly sets: readonly SetFigures[];
  readonly gate?: VaguenessFigures;
  readonly failures: readonly Failure[];
}

/** Texts at a time: as in the stream. */
const CALL = 512;
/** Of larger sets so many are measured, spread evenly: an interval hardly narrows beyond. */
const MOST_MEASURED = 401;

const some = <T>(all: readonly T[]): readonly T[] =>
  all.length <= MOST_MEASURED
    ? all
    : Array.from({ length: MOST_MEASURED }, (_, at) => all[Math.floor((at * all.length) / MOST_MEASURED)]!);

/** Everything that the card and `tidewaiter evaluate classification` tell, on texts that nothing was trained on. */
export function evaluateClassification(input: EvaluationInput): ClassificationEvaluation {
  const { trained, tf, languageScores, base, gate, seed } = input;
  const classify = inCalls(createClassifier(trained, { tf }, { languageScores, wordsUpTo: 0 }));
  const labels = labelSet(trained.subheadings);
  const lexicon = createLexicon(trained.vectors.rowOf);
  const nearest = onceEach(createNearestTexts(base, labels, lexicon));
  const baselines: Readonly<Record<string, Ranking>> = {
    'TF-IDF, nearest text': nearest,
    'linear hashed n-grams': sparseAlone(trained, labels, lexicon, { tf }),
  };
  const measured = textSets(input).filter(([, texts]) => texts.length > 0);
  return {
    sets: measured.map(([set, texts]): SetFigures => {
      const answers = classify(texts.map(({ description }) => ({ description })));
      return {
        set,
        texts: texts.length,
        model: codeFigures(texts, answers.map(rankedCodes)),
        baselines: baselineFigures(texts, baselines),
        plausible: plausibleFigures(texts, classify, nearest, labels, input.spares),
        mismatch: mismatchFigures(texts, classify, labels, seed),
        vague: share(answers, 'vague'),
        unknown: share(answers, 'unknown'),
      };
    }),
    ...(gate === undefined ? {} : { gate: { ...gate, auc: roundedInterval(gate.auc) } }),
    failures: failures(
      measured.flatMap(([, texts]) => texts),
      classify,
    ),
  };
}

function textSets({ descriptions, rulings }: EvaluationInput): readonly (readonly [string, readonly Measured[]])[] {
  const part = (source: Example['source'], name: Example['part']): readonly Measured[] =>
    some(descriptions.filter((one) => one.source === source && one.part === name));
  return [
    ['rulings', rulings.map(({ description, codes }) => ({ description, code: codes[0]! }))],
    [
      'rulings, the half for choosing',
      some(descriptions.filter(({ source, part: of }) => source === 'ruling' && of !== 'training')),
    ],
    ['search references, random tenth', part('search-reference', 'random-held-out')],
    ['search references, whole subheadings', part('search-reference', 'codes-held-out')],
    ['own descriptions, random tenth', part('own', 'random-held-out')],
    ['own descriptions, whole subheadings', part('own', 'codes-held-out')],
  ];
}

/** The same answer for the same description, worked out once. */
function onceEach(rank: Ranking): Ranking {
  const known = new Map<string, ReturnType<Ranking>>();
  return (description) => {
    const found = known.get(description) ?? rank(description);
    known.set(description, found);
    return found;
  };
}

const rankedCodes = ({ headings, subheadings }: Classified): ReturnType<Ranking> => ({
  headings: headings.map(({ code }) => code),
  subheadings: subheadings.map(({ code }) => code),
});

function baselineFigures(
  texts: readonly Measured[],
  baselines: Readonly<Record<string, Ranking>>,
): SetFigures['baselines'] {
  const figures = (rank: Ranking): CodeFigures =>
    codeFigures(
      texts,
      texts.map(({ description }) => rank(description)),
    );
  return Object.fromEntries(Object.entries(baselines).map(([name, rank]) => [name, figures(rank)]));
}

function inCalls(classify: Classifier): Classifier {
  return (asked) =>
    Array.from({ length: Math.ceil(asked.length / CALL) }, (_, call) =>
      classify(asked.slice(call * CALL, (call + 1) * CALL)),
    ).flat();
}

function share(answers: readonly Classified[], status: Classified['status']): Interval {
  return roundedInterval(wilson(answers.filter((one) => one.status === status).length, answers.length));
}
