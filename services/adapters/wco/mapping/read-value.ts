import { normaliseDecimal } from '../../../risk/declaration/decimal-text.ts';
import type { OtherElement } from '../../../risk/declaration/declaration-event.ts';
import type { Field } from '../../../risk/declaration/field.ts';
import { parseTime } from '../../../risk/declaration/instant.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { valueElement, type XmlAttribute, type XmlElement } from '../../xml/element.ts';
import { attributesOf } from './leaves.ts';

export interface ReadValue {
  readonly value: unknown;
  /** Attributes that the value has no room for. */
  readonly unread: readonly OtherElement[];
}

/**
 * The value of a leaf by its field's kind. `undefined` where the element is no leaf of that kind (the caller keeps it as another element);
 * a text that cannot be the number or time that it must be is an error, TDW_XML_VALUE.
 */
export function readValue(element: XmlElement, field: Field, path: string): ReadValue | undefined {
  const leaf = valueElement(element);
  if (leaf.children.length > 0 || leaf.text === '') return undefined;
  const read = readLeaf(leaf, field, path);
  return read === undefined || leaf === element
    ? read
    : { ...read, unread: [...read.unread, ...attributesOf(element, path)] };
}

function readLeaf(leaf: XmlElement, field: Field, path: string): ReadValue | undefined {
  const attribute = (name: string): XmlAttribute | undefined =>
    leaf.attributes.find((one) => one.name === name && one.value !== '');
  switch (field.kind) {
    case 'code':
      // The published types are tokens: a line break inside is layout.
      return { value: leaf.text.replace(/\s*[\t\r\n]\s*/g, ' '), unread: unreadOf(leaf.attributes, path) };
    case 'text':
      return { value: leaf.text, unread: unreadOf(leaf.attributes, path) };
    case 'decimal':
      return { value: decimalOf(leaf, path), unread: unreadOf(leaf.attributes, path) };
    case 'integer':
      return { value: integerOf(leaf, field.min, field.max, path), unread: unreadOf(leaf.attributes, path) };
    case 'instant': {
      const format = attribute('formatCode');
      return { value: instantOf(leaf, format?.value, path), unread: unreadOf(leaf.attributes, path, format) };
    }
    case 'one': {
      const isAmount = 'currencyId' in field.fields;
      const stated = attribute(isAmount ? 'currencyID' : 'unitCode');
      const named = stated === undefined ? {} : { [isAmount ? 'currencyId' : 'unitCode']: stated.value };
      return { value: { value: decimalOf(leaf, path), ...named }, unread: unreadOf(leaf.attributes, path, stated) };
    }
    case 'many':
    case 'codes':
    case 'numbers':
    case 'symbol':
      return undefined;
  }
}

function decimalOf(leaf: XmlElement, path: string): string {
  return (
    normaliseDecimal(leaf.text) ?? refuse(leaf, path, 'is no decimal of at most 24 digits, 6 of them after the point')
  );
}

function integerOf(leaf: XmlElement, min: number, max: number, path: string): number {
  const number = /^[+-]?[\d.]+$/.test(leaf.text) ? Number(normaliseDecimal(leaf.text) ?? Number.NaN) : Number.NaN;
  return Number.isInteger(number) && number >= min && number <= max
    ? number
    : refuse(leaf, path, `is no whole number from ${String(min)} to ${String(max)}`);
}

function instantOf(leaf: XmlElement, formatCode: string | undefined, path: string): string {
  return (
    parseTime(leaf.text, formatCode) ??
    refuse(leaf, path, `is no time in format ${formatCode ?? '102, 203, 204, 304 or ISO 8601'}`)
  );
}

function refuse(leaf: XmlElement, path: string, what: string): never {
  throw new TidewaiterError('TDW_XML_VALUE', `${path} ${what}.`, { location: { line: leaf.line, element: path } });
}

/** All but the one that was read: another of its name, in another namespace, was not. */
function unreadOf(attributes: readonly XmlAttribute[], path: string, read?: XmlAttribute): readonly OtherElement[] {
  return attributesOf({ attributes: attributes.filter((one) => one !== read) }, path);
}
