import { commodityCodeOf } from '../declaration/commodity-code.ts';
import type { Day } from '../declaration/day.ts';
import type { DeclarationEvent, GoodsItem } from '../declaration/declaration-event.ts';
import { directionOf } from '../declaration/direction.ts';
import { documentCodeOf } from '../declaration/document-code.ts';
import { statedValue } from '../declaration/stated-value.ts';
import { placesOfItem } from '../embargo/declared-places.ts';
import type { DeclaredPlace, EmbargoMatch } from '../embargo/embargo.ts';
import { type Known, unknown } from '../facts/known.ts';
import type { ReferenceData } from './reference-data.ts';

/** Units that count pieces or pairs (UN/ECE Recommendation 20). */
const PIECES = new Set(['NAR', 'NPR', 'C62', 'H87', 'PCE', 'NMB', 'EA']);

/** What embargoes say of an item. `ofDeclaration`: places that hold for all items. */
export function embargoesOn(
  event: DeclarationEvent,
  item: GoodsItem,
  day: Day,
  reference: ReferenceData,
  ofDeclaration: readonly DeclaredPlace[],
): Known<readonly EmbargoMatch[]> {
  const direction = directionOf(event);
  if (direction === undefined) return unknown('the direction of the declaration is not known', 'declaration');
  const code = commodityCodeOf(item);
  return reference.embargoes({
    ...(code !== undefined && { code }),
    direction,
    day,
    places: placesOfItem(item, ofDeclaration),
    text: () => textOf(item),
    documents: () => [...item.additionalDocuments, ...event.additionalDocuments].map(documentCodeOf),
    pieceIsWorthAtMost: (currency) => pieceWorth(event, item, day, reference, currency),
  });
}

function textOf({ commodity, packagings }: GoodsItem): string {
  const texts = [commodity?.description, ...packagings.map(({ marksNumbersId }) => marksNumbersId)];
  return texts.filter((text) => text !== undefined).join(' ');
}

/** Goods that a law names above a price a piece, such as garments, perfumes, carpets and watches, hardly ever weigh more each. */
const KILOGRAMS_A_PIECE = 10;

/** The item's value for each piece that it states; of goods that are not counted, of as much as a piece may weigh, and never more than the whole. */
function pieceWorth(
  event: DeclarationEvent,
  goods: GoodsItem,
  day: Day,
  reference: ReferenceData,
  currency: string,
): number | undefined {
  const value = statedValue({ event, goods });
  if (value?.currencyId === undefined) return undefined;
  const [from, to] = [reference.exchangeRate(value.currencyId, day), reference.exchangeRate(currency, day)];
  if (from.state !== 'found' || to.state !== 'found') return undefined;
  const whole = (Number(value.value) * Number(from.value.rate)) / Number(to.value.rate);
  return whole / Math.max(1, piecesOf(goods));
}

function piecesOf({ commodity }: GoodsItem): number {
  const { tariffQuantity, netNetWeightMeasure: mass } = commodity ?? {};
  const unit = tariffQuantity?.unitCode?.split('#')[0];
  if (unit !== undefined && PIECES.has(unit)) return Number(tariffQuantity!.value);
  return mass !== undefined && (mass.unitCode ?? 'KGM') === 'KGM' ? Number(mass.value) / KILOGRAMS_A_PIECE : 1;
}
