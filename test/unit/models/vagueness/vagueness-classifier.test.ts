import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../models/artefact/at-once.ts';
import { decodeArtefactByPart } from '../../../../models/artefact/decode.ts';
import { encodeArtefact } from '../../../../models/artefact/encode.ts';
import { wordStatistics } from '../../../../models/classification/learn/vagueness/count-words.ts';
import {
  vaguenessExamples,
  vaguenessMaterial,
  vagueTexts,
} from '../../../../models/classification/learn/vagueness/material.ts';
import { trainVaguenessModel } from '../../../../models/classification/learn/vagueness/train-vagueness-model.ts';
import { openVaguenessClassifier } from '../../../../models/classification/serve/vagueness/vagueness-classifier.ts';
import { packVagueness, unpackVagueness } from '../../../../models/classification/serve/vagueness/vagueness-model.ts';
import { createRng } from '../../../../models/statistics/rng.ts';
import { decodeWordVectors } from '../../../../models/word-vectors/learn/decode.ts';

const FOLDER = join(import.meta.dirname, '../../../../models/word-vectors/made');
const vectors = decodeWordVectors({ place: FOLDER, read: (file) => readFileSync(join(FOLDER, file)) });

/** Each of so many things in each of so many ways: enough for a small gate. */
const crossed = (first: string, second: string): string[] =>
  first.split(', ').flatMap((one) => second.split(', ').map((other) => `${one} ${other}`));
const VAGUE = crossed(
  'new, mixed, assorted, small, personal, blue, xl, sample',
  'gift, parts, goods, items, stuff, set, pack, accessories',
);
const coded = (texts: readonly string[], code: string): { description: string; code: string }[] =>
  texts.map((description) => ({ description, code }));
const TELLING = [
  ...coded(crossed('steel, copper, brass, aluminium, iron', 'tubes, screws, rods, wire, plates, nails'), '73'),
  ...coded(crossed('frozen, dried, smoked', 'mussels, salmon, shrimps, cod, squid'), '03'),
  ...coded(crossed('cotton, woollen, silk', 'shirts, trousers, scarves, blankets'), '62'),
];
const TARIFF = [
  ...coded(['Tires', 'Centrifugal pumps', 'Pumps for liquids', 'Hydraulic turbines'], '84'),
  ...coded(['Mussels, smoked', 'Squid', 'Salmon'], '03'),
  ...coded(['Tubes of steel', 'Rods of copper'], '73'),
];

const material = vaguenessMaterial([...VAGUE, 'Tyre', 'frozen mussels', 'machines 12'], TELLING, TARIFF);
const { model, figures } = trainVaguenessModel(material, vectors, 7);
const gate = openVaguenessClassifier(model, vectors);

describe('the vague gate', () => {
  it('tells vague descriptions from telling ones that it has not seen', () => {
    expect(figures.auc.value).toBeGreaterThan(0.95);
    expect(figures.recall.realised.value).toBeLessThanOrEqual(0.05);
    expect(gate('assorted stuff xl').isVague).toBe(true);
    expect(gate('stainless steel screws').isVague).toBe(false);
    expect(gate('frozen squid rings').isVague).toBe(false);
  });

  it('finds a term of its list in the plural and with other numbers', () => {
    expect(gate('Machine, 30').probability).toBe(1);
  });

  it('does not hold a description for vague that the list and a tariff both have', () => {
    expect(material.vague).not.toContain('frozen mussels');
    expect(gate('tires').probability).toBeLessThan(1);
    expect(gate('frozen mussels').isVague).toBe(false);
  });

  it.each(['', '  ', '8413.70', '-- / --', '离心泵'])('holds %j, which has no word, for vague', (description) => {
    expect(gate(description)).toEqual({ probability: 1, isVague: true });
  });

  it('gives a probability for whatever is written, and always the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (description) => {
        const { probability } = gate(description);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        expect(gate(description).probability).toBe(probability);
      }),
    );
  });

  it('is the same when it is trained again with the same seed, and another with another', () => {
    const numbers = (seed: number): readonly number[] => [
      ...trainVaguenessModel(material, vectors, seed).model.weights,
    ];
    expect(numbers(7)).toEqual([...model.weights]);
    expect(numbers(8)).not.toEqual([...model.weights]);
  }, 60_000);

  it('answers out of an artefact as it did before, but for the rounding to bytes', () => {
    const parts = packVagueness(model);
    const answers = { features: {}, labels: {}, thresholds: {}, calibration: {} };
    const { files } = encodeArtefact({
      name: 'gate',
      answers,
      training: { seed: 7, backend: 'typed-arrays', data: [], settings: {} },
      metrics: {},
      distributions: {},
      card: '',
      ...parts,
    });
    const opened = openVaguenessClassifier(
      unpackVagueness(atOnce(decodeArtefactByPart({ place: 'gate', read: (file) => files.get(file) }))),
      vectors,
    );
    for (const description of [...VAGUE, ...TELLING.map((one) => one.description)])
      expect(opened(description).probability).toBeCloseTo(gate(description).probability, 1);
    expect(opened('Machine').probability).toBe(1);
  });
});

describe('what the gate is trained on', () => {
  const traded = [
    { description: 'Ball valves, lever operated, 2 in', code: '848180' },
    { description: 'Wine', code: '2204' },
  ];
  const shown = vaguenessExamples(
    vaguenessMaterial(['gift'], [{ description: 'mussels', code: '0307' }], [], traded),
    createRng(1),
  );

  it('given descriptions as in trade, then they are telling, and what stands behind their first comma may stand behind any telling goods', () => {
    const told = shown.filter(({ isVague }) => !isVague).map(({ description }) => description);
    expect(told).toEqual(
      expect.arrayContaining(['Ball valves, lever operated, 2 in', 'Wine', 'mussels, lever operated, 2 in']),
    );
  });

  it('given none, then no detail is made up', () => {
    expect(
      vaguenessExamples(
        vaguenessMaterial(['gift'], [{ description: 'mussels', code: '0307' }], []),
        createRng(1),
      ).filter(({ description }) => description.includes(',')),
    ).toEqual([]);
  });
});

describe('what tariff texts tell of a word', () => {
  it('is how many have it, and over how many chapters', () => {
    const statistics = wordStatistics([
      ...coded(['steel pumps', 'pump, pumps and a pump'], '84'),
      ...coded(['set for pumps'], '87'),
    ]);
    expect(statistics.get('pump')).toEqual({
      occurrences: Math.log(4),
      spread: expect.closeTo(Math.log(3) - (2 / 3) * Math.log(2), 9) as number,
    });
    expect(statistics.get('steel')).toEqual({ occurrences: Math.log(2), spread: 0 });
    expect(statistics.get('gift')).toBeUndefined();
  });
});

describe('the list of vague descriptions', () => {
  it('is read as rows without a header', () => {
    const body = { kind: 'text', text: '"10.00, boys"\ncard\n\n"say ""hello"""\n' } as const;
    expect(vagueTexts({ name: 'vague.csv', sha256: '', body })).toEqual(['10.00, boys', 'card', 'say "hello"']);
  });
});
