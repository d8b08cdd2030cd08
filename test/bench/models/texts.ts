import { chanceFor, type Chance } from '../../../infra/demo/generator/chance.ts';

const MATERIALS = ['stainless steel', 'carbon steel', 'aluminium', 'brass', 'copper', 'zinc alloy', 'polypropylene', 'polyethylene', 'nylon', 'cotton', 'wool', 'linen', 'silk', 'viscose', 'polyester', 'leather', 'rubber', 'silicone', 'glass', 'ceramic', 'porcelain', 'oak', 'pine', 'bamboo', 'plywood', 'paper', 'cardboard', 'granite', 'marble', 'titanium'];
const GOODS = ['centrifugal pump', 'ball valve', 'gearbox', 'ball bearing', 'electric motor', 'hinge', 'hex bolt', 'washer', 'screw', 'pipe fitting', 'hose', 'gasket', 'cable', 'connector', 'circuit board', 'lamp', 'battery charger', 'refrigerator part', 'washing machine drum', 'shirt', 'trousers', 'socks', 'dress', 'jacket', 'gloves', 'scarf', 'blanket', 'curtain', 'carpet', 'towel', 'shoe sole', 'handbag', 'suitcase', 'bottle', 'jar', 'plate', 'mug', 'vase', 'chair', 'table', 'shelf', 'picture frame', 'toy car', 'doll', 'puzzle', 'bicycle frame', 'brake pad', 'filter', 'fan blade', 'heat exchanger', 'nozzle', 'sensor housing', 'needle', 'scalpel', 'test tube', 'brush', 'broom', 'comb', 'button', 'zip fastener'];
const QUALIFIERS = ['new', 'forged', 'cast', 'machined', 'woven', 'knitted', 'printed', 'painted', 'galvanised', 'polished', 'threaded', 'welded', 'seamless', 'laminated', 'tempered', 'folding', 'portable', 'industrial', 'household', 'decorative', "women's", "men's", "children's", 'spare', 'heavy duty'];
const PURPOSES = ['for agricultural machinery', 'for motor vehicles', 'for household use', 'for the food industry', 'for laboratories', 'for hospitals', 'for construction', 'for garden use', 'for drinking water', 'for chemical plants', 'for retail sale', 'for further processing', 'with accessories', 'without motor', 'in sets of 12', 'packed in cartons', 'as samples', 'of own manufacture', 'model year 2026', 'according to drawing'];

/** Texts that commonly describe this many different goods in a trade. */
const DIFFERENT = 100_000;

/** Descriptions of goods as traders write them, none twice: words combined, with a measure or a part number in most. */
export function newTexts(seed: number, count: number): readonly string[] {
  const chance = chanceFor(seed, 'bench texts');
  const texts = new Set<string>();
  while (texts.size < count) texts.add(text(chance));
  return [...texts];
}

/** As many descriptions as they come in trade: out of a hundred thousand, the k-th with weight 1/k (Zipf). */
export function tradeTexts(seed: number, count: number): readonly string[] {
  const [known, chance] = [newTexts(seed, DIFFERENT), chanceFor(seed, 'bench order')];
  return Array.from({ length: count }, () => chance.pickEarly(known));
}

function text(chance: Chance): string {
  const parts = [chance.pick(QUALIFIERS), chance.pick(MATERIALS), chance.pick(GOODS)];
  if (chance.happens(0.6)) parts.push(chance.pick(PURPOSES));
  if (chance.happens(0.7)) parts.push(chance.happens(0.5) ? `${chance.whole(2, 900)} ${chance.pick(['mm', 'cm', 'kg', 'ml', 'W', 'V'])}` : `no ${chance.digits(5)}`);
  return chance.happens(0.3) ? parts.join(' ').toUpperCase() : parts.join(' ');
}
