import { normalisedText } from '../../declaration/normalised-text.ts';
import { originOf } from '../../declaration/origin.ts';
import type { OriginDuty } from '../../facts/facts.ts';
import type { ItemContext } from '../definition/context.ts';
import { itemFeature, type Missing, missing } from '../definition/feature.ts';
import { type OriginSign, originSigns } from './origin-signs.ts';

const from = ({ item }: ItemContext): readonly string[] =>
  item.originDuties === undefined ? [] : [item.originDuties.from];

/** Duties by origin that the declared origin spares, and what speaks for another origin. */
export const originDutyFeatures = [
  itemFeature('item.dutiesSparedByOrigin', 'list<string>', {
    label: 'duties that the declared origin spares',
    doc: 'Anti-dumping, countervailing and safeguard duties on goods of such a code and description from other origins than the declared one: "anti-dumping duty on honey of CN (A-570-863)". Whether the goods are in scope the text of the measure decides.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => namesOf(spared(context, isInScope)),
    from,
  }),
  itemFeature('item.additionalDutiesSparedByOrigin', 'list<string>', {
    label: 'additional duties that the declared origin spares',
    doc: 'Additional duties (section 301) on the code from other origins than the declared one, and anti-dumping duties on the code whose words are not in the description.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => namesOf(spared(context, isOnCodeOnly)),
    from,
  }),
  itemFeature('item.signsOfOriginUnderDuty', 'list<string>', {
    label: 'signs of an origin under duty',
    doc: 'What speaks for an origin of which the goods would bear an anti-dumping, countervailing or safeguard duty: dispatch from there, a route that begins there, a maker there, marks ("MADE IN …").',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => signsFor(context, spared(context, isInScope), 'strong'),
    from,
  }),
  itemFeature('item.weakSignsOfOriginUnderDuty', 'list<string>', {
    label: 'weak signs of an origin under duty',
    doc: 'What is compatible with an origin under such a duty, and with honest trade as well: a seller there, a route by there.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => signsFor(context, spared(context, isInScope), 'weak'),
    from,
  }),
  itemFeature('item.signsOfOriginUnderAdditionalDuty', 'list<string>', {
    label: 'signs of an origin under additional duty',
    doc: 'What speaks for an origin of which the goods would bear an additional duty, as for item.signsOfOriginUnderDuty.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => signsFor(context, spared(context, isOnCodeOnly), 'strong'),
    from,
  }),
  itemFeature('item.dutiesEvadedByCode', 'list<string>', {
    label: 'duties by origin that the code spares',
    doc: 'Anti-dumping, countervailing and safeguard duties on goods of the declared origin whose words are in the description, while the declared code is another one of the same chapter.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => {
      const [duties, origin] = [dutiesOf(context), originOf(context.goods)];
      if ('missing' in duties) return duties;
      if (duties.length === 0 || origin === undefined) return [];
      const text = descriptionOf(context);
      return namesOf(
        duties.filter((duty) => duty.reach === 'chapter' && duty.origins.includes(origin) && isDescribed(duty, text)),
      );
    },
    from,
  }),
];

/** A list that was not loaded when the facts were gathered is in none of them. */
function dutiesOf({ item, direction }: ItemContext): readonly OriginDuty[] | Missing {
  if (direction !== 'import') return [];
  return item.originDuties?.state === 'found'
    ? item.originDuties.value
    : missing('no list of duties by origin is loaded, or no code is declared');
}

/** @param text the description, evened, with a space before and after */
type Asked = (duty: OriginDuty, text: string) => boolean;

/** Whether it is an anti-dumping, countervailing or safeguard duty, and the description has the words of its scope. */
const isInScope: Asked = (duty, text) => duty.kind !== 'additional' && isDescribed(duty, text);
const isOnCodeOnly: Asked = (duty, text) => !isInScope(duty, text);

/** Measures on the code from other origins than the declared one. */
function spared(context: ItemContext, asked: Asked): readonly OriginDuty[] | Missing {
  const [duties, origin] = [dutiesOf(context), originOf(context.goods)];
  if ('missing' in duties) return duties;
  if (duties.length === 0 || origin === undefined) return [];
  const text = descriptionOf(context);
  return duties.filter((duty) => duty.reach === 'code' && !duty.origins.includes(origin) && asked(duty, text));
}

const descriptionOf = ({ goods }: ItemContext): string => ` ${normalisedText(goods.commodity?.description ?? '')} `;

function isDescribed({ words }: OriginDuty, text: string): boolean {
  if (words.length === 0) return true;
  return words.some(
    (word) => text.includes(` ${word} `) || text.includes(` ${word}s `) || text.includes(` ${word}es `),
  );
}

function signsFor(
  context: ItemContext,
  duties: readonly OriginDuty[] | Missing,
  strength: OriginSign['strength'],
): readonly string[] | Missing {
  if ('missing' in duties) return duties;
  const origins = new Set(duties.flatMap((duty) => duty.origins));
  if (origins.size === 0) return [];
  return originSigns(context)
    .filter((sign) => sign.strength === strength && origins.has(sign.country))
    .map(({ inWords }) => inWords);
}

const KIND_WORDS: Readonly<Record<OriginDuty['kind'], string>> = {
  antiDumping: 'anti-dumping duty',
  countervailing: 'countervailing duty',
  safeguard: 'safeguard duty',
  additional: 'additional duty',
};

const namesOf = (duties: readonly OriginDuty[] | Missing): readonly string[] | Missing =>
  'missing' in duties
    ? duties
    : duties.map(
        ({ kind, title, origins, id, rate }) =>
          `${KIND_WORDS[kind]} on ${title} of ${origins.join(', ')} (${id}${rate === undefined ? '' : `, ${rate}`})`,
      );
