import { type Artefact, listOf } from '../../../artefact/artefact.ts';
import type { Packed } from '../../../artefact/packed.ts';
import { CO_OCCURRENCES, type CoOccurrence, type Seen, type SeenByContext, seenOf } from '../similar/co-occurrence.ts';

/** A line: the context, and the values with how often each came. */
type Line = readonly [string, Readonly<Record<string, number>>];

const TEXT = '"(?:[^"\\\\]|\\\\.)*"';
const COUNT = `${TEXT}:[1-9]\\d*`;
const LINE = new RegExp(`^\\[(${TEXT}),\\{(?:${COUNT}(?:,${COUNT})*)?\\}\\]$`);

/** One list a target and width of context; a line is the context and how often each value came in it, as JSON. */
export function packCoOccurrences(coOccurrences: readonly CoOccurrence[]): Packed {
  const lists = CO_OCCURRENCES.flatMap(({ target }, at) =>
    coOccurrences[at]!.map(
      (counts, width) =>
        [
          listName(target, width),
          [...counts].map(([key, seen]) => JSON.stringify([key, Object.fromEntries(seen.counts)])),
        ] as const,
    ),
  );
  return { tables: {}, lists: Object.fromEntries(lists) };
}

export function* unpackCoOccurrencesByPart(
  artefact: Artefact,
): Generator<undefined, readonly CoOccurrence[], undefined> {
  const coOccurrences: CoOccurrence[] = [];
  for (const { target, contexts } of CO_OCCURRENCES) {
    const byWidth: SeenByContext[] = [];
    for (let width = 0; width <= contexts.length; width += 1) {
      byWidth.push(readWhenAsked(listOf(artefact, listName(target, width))));
      yield;
    }
    coOccurrences.push(byWidth);
  }
  return coOccurrences;
}

/** There are twenty thousand lines, of which a goods item asks for a dozen: all are checked at once, each is read when it is first asked for. */
function readWhenAsked(lines: readonly string[]): SeenByContext {
  const written = new Map(lines.map((text) => [contextOf(text), text]));
  const read = new Map<string, Seen>();
  const get = (context: string): Seen | undefined => {
    const text = written.get(context);
    if (text === undefined) return undefined;
    const seen = read.get(context) ?? seenIn(text);
    read.set(context, seen);
    return seen;
  };
  return {
    get,
    [Symbol.iterator]: () => [...written.keys()].map((context): [string, Seen] => [context, get(context)!]).values(),
  };
}

function contextOf(text: string): string {
  const written = LINE.exec(text)?.[1];
  if (written === undefined) throw new RangeError('a line of what was seen together is no context with counts');
  return JSON.parse(written) as string;
}

function seenIn(text: string): Seen {
  const [, values] = JSON.parse(text) as Line;
  return seenOf(new Map(Object.entries(values)));
}

const listName = (target: string, width: number): string => `expected-${target}-${String(width)}`;
