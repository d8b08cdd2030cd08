import { GOODS_ITEM as ITEM_FIELDS, GOODS_SHIPMENT as SHIPMENT_FIELDS } from '../../../risk/declaration/event-fields.ts';
import { childrenNamed, sameFamily, type XmlElement } from '../../xml/element.ts';
import { GOODS_SHIPMENT } from './declaration-elements.ts';
import { leavesOf } from './leaves.ts';
import { mapElement, type Gathered } from './map-element.ts';
import { numberedThrough } from './number-items.ts';
import { inOrder, type Slots } from './slots.ts';

/** What both a shipment and an item can say: parties, places, transport. */
const SHARED = Object.keys(SHIPMENT_FIELDS).filter((name) => Object.hasOwn(ITEM_FIELDS, name));

interface Shipment {
  readonly parts: Slots;
  readonly items: readonly Slots[];
}

export function shipmentsIn(declaration: XmlElement): readonly XmlElement[] {
  return childrenNamed(declaration, 'GoodsShipment').filter((shipment) => sameFamily(shipment, declaration));
}

/**
 * Several shipments of one declaration, where the event has room for one: what each says of itself goes to its items where they do not say otherwise. The first
 * stays the declaration's in all that every shipment states: where one leaves a thing out, its items must not be read as if they had the first's. What the
 * shipments say is kept as it stands too, among the other elements.
 * @param gathered takes the items and the other elements
 */
export function mapShipments(elements: readonly XmlElement[], gathered: Gathered): Slots {
  const shipments = elements.map((element, index) => mapShipment(element, `GoodsShipment[${String(index + 1)}]`, gathered));
  const everywhere = new Set(SHARED.filter((name) => shipments.every(({ parts }) => isStated(parts[name]))));
  const items = numberedThrough(shipments, gathered.others).flatMap(({ parts, items: own }, index) => own.map((item) => withParts(item, parts, SHARED.filter((name) => index > 0 || !everywhere.has(name)))));
  gathered.goodsItems.splice(0, gathered.goodsItems.length, ...items);
  const first = shipments[0]?.parts ?? {};
  return Object.fromEntries(Object.entries(first).flatMap(([name, value]) => (!SHARED.includes(name) || everywhere.has(name) ? [[name, value]] : Array.isArray(value) ? [[name, []]] : [])));
}

function mapShipment(element: XmlElement, path: string, gathered: Gathered): Shipment {
  const before = gathered.goodsItems.length;
  const ofItems: Gathered = { goodsItems: gathered.goodsItems, others: [] };
  const parts = mapElement(element, GOODS_SHIPMENT, { fields: SHIPMENT_FIELDS, path, gathered: ofItems });
  const own = leavesOf({ ...element, children: element.children.filter(({ name }) => name !== 'GovernmentAgencyGoodsItem') }, path);
  for (const other of [...own, ...ofItems.others.filter((one) => one.path.startsWith(`${path}/GovernmentAgencyGoodsItem`))]) gathered.others.push(other);
  return { parts, items: gathered.goodsItems.slice(before) };
}

function withParts(item: Slots, parts: Slots, names: readonly string[]): Slots {
  const given = names.flatMap((name) => {
    const [own, ofShipment] = [item[name], parts[name]];
    if (Array.isArray(ofShipment)) return [[name, [...(own as readonly unknown[]), ...(ofShipment as readonly unknown[])]]];
    return own === undefined && ofShipment !== undefined ? [[name, ofShipment]] : [];
  });
  return inOrder({ ...item, ...Object.fromEntries(given) as Slots }, ITEM_FIELDS);
}

function isStated(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}
