import { groupBy } from '../../../intake/group-by.ts';
import { textAt, type XmlElement } from '../../xml/element.ts';
import { isEmpty } from '../mapping/leaves.ts';
import { type Pointer, throughStep } from './pointer.ts';
import { NUMBERED, SECTION_OF } from './section-codes.ts';

type Merge = (
  base: XmlElement,
  change: XmlElement,
  pointers: readonly Pointer[],
  section: string | undefined,
) => XmlElement;

/** Where one stated entry goes: a number of the base's entries from 1, or beyond them. */
interface Placed {
  readonly nth: number;
  readonly change: XmlElement | undefined;
}

/**
 * Entries of one list with what is stated of them. Numbered entries (goods items, packages, seals …) go by their number. Others go by position: the change states
 * either the whole list as far as it changes, with placeholders, or only the entries that the pointers name, in their order.
 */
export function mergeList(
  base: readonly XmlElement[],
  stated: readonly XmlElement[],
  pointers: readonly Pointer[],
  merge: Merge,
): readonly XmlElement[] {
  const name = (base[0] ?? stated[0])?.name ?? '';
  const section = SECTION_OF.get(name);
  const dropped = droppedBy(pointers);
  const placed =
    NUMBERED.has(name) && stated.every((one) => numberOf(one) !== undefined)
      ? byNumber(base, stated, dropped)
      : byPosition(base, stated, pointers, dropped);
  const last = placed.reduce((most, one) => Math.max(most, one.nth), base.length);
  const at = new Map(placed.map((one) => [one.nth, one]));
  const inside = groupBy(pointers, ({ steps }) => steps[0]?.nth);
  return Array.from({ length: last }, (_, index) => index + 1).flatMap((nth) => {
    const here = base[nth - 1];
    const one = at.get(nth);
    const below = throughStep(inside.get(NUMBERED.has(name) ? (numberOf(here) ?? nth) : nth) ?? [], name);
    if (one === undefined)
      return here === undefined ? [] : [below.length === 0 ? here : merge(here, hollow(here), below, section)];
    if (one.change === undefined) return [];
    return here === undefined ? [one.change] : [merge(here, one.change, below, section)];
  });
}

/** Positions whose pointers name the entry itself and no element in it: removed, unless the change states the entry. */
function droppedBy(pointers: readonly Pointer[]): readonly number[] {
  const whole = pointers
    .filter(({ steps, tag }) => steps.length === 1 && tag === undefined)
    .flatMap(({ steps }) => steps[0]?.nth ?? []);
  const inside = new Set(
    pointers.filter(({ steps, tag }) => steps.length > 1 || tag !== undefined).map(({ steps }) => steps[0]?.nth),
  );
  return [...new Set(whole)].filter((nth) => !inside.has(nth));
}

function byNumber(
  base: readonly XmlElement[],
  stated: readonly XmlElement[],
  dropped: readonly number[],
): readonly Placed[] {
  const nthOf = new Map(base.map((one, index) => [numberOf(one) ?? index + 1, index + 1]));
  let beyond = base.length;
  const placed = stated.map((change) => {
    return { nth: nthOf.get(numberOf(change) ?? 0) ?? ++beyond, change };
  });
  const statedNumbers = new Set(stated.map(numberOf));
  const gone = dropped.filter((number) => !statedNumbers.has(number)).flatMap((number) => nthOf.get(number) ?? []);
  return [...placed, ...gone.map((nth) => ({ nth, change: undefined }))];
}

function byPosition(
  base: readonly XmlElement[],
  stated: readonly XmlElement[],
  pointers: readonly Pointer[],
  dropped: readonly number[],
): readonly Placed[] {
  const pointed = [
    ...new Set(pointers.flatMap(({ steps }) => (steps[0] === undefined ? [] : Math.max(steps[0].nth, 1)))),
  ].sort((a, b) => a - b);
  const furthest = pointed.at(-1) ?? 0;
  const removed = new Set(dropped);
  const isWholeList = pointed.length === 0 || stated.length >= furthest;
  const kept = stated.length === pointed.length ? pointed : pointed.filter((nth) => !removed.has(nth));
  const nthOf = (index: number): number =>
    isWholeList || stated.length !== kept.length ? index + 1 : (kept[index] ?? index + 1);
  const placed = stated
    .map((change, index) => ({ nth: nthOf(index), change }))
    .filter(({ change }) => !isEmpty(change));
  const taken = new Set(placed.map(({ nth }) => nth));
  const gone = dropped.filter((nth) => !taken.has(nth) && nth <= base.length);
  return [...placed, ...gone.map((nth) => ({ nth, change: undefined }))];
}

function numberOf(element: XmlElement | undefined): number | undefined {
  const text = element === undefined ? undefined : textAt(element, 'SequenceNumeric');
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function hollow(element: XmlElement): XmlElement {
  return { ...element, children: [], text: '', attributes: [] };
}
