import { asCommodityCode, type CommodityCode, commodityCodeOf } from '../declaration/commodity-code.ts';
import { originOf } from '../declaration/origin.ts';
import type { Facts, ItemFacts } from '../facts/facts.ts';
import { controlsFor } from './item-facts.ts';
import type { ReferenceData } from './reference-data.ts';

/** Where more honest goods than this share fit their code as badly, nothing is asked about another one: no threshold of policy lies above. */
const WORTH_ASKING = 0.1;

/** The facts with what the reference data say of the codes that a model finds likelier than the declared ones. */
export function withLikelyCodes(facts: Facts, reference: ReferenceData): Facts {
  if (facts.items.every((item) => likelyCodeOf(item) === undefined)) return facts;
  return { ...facts, items: facts.items.map((item, index) => withLikely(facts, item, index, reference)) };
}

/** Models name codes as texts. */
function likelyCodeOf({ models }: ItemFacts): CommodityCode | undefined {
  const answer = models.find(
    ({ pValue, likelyCommodityCodes }) =>
      pValue !== undefined && pValue < WORTH_ASKING && likelyCommodityCodes.length > 0,
  );
  return answer && asCommodityCode(answer.likelyCommodityCodes[0]!.code);
}

function withLikely(
  { event, asOf: { day } }: Facts,
  item: ItemFacts,
  index: number,
  reference: ReferenceData,
): ItemFacts {
  const goods = event.goodsItems[index]!;
  const [code, declared] = [likelyCodeOf(item), commodityCodeOf(goods)];
  if (code === undefined || declared === undefined || declared.startsWith(code)) return item;
  const origin = originOf(goods);
  return {
    ...item,
    likely: {
      code,
      duty: reference.dutyRange(code, day, origin),
      declaredDuty: reference.dutyRange(declared, day, origin),
      controls: controlsFor(code, event, goods, day, reference),
    },
  };
}
