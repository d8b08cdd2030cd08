import Big from 'big.js';
import type { DutyRange } from '../../facts/facts.ts';
import type { Known } from '../../facts/known.ts';
import type { ItemContext } from '../definition/context.ts';
import { itemFeature, type Missing, missing } from '../definition/feature.ts';
import { answersOf } from './model-answer.ts';

const CLASSIFICATION = 'classification';
/** A code less likely than this helps nobody who classifies the goods. */
const WORTH_NAMING = 0.05;
const { answerOf, pValueOrOneOf, from } = answersOf(CLASSIFICATION);

/** What the model that reads the description says of the declared code. */
export const classificationModelFeatures = [
  itemFeature('item.descriptionVague', 'bool', {
    label: 'vagueness of the description',
    doc: 'Whether the classification model finds the description too vague to tell what the goods are.',
    tier: 'trader',
    rests: 'stated',
    of: (context) => {
      const answer = answerOf(context);
      return 'missing' in answer ? answer : answer.status === 'vague';
    },
    from,
  }),
  itemFeature('item.descriptionUnreadable', 'bool', {
    label: 'readability of the description',
    doc: 'Whether the classification model could make nothing of the description: another language than the one it was taught, another script, nothing but numbers and codes, no words.',
    tier: 'trader',
    rests: 'stated',
    of: (context) => {
      if (context.goods.commodity?.description === undefined) return missing('no description is declared');
      if (context.item.models.some(({ model, unread }) => model === CLASSIFICATION && unread)) return true;
      const answer = answerOf(context);
      return 'missing' in answer ? answer : false;
    },
    from,
  }),
  itemFeature('item.mismatchPValue', 'double', {
    label: 'p-value of the classification model',
    doc: 'Share of honestly described goods that fit their code at least as badly; 0 to 1.',
    tier: 'analyst',
    rests: 'stated',
    of: (context) => {
      const answer = answerOf(context);
      if ('missing' in answer) return answer;
      if (answer.status === 'vague') return missing('the description is too vague to tell the goods by');
      return answer.pValue ?? missing(answer.why ?? 'the model did not compare the description with the code');
    },
    from,
  }),
  itemFeature('item.mismatchPValueOrOne', 'double', {
    label: 'p-value of the classification model where it told one',
    doc: 'As item.mismatchPValue, but 1 where the model could not compare: for rules beside one that needs item.mismatchPValue and says so, once an item.',
    tier: 'analyst',
    rests: 'whole',
    of: pValueOrOneOf,
    from,
  }),
  itemFeature('item.likelyCodes', 'list<string>', {
    label: 'likelier codes',
    doc: 'Codes that the words of the description speak for, the likeliest first, with their probability: "841370 (72 %)"; after the first only those of at least one in twenty.',
    tier: 'inspector',
    rests: 'stated',
    of: (context) => {
      const answer = answerOf(context);
      return 'missing' in answer
        ? answer
        : answer.likelyCommodityCodes
            .filter(({ probability }, index) => index === 0 || probability >= WORTH_NAMING)
            .map(({ code, probability }) => `${code} (${(probability * 100).toFixed(0)} %)`);
    },
    from,
  }),
  itemFeature('item.salientWords', 'list<string>', {
    label: 'words that speak for them',
    doc: 'Words of the description that speak for the likeliest code, the strongest first.',
    tier: 'inspector',
    rests: 'stated',
    of: (context) => {
      const answer = answerOf(context);
      return 'missing' in answer ? answer : answer.evidence.map(({ seen }) => `‘${seen}’`);
    },
    from,
  }),
  itemFeature('item.dutyDifferential', 'double', {
    label: 'duty that the declared code spares',
    doc: 'Percentage points by which the lowest duty of the likelier code, for goods of this origin, lies above the highest of the declared code; 0 where it does not, or no code is likelier. Imports only.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => dutyDifferential(context, 'lowest'),
    from: dutySource,
  }),
  itemFeature('item.possibleDutyDifferential', 'double', {
    label: 'duty that the declared code may spare',
    doc: 'Percentage points by which the dearest line of the likelier code lies above the declared code, where not every line of it does; 0 otherwise, and where a duty is not known: for a rule beside one that needs item.dutyDifferential and says so.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => (dutyDifferential(context, 'lowest') === 0 ? orZero(dutyDifferential(context, 'highest')) : 0),
    from: dutySource,
  }),
  itemFeature('item.controlsAvoided', 'list<string>', {
    label: 'controls that the declared code avoids',
    doc: 'Controls on the likelier code that are not on the declared one; empty where no code is likelier.',
    tier: 'inspector',
    rests: 'whole',
    of: controlsAvoided,
    from: ({ item }) => (item.likely === undefined ? [] : [item.likely.controls.from]),
  }),
];

function dutySource({ item }: ItemContext): readonly string[] {
  return item.likely === undefined ? [] : [item.likely.duty.from];
}

/** By how many percentage points the named end of the likelier code's duties lies above the highest of the declared code. */
function dutyDifferential({ direction, item }: ItemContext, end: keyof DutyRange): number | Missing {
  if (item.likely === undefined || direction !== 'import') return 0;
  const { duty, declaredDuty } = item.likely;
  if (duty.state !== 'found') return missing(whyNoDuty(duty, 'likelier'));
  if (declaredDuty.state !== 'found') return missing(whyNoDuty(declaredDuty, 'declared'));
  const points = new Big(duty.value[end]).minus(declaredDuty.value.highest);
  return points.gt(0) ? points.toNumber() : 0;
}

const orZero = (points: number | Missing): number => (typeof points === 'number' ? points : 0);

const whyNoDuty = (duty: Exclude<Known<DutyRange>, { readonly state: 'found' }>, which: string): string =>
  duty.state === 'unknown' ? duty.why : `the ${which} code is in no loaded tariff`;

function controlsAvoided({ item }: ItemContext): readonly string[] | Missing {
  if (item.likely === undefined) return [];
  const { controls } = item.likely;
  if (controls.state === 'unknown') return missing(controls.why);
  if (item.controls.state === 'unknown') return missing(item.controls.why);
  const declared = new Set(item.controls.state === 'found' ? item.controls.value.map(({ id }) => id) : []);
  return controls.state === 'found'
    ? controls.value.filter(({ id }) => !declared.has(id)).map(({ title }) => title)
    : [];
}
