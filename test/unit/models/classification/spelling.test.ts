import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSpelling } from '../../../../models/classification/serve/text/spelling.ts';

const WORDS = ['coffee', 'cover', 'centrifuge', 'centrifugal', 'refrigerator', 'stainless', 'leather', 'pump', 'beans'];
const spelt = createSpelling(WORDS, (word) => WORDS.includes(word));

describe('the spelling of a description', () => {
  test.each([
    ['Cofee beans', 'coffee beans'],
    ['coffeee, green', 'coffee, green'],
    ['centrifugl pump', 'centrifugal pump'],
    ['REFRIDGERATOR, 200 l', 'refrigerator, 200 l'],
  ])('given "%s", then it is read as "%s"', (written, read) => {
    expect(spelt(written)).toBe(read);
  });

  test.each(['Coffee beans', 'Siemens pump', 'part ABCDE12', 'pumq', 'hoffee', 'Kaffee', 'Lederschuhe'])(
    'given "%s", which is right or near to nothing, then it stays as it is',
    (written) => {
      expect(spelt(written)).toBe(written);
    },
  );

  test('given any text, then mending it twice is mending it once', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.constantFrom(...WORDS, 'cofee', 'leahter', 'stainles')).map((words) => words.join(' ')),
        ),
        (text) => spelt(spelt(text)) === spelt(text),
      ),
    );
  });
});
