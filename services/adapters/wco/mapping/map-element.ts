import type { OtherElement } from '../../../risk/declaration/declaration-event.ts';
import { GOODS_ITEM } from '../../../risk/declaration/event-fields.ts';
import type { Field, FieldTable } from '../../../risk/declaration/field.ts';
import { sameFamily, type XmlElement } from '../../xml/element.ts';
import { attributesOf, isEmpty, leavesOf, namedAmong, strayText } from './leaves.ts';
import type { Elements, Place } from './place.ts';
import { readValue } from './read-value.ts';
import { emptyLists, inOrder, isWhole, onlyOthers, putOnce, type Slots } from './slots.ts';

/** What the mapping of one declaration gathers beside the object itself. */
export interface Gathered {
  readonly goodsItems: Slots[];
  readonly others: OtherElement[];
}

interface Around {
  readonly fields: FieldTable;
  readonly path: string;
  readonly gathered: Gathered;
}

/** The object that an element stands for. Children without a place, or beyond the one there is room for, are gathered as other elements. */
export function mapElement(element: XmlElement, places: Elements, around: Around): Slots {
  const slots = emptyLists(around.fields);
  fill(slots, element, places, around);
  return inOrder(slots, around.fields);
}

function fill(slots: Slots, element: XmlElement, places: Elements, around: Around): void {
  for (const { child, path } of placed(element.children, around.path)) {
    const here: Around = { fields: around.fields, gathered: around.gathered, path };
    const place = sameFamily(child, element) && Object.hasOwn(places, child.name) ? places[child.name] : undefined;
    if (!isEmpty(child) && (place === undefined || !put(slots, child, place, here)))
      gather(around, leavesOf(child, here.path));
  }
  gather(around, strayText(element, around.path));
}

interface Placed {
  readonly child: XmlElement;
  readonly path: string;
}

/** With the path that each is told by: its own among its siblings, or that of its source. */
function placed(children: readonly XmlElement[], path: string): readonly Placed[] {
  if (children[0]?.source !== undefined) return children.map((child) => ({ child, path: child.source ?? child.name }));
  return namedAmong(children).map(({ child, name }) => ({ child, path: path === '' ? name : `${path}/${name}` }));
}

/** Whether the element found its place. */
function put(slots: Slots, child: XmlElement, place: Place<Record<string, unknown>>, around: Around): boolean {
  if (typeof place === 'string') return putValue(slots, place, child, around);
  if ('read' in place) return putRead(slots, child, place.shape, around);
  if ('inline' in place) return putInline(slots, child, place.inline, around);
  if ('items' in place) return putItem(child, place.items, around);
  if ('of' in place) return putObject(slots, place.to, child, place.of, around);
  if ('id' in place)
    return (
      putOnce(
        slots,
        place.to,
        child.children.length === 0 && child.text !== '' ? { [place.id]: child.text } : undefined,
      ) && moveOthers(around, attributesOf(child, around.path))
    );
  return putEach(slots, place.to, child, place.each, around);
}

function putValue(slots: Slots, to: string, child: XmlElement, around: Around): boolean {
  const read = readValue(child, fieldOf(around, to), around.path);
  if (read === undefined || !putOnce(slots, to, read.value)) return false;
  gather(around, read.unread);
  return true;
}

/** The reader takes the first of its kind; no field bears such a name. */
function putRead(slots: Slots, child: XmlElement, shape: RegExp, around: Around): boolean {
  if (child.children.length > 0 || !shape.test(child.text) || !putOnce(slots, `read ${child.name}`, true)) return false;
  return moveOthers(around, attributesOf(child, around.path));
}

function putInline(slots: Slots, child: XmlElement, places: Elements, around: Around): boolean {
  if (child.children.length === 0) return false;
  fill(slots, child, places, around);
  return moveOthers(around, attributesOf(child, around.path));
}

function putItem(child: XmlElement, places: Elements, around: Around): boolean {
  const item = mapElement(child, places, { ...around, fields: GOODS_ITEM });
  around.gathered.goodsItems.push(item);
  return moveOthers(around, attributesOf(child, around.path));
}

function putObject(slots: Slots, to: string, child: XmlElement, places: Elements, around: Around): boolean {
  const field = fieldOf(around, to);
  if (field.kind !== 'one' && field.kind !== 'many') return false;
  const gathered: Gathered = { goodsItems: around.gathered.goodsItems, others: [] };
  const object = mapElement(child, places, { fields: field.fields, path: around.path, gathered });
  const attributes = attributesOf(child, around.path);
  if (!isWhole(object, field.fields))
    return onlyOthers(object) && moveOthers(around, [...gathered.others, ...attributes]);
  if (field.kind === 'one' && !putOnce(slots, to, object)) return false;
  if (field.kind === 'many') (slots[to] as unknown[]).push(object);
  return moveOthers(around, [...gathered.others, ...attributes]);
}

function putEach(slots: Slots, to: string, child: XmlElement, each: string, around: Around): boolean {
  const isNumber = fieldOf(around, to).kind === 'numbers';
  const taken = namedAmong(child.children).map(({ child: one, name }) => {
    const isValue = one.name === each && one.text !== '' && one.children.length === 0;
    const path = `${around.path}/${name}`;
    if (!isValue) return { others: leavesOf(one, path) };
    return { value: isNumber ? readValue(one, NUMBER, path)?.value : one.text, others: attributesOf(one, path) };
  });
  const values = taken.flatMap((one) => ('value' in one ? [one.value] : []));
  if (values.length === 0) return false;
  for (const value of values) (slots[to] as unknown[]).push(value);
  return moveOthers(around, [
    ...taken.flatMap(({ others }) => others),
    ...strayText(child, around.path),
    ...attributesOf(child, around.path),
  ]);
}

const NUMBER: Field = { kind: 'integer', min: 0, max: 99_999, required: true };

function moveOthers(around: Around, others: readonly OtherElement[]): boolean {
  gather(around, others);
  return true;
}

/** One by one: a hostile message may have more of them than a call has room for arguments. */
function gather(around: Around, others: readonly OtherElement[]): void {
  for (const other of others) around.gathered.others.push(other);
}

function fieldOf(around: Around, name: string): Field {
  const field = around.fields[name];
  if (field === undefined) throw new Error(`no field ${name} at ${around.path}`);
  return field;
}
