import { z } from 'zod';
import { listOf, type Artefact } from '../../artefact/artefact.ts';
import { CO_OCCURRENCES, seenOf, type CoOccurrence } from '../similar/co-occurrence.ts';
import type { Packed } from '../../artefact/packing/packed.ts';

const line = z.tuple([z.string(), z.record(z.string(), z.int().positive())]);

/** One list a target and width of context; a line is the context and how often each value came in it, as JSON. */
export function packCoOccurrences(coOccurrences: readonly CoOccurrence[]): Packed {
  const lists = CO_OCCURRENCES.flatMap(({ target }, at) => coOccurrences[at]!.map((counts, width) => [listName(target, width), [...counts].map(([key, seen]) => JSON.stringify([key, Object.fromEntries(seen.counts)]))] as const));
  return { tables: {}, lists: Object.fromEntries(lists) };
}

export function unpackCoOccurrences(artefact: Artefact): readonly CoOccurrence[] {
  return CO_OCCURRENCES.map(({ target, contexts }) => Array.from({ length: contexts.length + 1 }, (_, width) => new Map(listOf(artefact, listName(target, width)).map((text) => {
    const [key, values] = line.parse(JSON.parse(text));
    return [key, seenOf(new Map(Object.entries(values)))] as const;
  }))));
}

const listName = (target: string, width: number): string => `expected-${target}-${String(width)}`;
