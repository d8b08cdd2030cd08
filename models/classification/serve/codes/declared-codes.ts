import type { Declared, LabelSet } from './label-set.ts';
/** The label-set codes that a declared code stands for: itself, and where editions of the Harmonized System moved it, all it is correlated with. */
export type DeclaredCodes = (code: string) => readonly Declared[];

const LEAST_DIGITS = 4;
const SUBHEADING_DIGITS = 6;
/**
 * A subheading that took over a part of more than so many others is one of waste, of display modules or of transducers, which HS 2022 gathered
 * from everywhere: whatever else stands in those many was not moved there. The next in width, of placebo kits and prostheses, took from 16.
 */
const MOST_SOURCES = 40;

/** Empty for what is no code of four digits or more, or of a heading that the Harmonized System does not have. */
export function createDeclaredCodes(labels: LabelSet, moved: MovedCodes): DeclaredCodes {
  const correlated = correlations(moved);
  const known = new Map<string, readonly Declared[]>();
  return (code) => {
    const digits = code.replace(/[.\s]/g, '');
    if (!/^\d+$/.test(digits) || digits.length < LEAST_DIGITS) return [];
    const asked =
      digits.length >= SUBHEADING_DIGITS ? digits.slice(0, SUBHEADING_DIGITS) : digits.slice(0, LEAST_DIGITS);
    const found =
      known.get(asked) ??
      (asked.length === SUBHEADING_DIGITS ? ofSubheading(asked, labels, correlated) : ofHeading(asked, labels));
    known.set(asked, found);
    return found;
  };
}

function ofHeading(code: string, labels: LabelSet): readonly Declared[] {
  const heading = labels.headingIndex(code);
  return heading === undefined ? [] : [{ heading, subheading: -1 }];
}

/** A subheading of neither edition is judged by its heading. */
function ofSubheading(
  code: string,
  labels: LabelSet,
  correlated: ReadonlyMap<string, readonly string[]>,
): readonly Declared[] {
  const codes = new Set([code, ...(correlated.get(code) ?? [])]);
  const found = [...codes].flatMap((one) => {
    const subheading = labels.subheadingIndex(one);
    return subheading === undefined ? [] : [{ heading: labels.headingOf[subheading]!, subheading }];
  });
  return found.length > 0 ? found : ofHeading(code.slice(0, LEAST_DIGITS), labels);
}

/** Of each code of either edition those of the other. */
function correlations(moved: MovedCodes): ReadonlyMap<string, readonly string[]> {
  const [older, newer] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  for (const [now, before] of moved) older.set(now, (older.get(now) ?? new Set()).add(before));
  for (const [now, before] of moved) {
    if (older.get(now)!.size > MOST_SOURCES) continue;
    newer.set(before, (newer.get(before) ?? new Set()).add(now));
  }
  for (const [now, before] of older) if (before.size > MOST_SOURCES) older.delete(now);
  const all = new Set([...older.keys(), ...newer.keys()]);
  return new Map(
    [...all].map((code) => [code, [...new Set([...(newer.get(code) ?? []), ...(older.get(code) ?? [])])]]),
  );
}

/** Pairs of subheadings that the editions of the Harmonized System correlate: [HS 2022, HS 2017], only where they differ. */
export type MovedCodes = readonly (readonly [newer: string, older: string])[];
