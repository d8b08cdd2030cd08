import { normalisedText } from '../../declaration/normalised-text.ts';
import type { ItemContext } from '../definition/context.ts';
import { itemFeature } from '../definition/feature.ts';

/** Words by which goods are said not to be new, whole or for sale. Their values are honest far below those of others, and easy to claim. */
const CONDITIONS: ReadonlySet<string> = new Set(
  'used secondhand refurbished reconditioned remanufactured rebuilt repaired repair scrap waste damaged defective broken faulty obsolete expired returned returns sample samples prototype prototypes remnants offcuts promotional gift gifts rental leased hire empties'.split(
    ' ',
  ),
);
const SAMPLES: ReadonlySet<string> = new Set(['sample', 'samples']);

/** In which state goods are said to be. */
export const conditionFeatures = [
  itemFeature('item.conditionWords', 'list<string>', {
    label: 'state of the goods',
    doc: 'Words of the description by which the goods are not new, not whole or not for sale: used, repaired, scrap, samples, returned …',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => words(context).filter((word) => CONDITIONS.has(word)),
  }),
  itemFeature('item.describedAsSamples', 'bool', {
    label: 'whether they are said to be samples',
    doc: 'Whether the description says that the goods are samples.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => words(context).some((word) => SAMPLES.has(word)),
  }),
];

const words = ({ goods }: ItemContext): readonly string[] =>
  normalisedText(goods.commodity?.description ?? '')
    .replace('second hand', 'secondhand')
    .split(' ');
