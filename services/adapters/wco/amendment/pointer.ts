import { childrenNamed, textAt, type XmlElement } from '../../xml/element.ts';
import { NUMBERED, SECTIONS } from './section-codes.ts';

/** One step of a pointer: which element, and which of its kind, from 1; the number of an entry that has one may be 0, as of equipment that is no container. */
export interface Step {
  readonly section: string;
  /** Element name; `undefined` where the section code is not known. */
  readonly name: string | undefined;
  readonly nth: number;
}

/** What an amendment says it changes: the way from the declaration down, and the element number at its end, if it names one. */
export interface Pointer {
  readonly steps: readonly Step[];
  readonly tag?: string;
}

/** The pointers of every Amendment of a message, without their first step, which is the declaration itself. */
export function pointersOf(change: XmlElement): readonly Pointer[] {
  return childrenNamed(change, 'Amendment').flatMap((amendment) => {
    const steps = childrenNamed(amendment, 'Pointer').map(stepOf);
    const tag = childrenNamed(amendment, 'Pointer')
      .map((one) => textAt(one, 'TagID'))
      .find((one) => one !== undefined);
    if (steps.length === 0) return [];
    return [
      { steps: steps[0]?.name === 'Declaration' ? steps.slice(1) : steps, ...(tag === undefined ? {} : { tag }) },
    ];
  });
}

function stepOf(pointer: XmlElement): Step {
  const section = textAt(pointer, 'DocumentSectionCode') ?? '';
  const name = SECTIONS.get(section);
  const nth = Number(textAt(pointer, 'SequenceNumeric') ?? 1);
  const first = name !== undefined && NUMBERED.has(name) ? 0 : 1;
  return { section, name, nth: Number.isInteger(nth) && nth >= first ? nth : 1 };
}

/** Those that lead through an element of a name, one step further down. */
export function throughStep(pointers: readonly Pointer[], name: string): readonly Pointer[] {
  return pointers
    .filter(({ steps }) => steps[0]?.name === name)
    .map(({ steps, ...rest }) => ({ ...rest, steps: steps.slice(1) }));
}
