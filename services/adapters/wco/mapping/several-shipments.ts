import type { OtherElement } from '../../../risk/declaration/declaration-event.ts';
import {
  GOODS_ITEM as ITEM_FIELDS,
  GOODS_SHIPMENT as SHIPMENT_FIELDS,
} from '../../../risk/declaration/event-fields.ts';
import { childrenNamed, sameFamily, type XmlElement } from '../../xml/element.ts';
import { GOODS_SHIPMENT } from './declaration-elements.ts';
import { leavesOf } from './leaves.ts';
import { type Gathered, mapElement } from './map-element.ts';
import { numberedThrough } from './number-items.ts';
import type { Elements } from './place.ts';
import { inOrder, type Slots } from './slots.ts';

/** What both a shipment and an item can say: parties, places, transport. */
const SHARED = Object.keys(SHIPMENT_FIELDS).filter((name) => Object.hasOwn(ITEM_FIELDS, name));

interface Shipment {
  readonly parts: Slots;
  readonly items: readonly Slots[];
  /** Everything that it says of itself, as it stands, with the element under the shipment that it stands in. */
  readonly own: readonly Said[];
  /** What of it, or of its items, has no field. */
  readonly unread: readonly OtherElement[];
}

interface Said {
  readonly in: string;
  readonly leaf: OtherElement;
}

export function shipmentsIn(declaration: XmlElement): readonly XmlElement[] {
  return childrenNamed(declaration, 'GoodsShipment').filter((shipment) => sameFamily(shipment, declaration));
}

/**
 * Several shipments of one declaration, where the event has room for one: what each says of itself goes to its items where they do not say otherwise. The first
 * stays the declaration's in all that every shipment states: where one leaves a thing out, its items must not be read as if they had the first's. What the
 * shipments say is kept as it stands too, among the other elements: which items a shipment had is said nowhere else. What a field holds as well is marked.
 * @param gathered takes the items and the other elements
 */
export function mapShipments(elements: readonly XmlElement[], gathered: Gathered): Slots {
  const shipments = elements.map((element, index) =>
    mapShipment(element, `GoodsShipment[${String(index + 1)}]`, gathered),
  );
  const everywhere = new Set(SHARED.filter((name) => shipments.every(({ parts }) => isStated(parts[name]))));
  const items = numberedThrough(shipments, gathered.others).flatMap(({ parts, items: own }, index) =>
    own.map((item) =>
      withParts(
        item,
        parts,
        SHARED.filter((name) => index > 0 || !everywhere.has(name)),
      ),
    ),
  );
  gathered.goodsItems.splice(0, gathered.goodsItems.length, ...items);
  for (const [index, shipment] of shipments.entries())
    for (const other of othersOf(shipment, index, everywhere)) gathered.others.push(other);
  const first = shipments[0]?.parts ?? {};
  return Object.fromEntries(
    Object.entries(first).flatMap(([name, value]) =>
      !SHARED.includes(name) || everywhere.has(name) ? [[name, value]] : Array.isArray(value) ? [[name, []]] : [],
    ),
  );
}

function mapShipment(element: XmlElement, path: string, gathered: Gathered): Shipment {
  const before = gathered.goodsItems.length;
  const here: Gathered = { goodsItems: gathered.goodsItems, others: [] };
  const parts = mapElement(element, GOODS_SHIPMENT, { fields: SHIPMENT_FIELDS, path, gathered: here });
  const ofItself = {
    ...element,
    children: element.children.filter(({ name }) => name !== 'GovernmentAgencyGoodsItem'),
  };
  const own = leavesOf(ofItself, path).map((leaf) => ({
    in: leaf.path.slice(path.length + 1).split(/[/[]/, 1)[0] ?? '',
    leaf,
  }));
  return { parts, items: gathered.goodsItems.slice(before), own, unread: here.others };
}

function othersOf(
  { own, items, unread }: Shipment,
  index: number,
  everywhere: ReadonlySet<string>,
): readonly OtherElement[] {
  const withoutField = new Set(unread.map(({ path }) => path));
  const ofItself = own.map(({ in: name, leaf }) => {
    const alsoIn = withoutField.has(leaf.path) ? undefined : holderOf(name, index, items.length > 0, everywhere);
    return alsoIn === undefined ? leaf : { ...leaf, alsoIn };
  });
  const told = new Set(own.map(({ leaf }) => leaf.path));
  return [...ofItself, ...unread.filter(({ path }) => !told.has(path))];
}

/** Which field of the event holds an element of a shipment: the first stays the declaration's in what every shipment states, and in what no item can say. */
function holderOf(
  element: string,
  index: number,
  hasItems: boolean,
  everywhere: ReadonlySet<string>,
): string | undefined {
  const fields = fieldsUnder(GOODS_SHIPMENT[element]);
  if (fields.length === 0) return undefined;
  if (index === 0 && fields.every((field) => everywhere.has(field) || !SHARED.includes(field))) return 'goodsShipment';
  return hasItems && fields.every((field) => SHARED.includes(field)) ? 'goodsItems' : undefined;
}

function fieldsUnder(place: Elements[string] | undefined): readonly string[] {
  if (place === undefined) return [];
  if (typeof place === 'string') return [place];
  if ('inline' in place) return Object.values(place.inline).flatMap(fieldsUnder);
  return 'to' in place ? [place.to] : [];
}

function withParts(item: Slots, parts: Slots, names: readonly string[]): Slots {
  const given = names.flatMap((name) => {
    const [own, ofShipment] = [item[name], parts[name]];
    if (Array.isArray(ofShipment))
      return [[name, [...(own as readonly unknown[]), ...(ofShipment as readonly unknown[])]]];
    return own === undefined && ofShipment !== undefined ? [[name, ofShipment]] : [];
  });
  return inOrder({ ...item, ...(Object.fromEntries(given) as Slots) }, ITEM_FIELDS);
}

function isStated(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}
