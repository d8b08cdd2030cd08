/**
 * Where an element of a WCO message goes in the event. The kind of value (text, decimal, amount …) is the field's own.
 *  - a field name: the element's value, or its DateTimeString's;
 *  - `to` and `of`: the element is an object, or one of a list, mapped by a table of its own;
 *  - `to` and `id`: a bare identifier stands for an object with that one field;
 *  - `to` and `each`: a list of plain values, taken from that child;
 *  - `inline`: the element is only a wrapper, its children belong to the object around it;
 *  - `items`: goods items, which stand at the top of the event;
 *  - `read`: taken by the reader itself, for the reason given, where the first of its kind has the shape.
 */
export type Place<T> =
  | Extract<keyof T, string>
  | { readonly to: Extract<keyof T, string>; readonly of: Elements }
  | { readonly to: Extract<keyof T, string>; readonly id: string }
  | { readonly to: Extract<keyof T, string>; readonly each: string }
  | { readonly inline: Places<T> }
  | { readonly items: Elements }
  | { readonly read: string; readonly shape: RegExp };

export interface Places<T> {
  readonly [element: string]: Place<T>;
}

/** Places of any object, once its type is checked. */
export interface Elements {
  readonly [element: string]: Place<Record<string, unknown>>;
}

/** A table of places, checked against the type it fills. */
export const elements = <T>(places: Places<T>): Elements => places as unknown as Elements;
