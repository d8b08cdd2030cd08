import type { NamedDeclaration } from '../../../intake/message.ts';
import { VERSION } from '../mapping/declaration-elements.ts';
import { childrenNamed, textAt, type XmlElement } from '../../xml/element.ts';

/** References of the declaration that an element names, in the words of declarations or of reports. */
export function named(declaration: XmlElement): NamedDeclaration {
  return {
    ...optional('mrn', textAt(declaration, 'ID') ?? textAt(declaration, 'MRN')),
    ...optional('lrn', textAt(declaration, 'FunctionalReferenceID') ?? textAt(declaration, 'LRN')),
    ...optional('version', versionOf(declaration)),
  };
}

/** Reports name the declaration in a summary, MRN and LRN side by side, or in two parts: what the authority knows of it, with the MRN, and what was declared, with the LRN. */
export function namedInReport(element: XmlElement): readonly NamedDeclaration[] {
  const here = named(element);
  const found = here.mrn !== undefined && here.lrn !== undefined ? [here] : [];
  return [...found, ...inTwoParts(element), ...element.children.flatMap(namedInReport)];
}

function inTwoParts(element: XmlElement): readonly NamedDeclaration[] {
  const parts = childrenNamed(element, 'Declaration').map(named);
  const mrns = new Set(parts.flatMap(({ mrn }) => mrn ?? []));
  const lrns = new Set(parts.flatMap(({ lrn }) => lrn ?? []));
  const [[mrn], [lrn]] = [[...mrns], [...lrns]];
  return parts.length > 1 && mrns.size === 1 && lrns.size === 1 && mrn !== undefined && lrn !== undefined ? [{ mrn, lrn }] : [];
}

/** VersionID, where it is a number from 1. */
export function versionOf(element: XmlElement): number | undefined {
  const text = textAt(element, 'VersionID');
  return text !== undefined && VERSION.test(text) ? Number(text) : undefined;
}

/** The key with its value, or nothing. */
export function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}
