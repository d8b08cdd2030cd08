import type { EmbargoMatch, EmbargoReach, EmbargoWay } from '../../embargo/embargo.ts';
import type { Feature } from '../definition/feature.ts';
import { itemFeature, missing } from '../definition/feature.ts';

const DOC_END = 'each as "Russia (destination): industrial items [15 CFR 746.5, supplement 4]"; empty where none does.';

/** What embargoes say of the item: at most one of a way's reaches is not empty, the strictest. */
export const embargoFeatures = [
  matches('item.embargoesProhibiting', 'movement', 'prohibited', {
    label: 'embargoes that forbid it',
    doc: `Embargoes by which the authority's own law forbids the goods' going to a place, or coming from it: ${DOC_END}`,
  }),
  matches('item.embargoesPossiblyProhibiting', 'movement', 'possible', {
    label: 'embargoes that may forbid it',
    doc: `Embargoes on a place where the law names some goods of the code, or where a list of another authority names it: ${DOC_END}`,
  }),
  matches('item.embargoesOnRelatedGoods', 'movement', 'related', {
    label: 'embargoes on goods of the same chapter',
    doc: `Embargoes on a place that name other goods of the chapter: ${DOC_END}`,
  }),
  matches('item.embargoesExempting', 'movement', 'exempt', {
    label: 'embargoes that let it pass',
    doc: `Embargoes on all goods of a place but such as these: ${DOC_END}`,
  }),
  matches('item.transitProhibited', 'transit', 'prohibited', {
    label: 'embargoes that forbid the transit',
    doc: `Embargoes that forbid such goods to pass through a place: ${DOC_END}`,
  }),
  matches('item.transitOfEmbargoedGoods', 'transit', 'possible', {
    label: 'places on the way where the goods may not go',
    doc: `Places that the goods only pass, and where an embargo forbids them to go or may do so: ${DOC_END}`,
  }),
  matches('item.transitOfRelatedGoods', 'transit', 'related', {
    label: 'embargoed places on the way',
    doc: `Places that the goods only pass, and whose embargo names other goods of the chapter: ${DOC_END}`,
  }),
  matches('item.embargoedOriginInWords', 'input', 'possible', {
    label: 'embargoed places that the description names',
    doc: `Places whose goods of this code may not be imported and that the description or marks name, though no field does: ${DOC_END}`,
  }),
  matches('item.embargoedInputs', 'input', 'related', {
    label: 'embargoed inputs',
    doc: `Places whose goods are worked in the country of origin to such as these, without a document that says what they were made of: ${DOC_END}`,
  }),
];

function matches(
  name: `item.${string}`,
  way: EmbargoWay,
  reach: EmbargoReach,
  { label, doc }: { readonly label: string; readonly doc: string },
): Feature<'item'> {
  return itemFeature(name, 'list<string>', {
    label,
    doc,
    tier: 'inspector',
    rests: 'whole',
    of: ({ item: { embargoes } }) => {
      if (embargoes === undefined) return missing('embargoes were not looked up');
      if (embargoes.state === 'unknown') return missing(embargoes.why);
      if (embargoes.state === 'absent' || embargoes.value.length === 0) return NONE;
      return embargoes.value.filter((match) => match.way === way && match.reach === reach).map(inWords);
    },
    from: ({ item: { embargoes } }) => (embargoes === undefined ? [] : [embargoes.from]),
  });
}

/** Most items meet no embargo: what is said of them is one and the same list. */
const NONE: readonly string[] = [];

const inWords = ({ place, where, goods, legalBasis }: EmbargoMatch): string =>
  `${place} (${where}): ${goods} [${legalBasis}]`;
