import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { mergeAmendment } from '../../../services/adapters/wco/amendment/merge.ts';
import { NUMBERED, REPEATED, SECTION_OF, TAGS } from '../../../services/adapters/wco/amendment/section-codes.ts';
import { classify } from '../../../services/adapters/wco/message/classify.ts';
import { contentOf } from '../../../services/adapters/wco/message/content.ts';
import { WcoDocument } from '../../../services/adapters/wco/message/wco-document.ts';
import { textAt, type XmlElement } from '../../../services/adapters/xml/element.ts';
import { parseXml } from '../../../services/adapters/xml/read-xml.ts';
import { HAS_WCO_XML, WCO_XML, xmlFilesIn } from '../../harness/public-data.ts';

const FIXTURE = join(resolve(import.meta.dirname, '../../fixtures/wco'), 'export-lodgement.xml');
const AMENDMENTS_EACH = 6;
const OF_THE_MESSAGE = new Set(['FunctionCode', 'FunctionalReferenceID', 'ID', 'TypeCode', 'VersionID']);

/** One value of a declaration, or one entry of a list: the elements that lead to it, each with its place among those of its name. */
type Way = readonly { readonly element: XmlElement; readonly nth: number }[];

function waysIn(element: XmlElement, way: Way): readonly Way[] {
  if (element.children.length === 0) return element.text === '' ? [] : [way];
  const seen = new Map<string, number>();
  return element.children.flatMap((child) => {
    const nth = (seen.get(child.name) ?? 0) + 1;
    seen.set(child.name, nth);
    // A time is one value, whatever it is wrapped in.
    const here: Way = [...way, { element: child, nth }];
    if (child.children.some(({ name }) => name === 'DateTimeString')) return [here];
    return isEntry(child) ? [here, ...waysIn(child, here)] : waysIn(child, here);
  });
}

const isEntry = ({ name, children }: XmlElement): boolean => REPEATED.has(name) && children.length > 0;
const element = (name: string, children: readonly XmlElement[], text = ''): XmlElement => ({
  name,
  uri: 'urn:wco:datamodel:WCO:DEC-DMS:2',
  attributes: [],
  children,
  text,
  line: 1,
});
const sectionOf = (name: string): string => SECTION_OF.get(name) ?? expect.fail(`${name} has no section code`);
const tagOf = (section: string, leaf: string): string =>
  [...(TAGS.get(section) ?? [])].find(([, name]) => name === leaf)?.[0] ??
  expect.fail(`${leaf} has no element number in ${section}`);

function pointerTo(way: Way): XmlElement {
  const target = way.at(-1)?.element ?? expect.fail('nothing is pointed at');
  const around = isEntry(target) ? way : way.slice(0, -1);
  const steps = [
    { name: 'Declaration', nth: undefined as string | undefined },
    ...around.map(({ element: { name }, element: one, nth }) => ({
      name,
      nth: REPEATED.has(name)
        ? ((NUMBERED.has(name) ? textAt(one, 'SequenceNumeric') : undefined) ?? String(nth))
        : undefined,
    })),
  ];
  const last = sectionOf(steps.at(-1)?.name ?? '');
  return element('Amendment', [
    element('ChangeReasonCode', [], '32'),
    ...steps.map(({ name, nth }, index) =>
      element('Pointer', [
        ...(nth === undefined ? [] : [element('SequenceNumeric', [], nth)]),
        element('DocumentSectionCode', [], sectionOf(name)),
        ...(index === steps.length - 1 && !isEntry(target) ? [element('TagID', [], tagOf(last, target.name))] : []),
      ]),
    ),
  ]);
}

/** The declaration with each chosen value replaced, or taken away. */
function edited(here: XmlElement, edits: ReadonlyMap<XmlElement, XmlElement | undefined>): XmlElement {
  return {
    ...here,
    children: here.children.flatMap((child) => (edits.has(child) ? (edits.get(child) ?? []) : [edited(child, edits)])),
  };
}

/** What an amendment states of them: the way down to each, with the numbers of numbered entries, and nothing else. */
function stated(
  here: XmlElement,
  edits: ReadonlyMap<XmlElement, XmlElement | undefined>,
  isOnTheWay: (one: XmlElement) => boolean,
): XmlElement {
  return {
    ...here,
    attributes: [],
    text: '',
    children: here.children.flatMap((child) => {
      if (edits.has(child)) return edits.get(child) ?? [];
      if (isOnTheWay(child)) return [stated(child, edits, isOnTheWay)];
      return child.name === 'SequenceNumeric' && NUMBERED.has(here.name) ? [child] : [];
    }),
  };
}

/** A value of the same kind. */
function another({ children, text, ...rest }: XmlElement): XmlElement {
  return {
    ...rest,
    children,
    text: children.length > 0 ? text : /^\d+(\.\d+)?$/.test(text) ? String((Number(text) + 7) % 90_000) : `${text}Z`,
  };
}

const told = (declaration: XmlElement): string => {
  const { header, otherElements } = contentOf({
    ...declaration,
    children: declaration.children.filter(({ name }) => name !== 'Amendment'),
  });
  return JSON.stringify([header, otherElements]);
};

test('given any lodgement, when an amendment changes or takes away a few values and entries of it by their pointers, then those are changed or gone, all else is as it was, and the result is whole', () => {
  const chance = xoroshiro128plus(7);
  const below = (end: number): number => uniformInt(chance, 0, end - 1);
  const lodgements = [FIXTURE, ...(HAS_WCO_XML ? xmlFilesIn(WCO_XML) : [])].flatMap((file) => {
    try {
      const [message] = classify(parseXml(readFileSync(file, 'utf8')));
      return message?.kind === 'lodgement' && message.document instanceof WcoDocument
        ? [{ file, base: message.document.element }]
        : [];
    } catch {
      return [];
    }
  });
  for (const { file, base } of lodgements) {
    const ways = waysIn(base, []).filter(
      (way) =>
        !(way.length === 1 && OF_THE_MESSAGE.has(way[0]?.element.name ?? '')) &&
        way.at(-1)?.element.name !== 'SequenceNumeric',
    );
    for (let round = 0; round < AMENDMENTS_EACH; round += 1) {
      const drawn = [
        ...new Set(Array.from({ length: 1 + below(4) }, () => ways[below(ways.length)] ?? expect.fail('no values'))),
      ];
      const entries = new Set(
        drawn.map((way) => way.at(-1)?.element).filter((one) => one !== undefined && isEntry(one)),
      );
      const chosen = drawn.filter((way) => !way.slice(0, -1).some((step) => entries.has(step.element)));
      const edits = new Map(
        chosen
          .map((way) => way.at(-1)?.element ?? base)
          .map((one) => [one, isEntry(one) || below(2) === 0 ? undefined : another(one)]),
      );
      const onTheWay = new Set(chosen.flatMap((way) => way.map((step) => step.element)));
      const message = stated(base, edits, (one) => onTheWay.has(one));
      const merged = mergeAmendment(base, { ...message, children: [...message.children, ...chosen.map(pointerTo)] });
      const where = `${relative(WCO_XML, file)}: ${chosen.map((way) => `${edits.get(way.at(-1)?.element ?? base) === undefined ? '-' : '~'}${way.map((step) => `${step.element.name}[${String(step.nth)}]`).join('/')}`).join(' ')}`;
      expect(told(merged.declaration), where).toBe(told(edited(base, edits)));
      expect(merged.complete, where).toBe(true);
    }
  }
});
