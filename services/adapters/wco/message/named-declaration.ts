import type { NamedDeclaration } from '../../../intake/message.ts';
import { childrenNamed, textAt, type XmlElement } from '../../xml/element.ts';
import { VERSION } from '../mapping/declaration-elements.ts';

/** References of the declaration that an element names, in the words of declarations or of reports. */
export function named(declaration: XmlElement): NamedDeclaration {
  return {
    ...optional('mrn', textAt(declaration, 'ID') ?? textAt(declaration, 'MRN')),
    ...optional('lrn', textAt(declaration, 'FunctionalReferenceID') ?? textAt(declaration, 'LRN')),
    ...optional('declarant', textAt(declaration, 'Declarant', 'ID')),
    ...optional('version', versionOf(declaration)),
  };
}

/**
 * Reports name the declaration in a summary, MRN and LRN side by side, or in two parts: what the authority knows of it, with
 * the MRN, and what was declared, with the LRN. Who declared it may stand beside the summary.
 */
export function namedInReport(element: XmlElement): readonly NamedDeclaration[] {
  const here = [named(element), ...inTwoParts(element)].filter(
    ({ mrn, lrn }) => mrn !== undefined && lrn !== undefined,
  );
  const found = [...here, ...element.children.flatMap(namedInReport)];
  const isOne = new Set(found.map(({ mrn }) => mrn)).size === 1;
  const declarant = isOne ? onlyDeclarantIn(element) : undefined;
  return declarant === undefined ? found : found.map((one) => ({ declarant, ...one }));
}

/** The two parts are in the words of two schemas; declarations beside each other in one are several. */
function inTwoParts(element: XmlElement): readonly NamedDeclaration[] {
  const parts = childrenNamed(element, 'Declaration');
  const [one, other] = parts;
  if (one === undefined || other === undefined || parts.length > 2 || one.uri === other.uri) return [];
  const [a, b] = [named(one), named(other)];
  const [known, declared] = a.mrn === undefined ? [b, a] : [a, b];
  return known.mrn !== undefined && known.lrn === undefined && declared.mrn === undefined
    ? [{ ...declared, ...known }]
    : [];
}

/** The declarant of all declarations in an element, where they name one. */
function onlyDeclarantIn(element: XmlElement): string | undefined {
  const found = new Set(declarantsIn(element));
  return found.size === 1 ? [...found][0] : undefined;
}

function declarantsIn(element: XmlElement): readonly string[] {
  return element.children.flatMap((child) =>
    child.name === 'Declarant' ? (textAt(child, 'ID') ?? []) : declarantsIn(child),
  );
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
