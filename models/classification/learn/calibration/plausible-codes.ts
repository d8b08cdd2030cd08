import type { Rng } from '../../../statistics/rng.ts';
import type { Declared, LabelSet } from '../../serve/codes/label-set.ts';

/** How far down the headings that the words speak for a cheat may look; drawn evenly on a logarithmic scale. */
const FARTHEST = 100;
/** Where a wrong code is taken from, and how often. */
const SHARES = { words: 0.5, heading: 0.15, chapter: 0.15, catchAll: 0.2 } as const;
/** Whoever knows the goods declares the usual subheading of the wrong heading as often as any other. */
const DRAWN_BY = 2;
/** Where parts and articles of all kinds belong, and what is free of duty or control almost everywhere: goods are hidden under them first. */
const CATCH_ALL =
  '3824 3926 4016 4421 6307 7323 7326 7616 8207 8302 8412 8443 8471 8473 8479 8481 8487 8504 8517 8536 8543 8544 8548 8703 8708 8714 9013 9027 9031 9403 9405 9503 9504 9505 9506 9620'.split(
    ' ',
  );

/**
 * A wrong code that somebody could believe: a heading among those that the words speak for, one beside the right one in its chapter, one of those
 * that goods are hidden under, or another subheading of the right heading. What is learnt from these tells a neighbour from the right code, where
 * codes drawn evenly tell strangers only. It has as many digits as the right one.
 * @param mean probability of every heading by the words
 */
export function plausibleCode(labels: LabelSet, mean: Float32Array, right: Declared, rng: Rng): Declared {
  const draw = rng();
  if (draw < SHARES.heading) {
    const beside = besideIn(labels, right, rng);
    if (beside !== undefined) return beside;
  }
  const heading = wrongHeading(labels, mean, right.heading, rng);
  if (right.subheading < 0) return { heading, subheading: -1 };
  const [first, end] = [labels.firstOf[heading]!, labels.firstOf[heading + 1]!];
  return { heading, subheading: first + Math.floor(rng() ** DRAWN_BY * (end - first)) };
}

function wrongHeading(labels: LabelSet, mean: Float32Array, right: number, rng: Rng): number {
  const draw = rng() * (1 - SHARES.heading);
  if (draw < SHARES.words) return byWords(mean, right, rng);
  return draw < SHARES.words + SHARES.chapter ? ofChapter(labels, right, rng) : catchAll(labels, right, rng);
}

/** Another subheading of the right heading; undefined where none is known or there is no other. */
function besideIn({ firstOf }: LabelSet, { heading, subheading }: Declared, rng: Rng): Declared | undefined {
  const [first, end] = [firstOf[heading]!, firstOf[heading + 1]!];
  if (subheading < 0 || end - first < 2) return undefined;
  const drawn = first + Math.floor(rng() * (end - first - 1));
  return { heading, subheading: drawn < subheading ? drawn : drawn + 1 };
}

/** The heading at a drawn rank among those that are not the right one. */
function byWords(mean: Float32Array, right: number, rng: Rng): number {
  const order = [...mean.keys()].filter((heading) => heading !== right);
  const rank = Math.min(order.length, Math.floor(FARTHEST ** rng())) - 1;
  return order.sort((a, b) => mean[b]! - mean[a]!)[rank]!;
}

function ofChapter({ chapterOf }: LabelSet, right: number, rng: Rng): number {
  const beside = [...chapterOf.keys()].filter(
    (heading) => heading !== right && chapterOf[heading] === chapterOf[right],
  );
  return beside.length === 0 ? (right + 1) % chapterOf.length : beside[Math.floor(rng() * beside.length)]!;
}

function catchAll(labels: LabelSet, right: number, rng: Rng): number {
  const known = CATCH_ALL.flatMap((code) => labels.headingIndex(code) ?? []).filter((heading) => heading !== right);
  return known.length === 0 ? ofChapter(labels, right, rng) : known[Math.floor(rng() * known.length)]!;
}
