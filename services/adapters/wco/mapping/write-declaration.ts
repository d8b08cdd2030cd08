import type { DeclarationHeader, OtherElement } from '../../../risk/declaration/declaration-event.ts';
import { GOODS_ITEM, HEADER } from '../../../risk/declaration/event-fields.ts';
import type { Field, FieldTable } from '../../../risk/declaration/field.ts';
import type { XmlElement } from '../../xml/element.ts';
import { DECLARATION } from './declaration-elements.ts';
import { Draft } from './draft.ts';
import type { Elements, Place } from './place.ts';

type Slots = Readonly<Record<string, unknown>>;
type AnyPlace = Place<Record<string, unknown>>;

/** A Declaration element that says what an event says: the mapping the other way round, so that an amendment in XML can be merged onto an event. MRN and version are not in it. */
export function writeDeclaration(
  event: DeclarationHeader & { readonly otherElements: readonly OtherElement[] },
): XmlElement {
  const items = event.goodsItems as unknown as readonly Slots[];
  const declaration = new Draft('Declaration').add(...write(event as unknown as Slots, DECLARATION, HEADER, items));
  for (const other of event.otherElements) declaration.putBack(other);
  return declaration.finished();
}

/** Elements for what an object says. Of two elements for one field, which are its names in different editions, the first is written. */
function write(object: Slots, places: Elements, fields: FieldTable, items: readonly Slots[]): readonly Draft[] {
  const written = new Set<string>();
  const each = (name: string, place: AnyPlace): readonly Draft[] => {
    if (typeof place !== 'string' && 'read' in place) return [];
    if (typeof place !== 'string' && 'inline' in place)
      return unlessEmpty(
        new Draft(name).add(...Object.entries(place.inline).flatMap(([inner, inside]) => each(inner, inside))),
      );
    if (typeof place !== 'string' && 'items' in place)
      return items.map((item) => new Draft(name).add(...write(item, place.items, GOODS_ITEM, [])));
    const to = typeof place === 'string' ? place : place.to;
    const field = fields[to];
    if (field === undefined || written.has(to)) return [];
    written.add(to);
    if (typeof place !== 'string' && 'of' in place)
      return objects(object[to], field, (one, inside) =>
        unlessEmpty(new Draft(name).add(...write(one, place.of, inside, items))),
      );
    return valuesOf(object[to]).map((one) =>
      typeof place === 'string'
        ? leaf(name, one)
        : 'each' in place
          ? new Draft(name).add(leaf(place.each, one))
          : leaf(name, (one as Slots)[place.id]),
    );
  };
  return Object.entries(places).flatMap(([name, place]) => each(name, place));
}

/** Goods items stand in a shipment even where nothing is said of it: one that is absent is written as one that says nothing. */
function objects(
  value: unknown,
  field: Field,
  draft: (one: Slots, fields: FieldTable) => readonly Draft[],
): readonly Draft[] {
  if (field.kind !== 'one' && field.kind !== 'many') return [];
  const all = valuesOf(value) as readonly Slots[];
  return (all.length === 0 && field.kind === 'one' ? [{}] : all).flatMap((one) => draft(one, field.fields));
}

function valuesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined ? [] : [value];
}

function unlessEmpty(draft: Draft): readonly Draft[] {
  return draft.isEmpty ? [] : [draft];
}

/** A text; an amount or a measure with its currency or unit. */
function leaf(name: string, value: unknown): Draft {
  if (typeof value !== 'object' || value === null) return new Draft(name, String(value));
  const {
    value: number,
    currencyId,
    unitCode,
  } = value as { readonly value: string; readonly currencyId?: string; readonly unitCode?: string };
  return new Draft(name, number).attribute('currencyID', currencyId).attribute('unitCode', unitCode);
}
