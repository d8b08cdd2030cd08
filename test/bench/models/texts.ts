import { type Rng, rngFor } from '../../../services/generator/random/rng.ts';

/** What goods of a kind are made of. */
const METAL = ['stainless steel', 'carbon steel', 'alloy steel', 'galvanised steel', 'iron'];
const CASING = ['cast iron', 'stainless steel', 'bronze', 'brass', 'plastic'];
const PLASTIC = ['polypropylene', 'polyethylene', 'nylon', 'PVC', 'acrylic', 'plastic'];
const WOVEN = ['cotton', 'wool', 'viscose', 'polyester', 'linen', 'cotton blend'];
const CLAY = ['porcelain', 'bone china', 'stoneware', 'ceramic'];
const WOOD = ['oak', 'pine', 'beech', 'bamboo', 'plywood', 'walnut'];
const GLASS = ['glass', 'borosilicate glass', 'lead crystal', 'toughened glass'];

/** Goods, the subheading they are declared under, and what they are made of: near enough for most to be found in order. */
const GOODS: readonly (readonly [goods: string, code: string, materials: readonly string[]])[] = [
  ['centrifugal pump', '841370', CASING],
  ['ball valve', '848180', CASING],
  ['gearbox', '848340', CASING],
  ['ball bearing', '848210', METAL],
  ['roller chain', '731511', METAL],
  ['electric motor', '850152', CASING],
  ['hinge', '830210', METAL],
  ['hex bolt', '731815', METAL],
  ['washer', '731822', METAL],
  ['wood screws', '731812', METAL],
  ['pipe fitting', '730799', METAL],
  ['padlock', '830110', METAL],
  ['hand saw', '820210', METAL],
  ['kitchen knife', '821192', METAL],
  ['spanner', '820411', METAL],
  ['drill bit', '820750', METAL],
  ['radiator', '732219', METAL],
  ['wire rope', '731210', METAL],
  ['insulated cable', '854449', PLASTIC],
  ['plug connector', '853669', PLASTIC],
  ['battery charger', '850440', PLASTIC],
  ['vacuum cleaner', '850811', PLASTIC],
  ['loudspeaker', '851822', PLASTIC],
  ['toothbrush', '960321', PLASTIC],
  ['bottle', '392330', PLASTIC],
  ['bucket', '392490', PLASTIC],
  ['sheet', '392020', PLASTIC],
  ['bags', '392321', PLASTIC],
  ['tube', '391739', PLASTIC],
  ['spectacle frames', '900311', PLASTIC],
  ["men's shirts", '620520', WOVEN],
  ["women's dresses", '620442', WOVEN],
  ['trousers', '620342', WOVEN],
  ['bed linen', '630231', WOVEN],
  ['towels', '630260', WOVEN],
  ['curtains', '630392', WOVEN],
  ['fabric', '520819', WOVEN],
  ['gloves', '621600', WOVEN],
  ['ties', '621510', WOVEN],
  ['plates', '691110', CLAY],
  ['mugs', '691110', CLAY],
  ['vases', '691310', CLAY],
  ['wash basin', '691010', CLAY],
  ['floor tiles', '690721', CLAY],
  ['dining table', '940360', WOOD],
  ['wardrobe', '940350', WOOD],
  ['chairs', '940169', WOOD],
  ['picture frame', '441490', WOOD],
  ['doors', '441829', WOOD],
  ['parquet flooring', '441875', WOOD],
  ['toys', '950300', WOOD],
  ['bottles', '701090', GLASS],
  ['drinking glasses', '701337', GLASS],
  ['mirror', '700992', GLASS],
  ['test tubes', '701720', GLASS],
  ['lamp shades', '940591', GLASS],
];
const QUALIFIERS = [
  'new',
  'polished',
  'painted',
  'printed',
  'folding',
  'portable',
  'industrial',
  'household',
  'decorative',
  'spare',
  'heavy duty',
  'small',
  'large',
  'premium',
  'standard',
  'branded',
  'hand made',
  'unassembled',
];
const PURPOSES = [
  'for agricultural machinery',
  'for motor vehicles',
  'for household use',
  'for the food industry',
  'for laboratories',
  'for hospitals',
  'for construction',
  'for garden use',
  'for drinking water',
  'for chemical plants',
  'for retail sale',
  'for further processing',
  'with accessories',
  'without motor',
  'in sets of 12',
  'packed in cartons',
  'as samples',
  'of own manufacture',
  'model year 2026',
  'according to drawing',
];

const MATERIALS = [...new Set([METAL, CASING, PLASTIC, WOVEN, CLAY, WOOD, GLASS].flat())];

/** The words that make one description of a kind of goods another, by their number: more than two hundred thousand, no two the same. */
export function wordsNumbered(number: number): string {
  let rest = number;
  const next = (words: readonly string[]): string => {
    const word = words[rest % words.length]!;
    rest = Math.floor(rest / words.length);
    return word;
  };
  return [next(QUALIFIERS), next(MATERIALS), next(PURPOSES), next(QUALIFIERS)].join(' ');
}

/** Texts that commonly describe this many different goods in a trade. */
const DIFFERENT = 100_000;
/** One in so many is declared under the code of other goods. */
const WRONG = 50;

/** Goods as a trader describes and declares them. */
export interface Described {
  readonly description: string;
  /** Six digits. */
  readonly code: string;
}

/** Descriptions of goods, none twice: words combined, with a measure or a part number in most. One in fifty is under a wrong code. */
export function newTexts(seed: number, count: number): readonly Described[] {
  const chance = rngFor(seed, 'bench texts');
  const texts = new Map<string, Described>();
  while (texts.size < count) {
    const one = described(chance);
    texts.set(one.description, one);
  }
  return [...texts.values()];
}

/** Descriptions of which no two have the same words: those of `newTexts` often differ by a number alone, as they do in trade. */
export function newWordings(seed: number, count: number): readonly Described[] {
  const chance = rngFor(seed, 'bench wordings');
  const texts = new Map<string, Described>();
  while (texts.size < count) {
    const one = described(chance);
    texts.set(one.description.toLowerCase().replace(/\d+/g, ''), one);
  }
  return [...texts.values()];
}

/** As many descriptions as they come in trade: out of a hundred thousand, the k-th with weight 1/k (Zipf). */
export function tradeTexts(seed: number, count: number): readonly Described[] {
  const [known, chance] = [newTexts(seed, DIFFERENT), rngFor(seed, 'bench order')];
  return Array.from({ length: count }, () => chance.pickEarly(known));
}

function described(chance: Rng): Described {
  const [goods, code, materials] = chance.pick(GOODS);
  const parts = [chance.pick(materials), goods];
  if (chance.happens(0.5)) parts.unshift(chance.pick(QUALIFIERS));
  if (chance.happens(0.4)) parts.push(chance.pick(PURPOSES));
  if (chance.happens(0.8))
    parts.push(
      chance.happens(0.5)
        ? `${chance.whole(2, 900)} ${chance.pick(['mm', 'cm', 'kg', 'ml', 'pcs'])}`
        : `no ${chance.digits(5)}`,
    );
  const description = chance.happens(0.3) ? parts.join(' ').toUpperCase() : parts.join(' ');
  return { description, code: chance.whole(1, WRONG) === 1 ? chance.pick(GOODS)[1] : code };
}
