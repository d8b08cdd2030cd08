import { asCommodityCode, type CommodityCode, commodityCodeOf } from '../declaration/commodity-code.ts';
import { originOf } from '../declaration/origin.ts';
import type { Facts, ItemFacts } from '../facts/facts.ts';
import type { ModelAnswer } from '../facts/model-answer.ts';
import { controlsFor } from './item-facts.ts';
import type { ReferenceData } from './reference-data.ts';

/** Where more honest goods than this share fit their code as badly, nothing is asked about another one: no threshold of policy lies above. */
const WORTH_ASKING = 0.1;

/** The facts with what the reference data say of the codes that a model finds likelier than the declared ones. */
export function withLikelyCodes(facts: Facts, reference: ReferenceData): Facts {
  if (facts.items.every((item) => likelyCodeOf(item) === undefined)) return facts;
  return { ...facts, items: facts.items.map((item, index) => withLikely(facts, item, index, reference)) };
}

/** A subheading beside the likeliest of the same heading is one of these goods from this probability on. */
const AS_WELL = 0.1;

/** The answer that names likely codes, where one does. */
const namingAnswer = ({ models }: ItemFacts): ModelAnswer | undefined =>
  models.find(
    ({ pValue, likelyCommodityCodes }) =>
      pValue !== undefined && pValue < WORTH_ASKING && likelyCommodityCodes.length > 0,
  );

/** Models name codes as texts. */
function likelyCodeOf(item: ItemFacts): CommodityCode | undefined {
  const answer = namingAnswer(item);
  return answer && asCommodityCode(answer.likelyCommodityCodes[0]!.code);
}

/** Other subheadings of the likely code's heading that the words speak for as well. */
function besides(item: ItemFacts, likely: CommodityCode): readonly CommodityCode[] {
  const others = namingAnswer(item)?.likelyCommodityCodes.filter(
    ({ code, probability }) =>
      code !== likely && code.slice(0, 4) === likely.slice(0, 4) && code.length > 4 && probability >= AS_WELL,
  );
  return (others ?? []).flatMap(({ code }) => asCommodityCode(code) ?? []);
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
  const others = besides(item, code).flatMap((one) => {
    const controls = controlsFor(one, event, goods, day, reference);
    return controls.state === 'found' ? controls.value : [];
  });
  return {
    ...item,
    likely: {
      code,
      duty: reference.dutyRange(code, day, origin),
      declaredDuty: reference.dutyRange(declared, day, origin),
      controls: controlsFor(code, event, goods, day, reference),
      ...(others.length === 0 ? {} : { otherControls: others }),
    },
  };
}
