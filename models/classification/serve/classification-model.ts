import { commodityCodeOf } from '../../../services/risk/declaration/commodity-code.ts';
import type { ModelAnswer } from '../../../services/risk/facts/model-answer.ts';
import type { ModelEvidence } from '../../../services/risk/facts/model-answer.ts';
import type { ModelInput, RiskModel } from '../../../services/scoring/ports/risk-model.ts';
import type { Artefact } from '../../artefact/artefact.ts';
import type { ModelRuntime, TrainedModel } from '../../artefact/trained-model.ts';
import { CLASSIFICATION, trainedByPart } from './artefact/classification-artefact.ts';
import { createAnswerCache } from './cache/answer-cache.ts';
import type { Classified, Mismatch } from './classified.ts';
import { type Asked, classifierByPart } from './classifier.ts';
import { driftFeatures } from './drift-features.ts';
import { lateEld } from './language/eld-scores.ts';
import { createTextDoubt } from './readable-text.ts';
import { withoutDigits } from './text/digits.ts';

/** Whether goods descriptions fit their declared codes; as `services/runtime/compose/models.ts` lists it. */
export const classificationModel: TrainedModel = { name: CLASSIFICATION, open: openClassificationModel };

/** Descriptions (whatever their numbers) with their code whose answers are remembered: of ordinary trade most have been met before. */
const REMEMBERED = 60_000;
/** Words and other codes are named where a description fits no better than one right one in ten does: of the rest, there is nothing to say on record. */
const NAMED_UP_TO = 0.1;
/** Words that speak for their likeliest heading less clearly than this are not said to speak for it. */
const CERTAIN_ENOUGH = 0.3;

/**
 * Brings an artefact to life behind the model port. Only the description and the declared code are looked at: no origin, no trader.
 * The same description and code have the same answer, whatever they are asked with.
 * @throws TDW_MODEL_MALFORMED where the artefact is no classification model of this release
 */
export function* openClassificationModel(
  artefact: Artefact,
  { tf, backend }: ModelRuntime,
): Generator<undefined, RiskModel, undefined> {
  const trained = yield* trainedByPart(artefact);
  const detector = lateEld();
  const leavesDoubt = createTextDoubt(trained.vectors);
  const classify = yield* classifierByPart(
    trained,
    { tf },
    { languageScores: detector.scores, wordsUpTo: NAMED_UP_TO, codesUpTo: NAMED_UP_TO },
  );
  const cache = createAnswerCache<ModelAnswer>(REMEMBERED);
  const heading = { model: CLASSIFICATION, version: artefact.version, backend };
  const answer = async (batch: readonly ModelInput[]): Promise<readonly ModelAnswer[]> => {
    const asked = batch.map(askedOf);
    if (!detector.isLoaded && asked.some(({ description }) => leavesDoubt(description))) await detector.load();
    const keys = asked.map(({ description, commodityCode }) => `${commodityCode ?? ''} ${description}`);
    const answers = keys.map((key) => cache.get(key));
    const missing = new Map<string, Asked>();
    answers.forEach((one, at) => {
      if (one === undefined) missing.set(keys[at]!, asked[at]!);
    });
    const fresh = new Map<string, ModelAnswer>();
    const classified = classify([...missing.values()]);
    for (const [key, one] of missing) {
      const made = answerOf(heading, classified[fresh.size]!, one);
      fresh.set(key, made);
      cache.set(key, made);
    }
    return answers.map((one, at) => one ?? fresh.get(keys[at]!)!);
  };
  return { name: CLASSIFICATION, version: artefact.version, backend, answer, cacheUse: () => cache.use };
}

function askedOf({ goodsItem }: ModelInput): Asked {
  return {
    description: withoutDigits(goodsItem.commodity?.description ?? ''),
    commodityCode: commodityCodeOf(goodsItem),
  };
}

type Heading = Pick<ModelAnswer, 'model' | 'version' | 'backend'>;

function answerOf(heading: Heading, classified: Classified, { commodityCode }: Asked): ModelAnswer {
  const measures = driftFeatures(classified.confidence);
  const { status, why, unreadPart, mismatch } = classified;
  if (status !== 'ok')
    return {
      ...heading,
      status,
      ...(why === undefined ? {} : { why }),
      ...(status === 'unknown' ? { unread: true } : {}),
      evidence: NONE,
      likelyCommodityCodes: NONE,
      measures,
    };
  if (mismatch === undefined)
    return {
      ...heading,
      status: 'unknown',
      why:
        commodityCode === undefined
          ? 'no commodity code is declared'
          : 'the declared code is of no heading of the Harmonized System',
      evidence: NONE,
      likelyCommodityCodes: NONE,
      measures,
    };
  const { score, pValue, levels } = mismatch;
  return {
    ...heading,
    status,
    ...(unreadPart === undefined ? {} : { why: unreadPart, unread: true }),
    score,
    pValue,
    levels,
    ...namedBy(classified, mismatch, commodityCode),
    measures,
  };
}

/** Words and likelier codes, where the description fits badly enough and speaks clearly enough for one heading: those of its subheadings first. */
function namedBy(
  { headings, subheadings }: Classified,
  { pValue, likely = '', words = NONE }: Mismatch,
  commodityCode: string | undefined,
): Pick<ModelAnswer, 'evidence' | 'likelyCommodityCodes'> {
  const [first] = headings;
  if (pValue >= NAMED_UP_TO || first === undefined || first.probability < CERTAIN_ENOUGH)
    return { evidence: NONE, likelyCommodityCodes: NONE };
  const usual = likely.slice(0, 4) === commodityCode?.slice(0, 4) ? likely : likely.slice(0, 4);
  const [own, others] = [true, false].map((isOwn) =>
    subheadings.filter(({ code }) => code.startsWith(first.code) === isOwn),
  );
  return {
    evidence: words.map(({ word, share }): ModelEvidence => ({ field: 'description', seen: word, usual, share })),
    likelyCommodityCodes: likely.length > 4 ? [...own!, ...others!] : headings,
  };
}

const NONE: readonly never[] = [];
