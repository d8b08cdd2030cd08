import Big from 'big.js';
import type { ControlMeasure, DutyRange } from '../../facts/facts.ts';
import type { Known } from '../../facts/known.ts';
import type { ModelAnswer } from '../../facts/model-answer.ts';
import type { ItemContext } from '../definition/context.ts';
import { itemFeature, type Missing, missing } from '../definition/feature.ts';
import { answersOf } from './model-answer.ts';

const CLASSIFICATION = 'classification';
/** A code less likely than this helps nobody who classifies the goods. */
const WORTH_NAMING = 0.05;
/** Below it a heading is named, not one of its subheadings. */
const CERTAIN_ENOUGH = 0.3;
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
    doc: 'Codes that the words of the description speak for, the likeliest first, with their probability: "841370 (72 %)"; after the first only those of at least one in twenty. The heading alone where none of its subheadings is clear; empty where no heading is.',
    tier: 'inspector',
    rests: 'stated',
    of: (context) => {
      const answer = answerOf(context);
      return 'missing' in answer ? answer : namedCodes(answer.likelyCommodityCodes);
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
  itemFeature('item.likelyInWords', 'string', {
    label: 'what the words speak for',
    doc: 'Words of the description and the code that they speak for, as a clause: "‘gate’, ‘arrays’ speak for 8542 (76 %)"; that they speak for no other code where none is clear.',
    tier: 'inspector',
    rests: 'stated',
    of: (context) => {
      const answer = answerOf(context);
      return 'missing' in answer ? answer : likelyInWords(answer);
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
    of: (context) => titlesOf(controlsAvoided(context)),
    from: controlsSource,
  }),
  itemFeature('item.controlsAtStake', 'list<string>', {
    label: 'controls on the goods that the words speak for',
    doc: 'Controls on the likelier code, or on another subheading of its heading that the words speak for as well (from one in ten on), that are not on the declared one.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => titlesOf(controlsAtStake(context)),
    from: controlsSource,
  }),
  itemFeature('item.securityControlsAtStake', 'list<string>', {
    label: 'controls on arms and goods of two uses that the words speak for',
    doc: 'Of item.controlsAtStake those on arms, military goods, goods of two uses, explosives, chemical weapons, torture, drugs and embargoed goods.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => {
      const atStake = controlsAtStake(context);
      return titlesOf('missing' in atStake ? atStake : atStake.filter(({ subject }) => SECURITY.has(subject)));
    },
    from: controlsSource,
  }),
];

/** Subjects of controls where what is at stake is what goods can do, not what they bring in. */
const SECURITY: ReadonlySet<string> = new Set([
  'firearms',
  'military',
  'dual-use',
  'explosives',
  'chemical-weapons',
  'torture',
  'drug-precursors',
  'sanctions',
]);

function controlsSource({ item }: ItemContext): readonly string[] {
  return item.likely === undefined ? [] : [item.likely.controls.from];
}

const titlesOf = (controls: readonly ControlMeasure[] | Missing): readonly string[] | Missing =>
  'missing' in controls ? controls : controls.map(({ title }) => title);

const MOST_WORDS_NAMED = 3;

function likelyInWords({ evidence, likelyCommodityCodes }: ModelAnswer): string {
  const codes = namedCodes(likelyCommodityCodes);
  if (codes.length === 0) return 'the words speak for no other code clearly';
  const words = evidence.slice(0, MOST_WORDS_NAMED).map(({ seen }) => `‘${seen}’`);
  const subject = words.length === 0 ? 'the words' : words.join(', ');
  return `${subject} ${words.length === 1 ? 'speaks' : 'speak'} for ${codes.join(', ')}`;
}

type LikelyCodes = ModelAnswer['likelyCommodityCodes'];

function namedCodes(likely: LikelyCodes): readonly string[] {
  const [first] = likely;
  const codes = first !== undefined && first.probability < CERTAIN_ENOUGH ? headingsOf(likely) : likely;
  return codes
    .filter(({ probability }, index) => index === 0 || probability >= WORTH_NAMING)
    .map(({ code, probability }) => `${code} (${(probability * 100).toFixed(0)} %)`);
}

/** Headings with what their subheadings have together. */
function headingsOf(likely: LikelyCodes): LikelyCodes {
  const shares = new Map<string, number>();
  for (const { code, probability } of likely)
    shares.set(code.slice(0, 4), (shares.get(code.slice(0, 4)) ?? 0) + probability);
  return [...shares].map(([code, probability]) => ({ code, probability }));
}

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

function controlsAvoided({ item }: ItemContext): readonly ControlMeasure[] | Missing {
  if (item.likely === undefined) return [];
  const { controls } = item.likely;
  if (controls.state === 'unknown') return missing(controls.why);
  if (item.controls.state === 'unknown') return missing(item.controls.why);
  const declared = new Set(item.controls.state === 'found' ? item.controls.value.map(({ id }) => id) : []);
  return controls.state === 'found' ? controls.value.filter(({ id }) => !declared.has(id)) : [];
}

function controlsAtStake(context: ItemContext): readonly ControlMeasure[] | Missing {
  const avoided = controlsAvoided(context);
  const { likely, controls } = context.item;
  if ('missing' in avoided || likely?.otherControls === undefined) return avoided;
  const known = new Set([...avoided, ...(controls.state === 'found' ? controls.value : [])].map(({ id }) => id));
  const others = new Map(likely.otherControls.filter(({ id }) => !known.has(id)).map((one) => [one.id, one]));
  return [...avoided, ...others.values()];
}
