import { textAt, type XmlElement } from '../xml/element.ts';
import type { NamedDeclaration } from './message.ts';

/** References of the declaration that an element names, in the words of declarations or of reports. */
export function named(declaration: XmlElement): NamedDeclaration {
  return {
    ...optional('mrn', textAt(declaration, 'ID') ?? textAt(declaration, 'MRN')),
    ...optional('lrn', textAt(declaration, 'FunctionalReferenceID') ?? textAt(declaration, 'LRN')),
    ...optional('version', versionOf(declaration)),
  };
}

/** Reports name the declaration in a summary: MRN and LRN side by side. */
export function namedInReport(element: XmlElement): readonly NamedDeclaration[] {
  const here = named(element);
  const found = here.mrn !== undefined && here.lrn !== undefined ? [here] : [];
  return [...found, ...element.children.flatMap(namedInReport)];
}

/** VersionID, where it is a number from 1. */
export function versionOf(element: XmlElement): number | undefined {
  const version = Number(textAt(element, 'VersionID') ?? Number.NaN);
  return Number.isInteger(version) && version > 0 ? version : undefined;
}

/** The key with its value, or nothing. */
export function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}
