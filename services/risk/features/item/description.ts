import Big from 'big.js';
import { normalisedText } from '../../declaration/normalised-text.ts';
import type { ItemContext } from '../definition/context.ts';
import { itemFeature } from '../definition/feature.ts';

/** Words for packages after a number; at most three spaces between, so that the search takes time in proportion to the text. */
const PACKAGES =
  /(?<![\d.,])(\d{1,6}) {0,3}(?:x )?(?:cartons?|ctns?|boxes|box|bags?|packages?|pkgs?|crates?|drums?|bales?|sacks?|cases?)\b/g;

/** What the goods are said to be, and how they are packed. */
export const descriptionFeatures = [
  itemFeature('item.description', 'string', {
    label: 'description',
    doc: 'Description of the goods as declared; "" where none is.',
    tier: 'trader',
    rests: 'whole',
    of: ({ goods }) => goods.commodity?.description ?? '',
  }),
  itemFeature('item.descriptionWords', 'list<string>', {
    label: 'words of the description',
    doc: 'Words of the description in lower case without accents; numbers and punctuation left out.',
    tier: 'inspector',
    rests: 'whole',
    of: ({ goods }) =>
      normalisedText(goods.commodity?.description ?? '')
        .split(' ')
        .filter((word) => word !== '' && !/^\d/.test(word)),
  }),
  itemFeature('item.packageCount', 'double', {
    label: 'number of packages',
    doc: 'Packages of the item, all kinds added up; 0 where none are stated.',
    tier: 'trader',
    rests: 'whole',
    of: packageCount,
  }),
  itemFeature('item.packageTypes', 'list<string>', {
    label: 'kinds of packages',
    doc: 'Package type codes of the item (UN/ECE Rec. 21).',
    tier: 'trader',
    rests: 'whole',
    of: ({ goods }) => goods.packagings.flatMap(({ typeCode }) => (typeCode === undefined ? [] : [typeCode])),
  }),
  itemFeature('item.describedPackages', 'list<string>', {
    label: 'packages that the description speaks of',
    doc: 'Numbers of packages that the description names ("20 cartons").',
    tier: 'trader',
    rests: 'whole',
    of: describedPackages,
  }),
  itemFeature('item.packagesContradicted', 'bool', {
    label: 'packages against the description',
    doc: 'Whether the description names numbers of packages and none of them is a number declared.',
    tier: 'trader',
    rests: 'whole',
    of: (context) => {
      const described = describedPackages(context);
      if (described.length === 0) return false;
      const numbers = [
        packageCount(context),
        ...context.goods.packagings.map(({ quantity }) => Number(quantity ?? 0)),
        Number(context.event.totalPackageQuantity ?? 0),
        Number(context.goods.commodity?.tariffQuantity?.value ?? 0),
      ];
      return !described.some((number) => numbers.includes(Number(number)));
    },
  }),
];

/** Packages are whole and few, which numbers add up exactly; anything else is left to exact decimals. */
function packageCount({ goods: { packagings } }: ItemContext): number {
  const count = packagings.reduce((sum, { quantity }) => sum + Number(quantity ?? 0), 0);
  return packagings.every(({ quantity }) => quantity === undefined || Number.isSafeInteger(Number(quantity))) &&
    Number.isSafeInteger(count)
    ? count
    : exactCount(packagings);
}

const exactCount = (packagings: ItemContext['goods']['packagings']): number =>
  packagings.reduce((sum, { quantity }) => sum.plus(quantity ?? '0'), new Big(0)).toNumber();

function describedPackages({ goods }: ItemContext): readonly string[] {
  return [...(goods.commodity?.description ?? '').toLowerCase().matchAll(PACKAGES)].map((match) => match[1] as string);
}
