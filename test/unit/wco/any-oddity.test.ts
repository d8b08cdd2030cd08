import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentOf } from '../../../services/adapters/wco/message/content.ts';
import type { XmlElement } from '../../../services/adapters/xml/element.ts';
import { parseXml } from '../../../services/adapters/xml/read-xml.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { everyElement } from './every-element.ts';
import { leavesMissingIn, leavesToFind } from './leaves-of-xml.ts';

const EVERY = parseXml(everyElement());
const ODDITIES: Readonly<Record<string, (element: XmlElement, mark: string) => readonly XmlElement[]>> = {
  attribute: (element, mark) => [
    { ...element, attributes: [...element.attributes, { name: 'odd', uri: '', value: mark }] },
  ],
  child: (element, mark) => [{ ...element, children: [...element.children, leaf('Odd', mark)] }],
  'child before all': (element, mark) => [{ ...element, children: [leaf('Odd', mark), ...element.children] }],
  'text beside children': (element, mark) => [element.children.length === 0 ? element : { ...element, text: mark }],
  'a second of its kind': (element) => [element, element],
  'a second that says something else': (element, mark) => [element, leaf(element.name, mark)],
  'an empty one before it': (element) => [{ ...element, children: [], text: '', attributes: [] }, element],
  'only an attribute': (element, mark) => [
    { ...element, children: [], text: '', attributes: [{ name: 'odd', uri: '', value: mark }] },
  ],
  'another namespace': (element) => [{ ...element, uri: 'urn:acme' }],
  'no namespace': (element) => [{ ...element, uri: '' }],
  'a name nobody knows': (element) => [{ ...element, name: 'Unheard' }],
};
const leaf = (name: string, text: string): XmlElement => ({
  name,
  uri: EVERY.uri,
  attributes: [],
  children: [],
  text,
  line: 1,
});

/** Ways from the root down, by position. */
function ways(element: XmlElement, here: readonly number[] = []): readonly (readonly number[])[] {
  return element.children.flatMap((child, at) => [[...here, at], ...ways(child, [...here, at])]);
}
function changed(
  element: XmlElement,
  way: readonly number[],
  change: (element: XmlElement) => readonly XmlElement[],
): XmlElement {
  const [at, ...rest] = way;
  return {
    ...element,
    children: element.children.flatMap((child, index) =>
      index !== at ? [child] : rest.length === 0 ? change(child) : [changed(child, rest, change)],
    ),
  };
}

test('given a declaration of every element there is, when a few of them are odd in some way, then every leaf is in the event, or the value that cannot be is refused at its line', () => {
  const all = ways(EVERY);
  const oddity = fc.record({ at: fc.nat({ max: all.length - 1 }), kind: fc.constantFrom(...Object.keys(ODDITIES)) });
  fc.assert(
    fc.property(fc.array(oddity, { minLength: 1, maxLength: 3 }), (oddities) => {
      // From the end, so that a way is still the way to the same element when its turn comes.
      const inOrder = [...oddities].sort((a, b) => b.at - a.at);
      const odd = inOrder.reduce(
        (declaration, { at, kind }, n) =>
          changed(declaration, all[at] ?? [], (element) => ODDITIES[kind]?.(element, `MARK${String(n)}`) ?? [element]),
        EVERY,
      );
      let event: DeclarationEvent;
      try {
        const { header, otherElements } = contentOf(odd);
        event = { ...header, otherElements, declarationId: '26GB1', version: 7 } as DeclarationEvent;
      } catch (error) {
        expect(error).toMatchObject({ code: 'TDW_XML_VALUE', location: { line: 1 } });
        return;
      }
      expect(leavesMissingIn(event, leavesToFind(odd))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
