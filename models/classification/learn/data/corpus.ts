import type { LabelSet } from '../../serve/codes/label-set.ts';
import type { Lexicon, Word } from '../../serve/features/lexicon.ts';
import { phrasesOf } from '../../serve/text/phrases.ts';
import type { LabelledText, TextSource } from './labelled-text.ts';
import { splitKey, type SplitPart, splitPart } from './split.ts';

/** A text ready to be trained on. */
export interface Row {
  readonly phrases: readonly (readonly Word[])[];
  readonly heading: number;
  /** −1 where only the heading is known. */
  readonly subheading: number;
  readonly source: TextSource;
}

/** A text that was held back from training, or whose fate is decided later. */
export interface Example extends Row {
  readonly description: string;
  readonly code: string;
  readonly part: SplitPart;
}

/** Code of the newer edition for one of the older, where there is exactly one; its heading where all are in one; else undefined. */
export type Moved = (code: string) => string | undefined;

export interface Corpus {
  /** Tariff and nomenclature texts: none of them equals a description that is held out. */
  readonly base: readonly Row[];
  /** Descriptions in traders' words: search references, an authority's own, and such as in trade. */
  readonly descriptions: readonly Example[];
}

/** Sorts labelled texts into what is trained on and what is measured on; equal texts of one code count once. */
export function buildCorpus(texts: readonly LabelledText[], labels: LabelSet, lexicon: Lexicon, moved: Moved): Corpus {
  const base: Row[] = [];
  const descriptions: Example[] = [];
  const heldOut = new Set(
    texts
      .filter(isDescription)
      .filter(({ description, code }) => splitPart(description, code) !== 'training')
      .map(({ description }) => splitKey(description)),
  );
  const seen = new Set<string>();
  for (const { description, code, source } of texts) {
    const row = rowOf(description, code, source, labels, lexicon, moved);
    if (row === undefined) continue;
    const words = row.phrases.map((phrase) => phrase.map((word) => word.stem).join(' ')).join(', ');
    const key = `${row.heading} ${row.subheading} ${words} ${isDescription({ source }) ? description : ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (source === 'traded' ? !heldOut.has(splitKey(description)) : isDescription({ source }))
      descriptions.push({ ...row, description, code, part: partOf(description, code, source) });
    else if (source !== 'traded' && !heldOut.has(splitKey(description))) base.push(row);
  }
  return { base, descriptions };
}

/** Too few are as in trade to be measured on: of them only those of the held-out subheadings are kept from training. */
function partOf(description: string, code: string, source: TextSource): SplitPart {
  const part = splitPart(description, code);
  return source === 'traded' && part === 'random-held-out' ? 'training' : part;
}

const isDescription = ({ source }: Pick<LabelledText, 'source'>): boolean =>
  source === 'search-reference' || source === 'own';

function rowOf(
  description: string,
  code: string,
  source: TextSource,
  labels: LabelSet,
  lexicon: Lexicon,
  moved: Moved,
): Row | undefined {
  const known =
    code.length < 6 || labels.subheadingIndex(code) !== undefined
      ? code
      : (moved(code.slice(0, 6)) ?? code.slice(0, 4));
  const heading = labels.headingIndex(known);
  if (heading === undefined) return undefined;
  const phrases = phrasesOf(description).map((phrase) => phrase.map(lexicon));
  return phrases.length === 0
    ? undefined
    : { phrases, heading, subheading: (known.length >= 6 ? labels.subheadingIndex(known) : undefined) ?? -1, source };
}
