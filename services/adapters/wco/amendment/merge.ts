import { groupBy } from '../../../intake/group-by.ts';
import type { XmlElement } from '../../xml/element.ts';
import { isEmpty } from '../mapping/leaves.ts';
import { mergeList } from './merge-list.ts';
import { type Pointer, pointersOf, throughStep } from './pointer.ts';
import { REPEATED, SECTION_OF, TAGS } from './section-codes.ts';

export interface Merged {
  readonly declaration: XmlElement;
  /** False where a change could not be placed: the result is then not known to be the whole truth. */
  readonly complete: boolean;
}

/** What a message says of itself, not of the declaration. */
const OF_THE_MESSAGE = new Set(['FunctionCode', 'FunctionalReferenceID', 'ID', 'TypeCode', 'VersionID', 'Amendment']);

/**
 * An amendment's change set upon its base, as the UK's service has them: what the change states replaces what was there, in place; entries of lists go where the
 * pointers say, else where they stand; entries and items beyond the end are added; a pointer to something that the change leaves out or empty removes it.
 * The amendment's own reasons and pointers are added to the result. A pointer by an unknown code to nothing that is stated makes the result incomplete.
 */
export function mergeAmendment(base: XmlElement, change: XmlElement): Merged {
  const pointers = pointersOf(change);
  const stated = change.children.filter((child) => !OF_THE_MESSAGE.has(child.name) && !isReason(child));
  const merged = mergeElement(base, { ...change, children: stated }, pointers, SECTION_OF.get('Declaration'));
  const added = change.children.filter((child) => child.name === 'Amendment' || isReason(child));
  return {
    declaration: { ...merged, children: [...merged.children, ...added] },
    complete: pointers.every((pointer) => isPlaced(pointer, change)),
  };
}

/** A statement that points at an amendment explains the message; any other belongs to the declaration. */
function isReason(child: XmlElement): boolean {
  return child.name === 'AdditionalInformation' && child.children.some((one) => one.name === 'Pointer');
}

/** One element with what is stated of it; `pointers` start below it. */
function mergeElement(
  base: XmlElement,
  change: XmlElement,
  pointers: readonly Pointer[],
  section: string | undefined,
): XmlElement {
  const here = byName(base.children);
  const stated = byName(change.children);
  const through = byFirstName(pointers);
  const removed = removedLeaves(change, pointers, section);
  const children = [...new Set([...here.keys(), ...stated.keys()])].flatMap((name) => {
    const [of, by, inside] = [here.get(name) ?? [], stated.get(name) ?? [], through.get(name) ?? []];
    if (removed.has(name)) return [];
    return REPEATED.has(name) || of.length > 1 || by.length > 1
      ? mergeList(of, by, inside, mergeElement)
      : mergeOne(of[0], by[0], throughStep(inside, name));
  });
  const leaf = change.children.length === 0 && !isEmpty(change);
  return { ...base, children, ...(leaf ? { text: change.text, attributes: change.attributes } : {}) };
}

function byName(children: readonly XmlElement[]): ReadonlyMap<string, readonly XmlElement[]> {
  return groupBy(children, (child) => child.name);
}

function byFirstName(pointers: readonly Pointer[]): ReadonlyMap<string | undefined, readonly Pointer[]> {
  return groupBy(pointers, ({ steps }) => steps[0]?.name);
}

function mergeOne(
  base: XmlElement | undefined,
  change: XmlElement | undefined,
  pointers: readonly Pointer[],
): readonly XmlElement[] {
  const dropped = pointers.some((pointer) => pointer.steps.length === 0 && pointer.tag === undefined);
  if (change !== undefined && !isEmpty(change))
    return base === undefined ? [change] : [mergeElement(base, change, pointers, SECTION_OF.get(base.name))];
  return dropped || base === undefined
    ? []
    : [mergeElement(base, { ...base, children: [], text: '', attributes: [] }, pointers, SECTION_OF.get(base.name))];
}

/** Leaves that a pointer ends on and the change does not state. */
function removedLeaves(
  change: XmlElement,
  pointers: readonly Pointer[],
  section: string | undefined,
): ReadonlySet<string> {
  const tags = section === undefined ? undefined : TAGS.get(section);
  const pointed = pointers.flatMap(({ steps, tag }) =>
    steps.length === 0 && tag !== undefined ? [tags?.get(tag)] : [],
  );
  return new Set(
    pointed.filter(
      (name): name is string =>
        name !== undefined && !change.children.some((child) => child.name === name && !isEmpty(child)),
    ),
  );
}

/** Whether the change states something on the pointer's way, or every code of it is known, so that its absence means removal. */
function isPlaced(pointer: Pointer, change: XmlElement): boolean {
  let here: XmlElement | undefined = change;
  let section = '42A';
  for (const step of pointer.steps) {
    if (step.name === undefined) return false;
    section = step.section;
    here = here?.children.find((child) => child.name === step.name && !isEmpty(child));
  }
  return pointer.tag === undefined || here !== undefined || TAGS.get(section)?.has(pointer.tag) === true;
}
