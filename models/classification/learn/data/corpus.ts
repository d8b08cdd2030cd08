import type { LabelSet } from '../../serve/codes/label-set.ts';
import { isEnglishWord, type Lexicon, type Word } from '../../serve/features/lexicon.ts';
import { phrasesOf } from '../../serve/text/phrases.ts';
import { createSpelledOut } from '../../serve/wording/spelled-out.ts';
import type { LabelledText, TextSource } from './labelled-text.ts';
import { isThinlyHeldOut, splitKey, type SplitPart, splitPart } from './split.ts';

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
  const readIn = rowReader(labels, lexicon, moved);
  const base: Row[] = [];
  const descriptions: Example[] = [];
  const heldOut = new Set(
    texts
      .filter(isDescription)
      .filter((text) => partOf(text) !== 'training')
      .map(({ description }) => splitKey(description)),
  );
  const seen = new Set<string>();
  for (const text of texts) {
    const { description, code, source } = text;
    const row = readIn(description, code, source);
    if (row === undefined) continue;
    const words = row.phrases.map((phrase) => phrase.map((word) => word.stem).join(' ')).join(', ');
    const key = `${row.heading} ${row.subheading} ${words} ${isDescription({ source }) ? description : ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const isKept = !heldOut.has(splitKey(description));
    if (isDescription(text) || (isInWords(text) && isKept))
      descriptions.push({ ...row, description, code, part: partOf(text) });
    else if (!isInWords(text) && isKept) base.push(row);
  }
  return { base, descriptions };
}

/**
 * Too few are as in HSClassify's trade to be measured on: of them only those of the held-out subheadings are kept from training. Older
 * references are of headings alone, and all learnt but those that say what a held-out description says.
 */
function partOf({ description, code, source, isForChoosing }: LabelledText): SplitPart {
  if (isForChoosing) return 'choosing';
  const part = splitPart(description, code);
  if (source === 'own' && part === 'random-held-out' && !isThinlyHeldOut(description)) return 'training';
  return source === 'older-reference' || (source === 'traded' && part === 'random-held-out') ? 'training' : part;
}

/** What is measured on as well. */
const isDescription = ({ source }: Pick<LabelledText, 'source'>): boolean =>
  source === 'search-reference' || source === 'own' || source === 'ruling';

/** In traders' words: learnt after the tariffs'. */
export const isInWords = ({ source }: Pick<LabelledText, 'source'>): boolean =>
  isDescription({ source }) || source === 'traded' || source === 'older-reference';

type RowReader = (description: string, code: string, source: TextSource) => Row | undefined;

function rowReader(labels: LabelSet, lexicon: Lexicon, moved: Moved): RowReader {
  const spelledOut = createSpelledOut((word) => isEnglishWord(lexicon(word)));
  return (description, code, source) => {
    const known =
      code.length < 6 || labels.subheadingIndex(code) !== undefined
        ? code
        : (moved(code.slice(0, 6)) ?? code.slice(0, 4));
    const heading = labels.headingIndex(known);
    if (heading === undefined) return undefined;
    const phrases = phrasesOf(spelledOut(description).text).map((phrase) => phrase.map(lexicon));
    return phrases.length === 0
      ? undefined
      : { phrases, heading, subheading: (known.length >= 6 ? labels.subheadingIndex(known) : undefined) ?? -1, source };
  };
}
