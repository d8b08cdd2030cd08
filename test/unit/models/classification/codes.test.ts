import { describe, expect, it } from 'vitest';
import { wrongCode } from '../../../../models/classification/learn/calibration/wrong-codes.ts';
import { successor } from '../../../../models/classification/learn/data/moved-codes.ts';
import { createDeclaredCodes } from '../../../../models/classification/serve/codes/declared-codes.ts';
import { labelSet } from '../../../../models/classification/serve/codes/label-set.ts';
import { createRng } from '../../../../models/statistics/rng.ts';

const labels = labelSet([
  '010121',
  '010129',
  '010221',
  '841370',
  '841381',
  '848180',
  '851713',
  '851714',
  '852910',
  '854911',
]);
const moved = [
  ['851713', '851712'],
  ['851714', '851712'],
  ['852910', '851770'],
] as const;
const codesOf = (code: string): string[] =>
  createDeclaredCodes(
    labels,
    moved,
  )(code).map(({ heading, subheading }) =>
    subheading < 0 ? labels.headings[heading]! : labels.subheadings[subheading]!,
  );

describe('declared codes', () => {
  it.each([
    ['four digits are a heading', '8413', ['8413']],
    ['five digits too', '84137', ['8413']],
    ['ten digits are their subheading', '8413.70.2090', ['841370']],
    ['a subheading of the older edition is all that it became', '851712', ['851713', '851714']],
    ['a subheading that neither edition has is judged by its heading', '841399', ['8413']],
    ['a chapter that is none', '9903', []],
    ['three digits are no code', '841', []],
    ['letters are no code', 'ABCD', []],
  ])('%s', (_, code, expected) => {
    expect(codesOf(code)).toEqual(expected);
  });

  it('given waste that was gathered from everywhere, then goods that are no waste were not moved to it, nor is it all that it came from', () => {
    const gathered = [
      ...Array.from({ length: 50 }, (_, at) => ['854911', `8481${String(at + 10)}`] as const),
      ['854911', '848180'],
      ['841381', '841370'],
    ] as const;
    const of = createDeclaredCodes(labels, gathered);
    const codes = (code: string): string[] => of(code).map(({ subheading }) => labels.subheadings[subheading]!);
    expect([codes('848180'), codes('854911'), codes('841370')]).toEqual([['848180'], ['854911'], ['841370', '841381']]);
  });

  it('given a code that moved to one successor, when training texts have the old one, then they get the new one, or the heading that all share', () => {
    const of = successor(moved);
    expect([of('851770'), of('851712'), of('010121')]).toEqual(['852910', '8517', undefined]);
  });

  it('given a right code, when a wrong one is drawn, then it is as far away as was asked', () => {
    const right = { heading: labels.headingIndex('8413')!, subheading: labels.subheadingIndex('841370')! };
    const rng = createRng(1);
    for (let time = 0; time < 50; time += 1) {
      const chapter = wrongCode(labels, right, 'chapter', rng)!;
      expect(labels.headings[chapter.heading]!.slice(0, 2)).not.toBe('84');
      expect(labels.headings[wrongCode(labels, right, 'heading', rng)!.heading]).toBe('8481');
      expect(labels.subheadings[wrongCode(labels, right, 'subheading', rng)!.subheading]).toBe('841381');
    }
    expect(
      wrongCode(
        labels,
        { heading: labels.headingIndex('8481')!, subheading: labels.subheadingIndex('848180')! },
        'subheading',
        rng,
      ),
    ).toBeUndefined();
  });
});
