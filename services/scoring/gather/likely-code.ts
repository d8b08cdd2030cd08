import { commodityCodeOf } from '../../risk/declaration/commodity-code.ts';
import { directionOf } from '../../risk/declaration/direction.ts';
import type { Facts, ItemFacts, LikelyCode } from '../../risk/facts/facts.ts';
import { unknown } from '../../risk/facts/known.ts';
import type { ReferenceData } from '../ports/reference-data.ts';

/** Where more honest goods than this share fit their code as badly, nothing is asked about another one: no threshold of policy lies above. */
const WORTH_ASKING = 0.05;

/** The facts with what the reference data say of the codes that a model finds likelier than the declared ones. */
export function withLikelyCodes(facts: Facts, reference: ReferenceData): Facts {
  if (!facts.items.some(({ models }) => models.some(({ pValue, likelyCommodityCodes }) => isLikely(pValue, likelyCommodityCodes.length)))) return facts;
  return { ...facts, items: facts.items.map((item, index) => withLikely(facts, item, index, reference)) };
}

const isLikely = (pValue: number | undefined, codes: number): boolean => pValue !== undefined && pValue < WORTH_ASKING && codes > 0;

function withLikely(facts: Facts, item: ItemFacts, index: number, reference: ReferenceData): ItemFacts {
  const code = item.models.find(({ pValue, likelyCommodityCodes }) => isLikely(pValue, likelyCommodityCodes.length))?.likelyCommodityCodes[0]?.code;
  const goods = facts.event.goodsItems[index]!;
  const declared = commodityCodeOf(goods);
  if (code === undefined || declared === undefined || declared.startsWith(code)) return item;
  const origin = goods.origins[0]?.countryCode;
  const likely: LikelyCode = {
    code,
    duty: reference.dutySpan(code, facts.asOf.day, origin),
    declaredDuty: reference.dutySpan(declared, facts.asOf.day, origin),
    controls: controlsOn(code, facts, index, reference),
  };
  return { ...item, likely };
}

function controlsOn(code: string, { event, asOf }: Facts, index: number, reference: ReferenceData): LikelyCode['controls'] {
  const direction = directionOf(event);
  if (direction === undefined) return unknown('the direction of the declaration is not known', 'declaration');
  const goods = event.goodsItems[index]!;
  const destination = goods.destinationCountryCode ?? event.goodsShipment?.destinationCountryCode;
  const origin = goods.origins[0]?.countryCode;
  return reference.controls(code, { direction, day: asOf.day, ...(destination !== undefined && { destination }), ...(origin !== undefined && { origin }) });
}
