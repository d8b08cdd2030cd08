import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasesOf } from '../../../../models/classification/serve/text/phrases.ts';
import { decodeWordVectors } from '../../../../models/word-vectors/learn/decode.ts';
import { rowsOfWord } from '../../../../models/word-vectors/serve/rows-of-word.ts';
import { addRows, addScaled, rowsByWord } from '../../../../models/word-vectors/serve/word-vectors.ts';

const FOLDER = join(import.meta.dirname, '../../../../models/word-vectors/made');
const read = (file: string): Uint8Array => readFileSync(join(FOLDER, file));
const vectors = decodeWordVectors({ place: FOLDER, read });

function vectorOf(text: string): Float32Array {
  const into = new Float32Array(vectors.dimensions);
  for (const word of text.split(' ')) addRows(vectors, rowsOfWord(word, vectors.rowOf), into);
  const length = Math.hypot(...into);
  return into.map((value) => value / length);
}

const cosine = (one: string, other: string): number => {
  const there = vectorOf(other);
  return vectorOf(one).reduce((sum, value, index) => sum + value * there[index]!, 0);
};

describe('the word vectors', () => {
  it('are small enough for the repository', () => {
    const bytes = ['vocabulary.txt', 'vectors.int8', 'scales.float32'].reduce(
      (sum, file) => sum + read(file).length,
      0,
    );
    expect(bytes).toBeLessThan(6 * 1024 * 1024);
  });

  it.each([
    ['kimono', 'silk robe', 'whisky'],
    ['centrifugal pump', 'water pumps', 'frozen mussels'],
    ['trainers', 'sports shoes', 'steel rods'],
    ['aubergine', 'eggplant', 'spark plug'],
    ['spanner', 'wrench', 'blanket'],
  ])('put %s nearer to %s than to %s', (goods, alike, unlike) => {
    expect(cosine(goods, alike)).toBeGreaterThan(cosine(goods, unlike) + 0.05);
  });

  it('know words as the classification splits them: none could never be looked up', () => {
    const lost = vectors.words.filter((word) => phrasesOf(`steel ${word}`).flat().length === 0);
    expect(lost).toEqual([]);
    expect([...vectors.words].sort()).toEqual(vectors.words);
  });

  it('are refused when a byte is another', () => {
    const altered = (file: string): Uint8Array =>
      file === 'vectors.int8' ? read(file).map((byte, index) => (index === 7 ? byte ^ 1 : byte)) : read(file);
    expect(() => decodeWordVectors({ place: 'altered', read: altered })).toThrow(
      expect.objectContaining({ code: 'TDW_MODEL_CORRUPT' }) as Error,
    );
  });

  it('are refused when a file is missing or the manifest is none', () => {
    const without = (file: string): Uint8Array | undefined => (file === 'scales.float32' ? undefined : read(file));
    expect(() => decodeWordVectors({ place: 'partial', read: without })).toThrow(
      expect.objectContaining({ code: 'TDW_MODEL_MISSING' }) as Error,
    );
    expect(() => decodeWordVectors({ place: 'none', read: () => new TextEncoder().encode('{}') })).toThrow(
      expect.objectContaining({ code: 'TDW_MODEL_MALFORMED' }) as Error,
    );
  });

  it('have a version that follows from their files', () => {
    const hashes = ['vocabulary.txt', 'vectors.int8', 'scales.float32'].map((file) =>
      createHash('sha256').update(read(file)).digest('hex'),
    );
    expect(vectors.version).toBe(createHash('sha256').update(hashes.join('\n')).digest('hex'));
  });
});

describe('a word that the vocabulary does not have', () => {
  const words = ['fiber', 'jewelry', 'colour', 'life', 'rafts', 'pump', 'batteries', 'carp', 'petal', 'sterilization'];
  const rowOf = rowsByWord(words);
  const found = (word: string): readonly (string | undefined)[] => rowsOfWord(word, rowOf).map((row) => words[row]);

  it.each([
    ['pumps', ['pump']],
    ['battery', ['batteries']],
    ['fibre', ['fiber']],
    ['fibres', ['fiber']],
    ['color', ['colour']],
    ['sterilisation', ['sterilization']],
    ['liferafts', ['life', 'rafts']],
    ['xqzzk', []],
  ])('%s is read as %j', (word, expected) => {
    expect(found(word)).toEqual(expected);
  });

  it('has rows that exist, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abeilprsty'), maxLength: 30 }),
        (word) =>
          rowsOfWord(word, rowOf).every((row) => row >= 0 && row < words.length) && rowsOfWord(word, rowOf).length <= 2,
      ),
    );
  });
});

describe('rows that are added', () => {
  it('given any length, begun anywhere, then each number is its own sum and what stands beside is left alone', () => {
    const numbers = fc.integer({ min: -128, max: 127 });
    fc.assert(
      fc.property(
        fc.array(numbers, { minLength: 12, maxLength: 24 }),
        fc.nat(9),
        fc.nat(3),
        (values, length, offset) => {
          const into = new Float32Array(16).fill(1);
          addScaled(Int8Array.from(values), 2, 0.5, into, offset, length);
          expect(into).toEqual(
            Float32Array.from({ length: 16 }, (_, at) =>
              at >= offset && at < offset + length ? 1 + 0.5 * values[2 + at - offset]! : 1,
            ),
          );
        },
      ),
    );
  });
});
