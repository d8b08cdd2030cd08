import type { OtherElement } from '../../../risk/declaration/declaration-event.ts';
import type { XmlElement } from '../../xml/element.ts';

/** Whether an element says nothing at all: such placeholders are absent. */
export function isEmpty(element: XmlElement): boolean {
  return element.text === '' && element.attributes.length === 0 && element.children.every(isEmpty);
}

/** Every text and attribute under an element, with its path. */
export function leavesOf(element: XmlElement, path: string): readonly OtherElement[] {
  const own = [
    ...attributesOf(element, path),
    ...(element.text === ''
      ? []
      : [{ path: element.children.length === 0 ? path : `${path}/text()`, value: element.text }]),
  ];
  return [
    ...own,
    ...namedAmong(element.children).flatMap(({ child, name }) => leavesOf(child, child.source ?? `${path}/${name}`)),
  ];
}

/** Those of its attributes that say something. */
export function attributesOf(element: Pick<XmlElement, 'attributes'>, path: string): readonly OtherElement[] {
  return element.attributes
    .filter(({ value }) => value !== '')
    .map(({ name, value, source }) => ({ path: source ?? (path === '' ? `@${name}` : `${path}/@${name}`), value }));
}

/** Siblings with the name that tells them apart: the second of three Origin is "Origin[2]". */
export function namedAmong(
  siblings: readonly XmlElement[],
): readonly { readonly child: XmlElement; readonly name: string; readonly nth: number }[] {
  const totals = new Map<string, number>();
  for (const { name } of siblings) totals.set(name, (totals.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  return siblings.map((child) => {
    const nth = (seen.get(child.name) ?? 0) + 1;
    seen.set(child.name, nth);
    return { child, nth, name: totals.get(child.name) === 1 ? child.name : `${child.name}[${String(nth)}]` };
  });
}

/** Text of an element that should have children only. */
export function strayText({ text, children }: XmlElement, path: string): readonly OtherElement[] {
  if (text === '') return [];
  if (path === '') return [{ path: 'text()', value: text }];
  return [{ path: children.length === 0 ? path : `${path}/text()`, value: text }];
}
