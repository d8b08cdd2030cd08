/** How usual the sequence of letters in a word is, by what was seen in a vocabulary. */
export type WordShape = (word: string) => number;

const SYMBOLS = 27;
const END = 0;
const codeOf = (letter: number): number => (letter >= 97 && letter <= 122 ? letter - 96 : END);

/**
 * Learns from words of small letters which letter follows which two others; the answer is the mean logarithm of that probability, about −2
 * for a word and below −4 for keys struck at random. Words that no vocabulary has ("cartomizers") are as usual as those that one has.
 */
export function learnWordShape(words: readonly string[]): WordShape {
  const counts = new Float64Array(SYMBOLS ** 3).fill(0.02);
  for (const word of words) triples(word, (place) => (counts[place] = counts[place]! + 1));
  const logarithms = Float32Array.from(counts, (count, place) =>
    Math.log(count / sumFrom(counts, place - (place % SYMBOLS))),
  );
  return (word) => {
    let [sum, number] = [0, 0];
    triples(word, (place) => {
      sum += logarithms[place]!;
      number += 1;
    });
    return sum / number;
  };
}

function triples(word: string, visit: (place: number) => void): void {
  let [first, second] = [END, END];
  for (let i = 0; i <= word.length; i += 1) {
    const third = i < word.length ? codeOf(word.charCodeAt(i)) : END;
    visit((first * SYMBOLS + second) * SYMBOLS + third);
    [first, second] = [second, third];
  }
}

function sumFrom(counts: Float64Array, start: number): number {
  let sum = 0;
  for (let i = start; i < start + SYMBOLS; i += 1) sum += counts[i]!;
  return sum;
}
