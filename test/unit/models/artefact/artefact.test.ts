import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { listOf, tableOf } from '../../../../models/artefact/artefact.ts';
import { decodeArtefactByPart } from '../../../../models/artefact/decode.ts';
import { encodeArtefact } from '../../../../models/artefact/encode.ts';
import type { ArtefactDraft } from '../../../../models/artefact/manifest.ts';
import { floatsOf, quantise, quantiseRows } from '../../../../models/artefact/quantise.ts';
import {
  readArtefact,
  readManifest,
  writeArtefact,
} from '../../../../services/adapters/model-files/artefact-folder.ts';
import type { TidewaiterError } from '../../../../services/risk/failure/tidewaiter-error.ts';

const place = mkdtempSync(join(tmpdir(), 'artefact-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const vectors = { dtype: 'float32', shape: [3, 2], values: Float32Array.of(0.5, -1, 0, 0, 127, 63.5) } as const;
const draft: ArtefactDraft = {
  name: 'pumps',
  answers: { features: { words: 2 }, labels: { heading: 'headings' }, thresholds: { vague: 0.4 }, calibration: {} },
  training: {
    seed: 7,
    backend: 'tfjs-wasm',
    data: [{ name: 'descriptions.csv', bytes: 12, sha256: 'a'.repeat(64), rows: 3 }],
    settings: { epochs: 4 },
  },
  metrics: { auc: 0.9 },
  distributions: { score: { edges: [1, 2], counts: [5, 3, 1] } },
  tables: {
    bias: { dtype: 'float32', shape: [3], values: Float32Array.of(1, 2, 3) },
    vectors: quantiseRows(vectors),
    codes: { dtype: 'int32', shape: [2], values: Int32Array.of(-1, 8413) },
    columns: { dtype: 'uint16', shape: [3], values: Uint16Array.of(0, 7, 65535) },
  },
  lists: { headings: ['8413', '8481'], vocabulary: ['pump', 'Kühlschrank', ''] },
  card: '# Pumps\n',
};

/** A written artefact in a folder of its own. */
function written(name: string, changes: Partial<ArtefactDraft> = {}): string {
  const folder = join(place, name);
  writeArtefact(folder, encodeArtefact({ ...draft, ...changes }));
  return folder;
}

async function codeOf(read: () => unknown): Promise<string> {
  try {
    await read();
    return 'read';
  } catch (error) {
    return (error as TidewaiterError).code;
  }
}

describe('an artefact', () => {
  test('given what training left, when it is written and read, then tables, lists and answers are as they were, and tables begin at cache lines', async () => {
    const artefact = await readArtefact(written('whole'));
    expect(tableOf(artefact, 'bias', 'float32')).toEqual(draft.tables['bias']);
    expect(tableOf(artefact, 'codes', 'int32')).toEqual(draft.tables['codes']);
    expect(tableOf(artefact, 'columns', 'uint16')).toEqual(draft.tables['columns']);
    expect(tableOf(artefact, 'vectors', 'int8')).toEqual(draft.tables['vectors']);
    expect(listOf(artefact, 'vocabulary')).toEqual(['pump', 'Kühlschrank', '']);
    expect(artefact.manifest.answers).toEqual(draft.answers);
    for (const { values } of artefact.tables.values()) expect(values.byteOffset % 64).toBe(0);
    expect(new Set([...artefact.tables.values()].map(({ values }) => values.buffer)).size).toBe(1);
  });

  test('given a part that the model needs and the artefact lacks, when it is asked for, then that is said', async () => {
    const artefact = await readArtefact(written('lacking'));
    expect(await codeOf(() => tableOf(artefact, 'bias', 'int8'))).toBe('TDW_MODEL_MALFORMED');
    expect(await codeOf(() => listOf(artefact, 'chapters'))).toBe('TDW_MODEL_MALFORMED');
  });

  test('given other metrics or another card, then the version stays; given anything that changes an answer, then it does not', () => {
    const { version } = encodeArtefact(draft);
    const versionWith = (changes: Partial<ArtefactDraft>): string => encodeArtefact({ ...draft, ...changes }).version;
    expect(
      versionWith({
        card: 'other',
        metrics: { auc: 0.8 },
        distributions: {},
        training: { ...draft.training, seed: 8 },
      }),
    ).toBe(version);
    const answering: Partial<ArtefactDraft>[] = [
      { name: 'valves' },
      { answers: { ...draft.answers, thresholds: { vague: 0.5 } } },
      { lists: { ...draft.lists, headings: ['8413', '8482'] } },
      { tables: { ...draft.tables, bias: { dtype: 'float32', shape: [3], values: Float32Array.of(1, 2, 4) } } },
      { tables: { ...draft.tables, bias: { dtype: 'float32', shape: [1, 3], values: Float32Array.of(1, 2, 3) } } },
    ];
    expect(new Set([version, ...answering.map(versionWith)]).size).toBe(answering.length + 1);
  });

  test.each([
    ['weights.bin', 'TDW_MODEL_CORRUPT'],
    ['lists/headings.txt', 'TDW_MODEL_CORRUPT'],
  ])('given %s has a byte more than was written, when it is read, then it is refused as %s', async (file, code) => {
    const folder = written('longer');
    appendFileSync(join(folder, file), 'x');
    expect(await codeOf(() => readArtefact(folder))).toBe(code);
  });

  test('given a threshold edited by hand, when the manifest is read, then it is refused: it is not the version it names', async () => {
    const folder = written('edited');
    const path = join(folder, 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"vague": 0.4', '"vague": 0.9'));
    expect(await codeOf(() => readManifest(folder))).toBe('TDW_MODEL_CORRUPT');
  });

  test('given folders that are none, newer, or lack a file, when they are read, then each is refused by its own code', async () => {
    expect(await codeOf(() => readArtefact(join(place, 'nowhere')))).toBe('TDW_MODEL_MISSING');
    const [newer, garbled, gone] = [written('newer'), written('garbled'), written('gone')];
    writeFileSync(join(newer, 'manifest.json'), '{"format":2,"surprise":true}');
    writeFileSync(join(garbled, 'manifest.json'), '{"format":1');
    rmSync(join(gone, 'lists/headings.txt'));
    expect(await Promise.all([newer, garbled, gone].map((folder) => codeOf(() => readArtefact(folder))))).toEqual([
      'TDW_MODEL_NEWER',
      'TDW_MODEL_MALFORMED',
      'TDW_MODEL_MISSING',
    ]);
  });

  test('given a table that does not fill its shape or an entry with a line break, when it is written, then that is refused', () => {
    expect(() =>
      encodeArtefact({
        ...draft,
        tables: { bias: { dtype: 'float32', shape: [4], values: Float32Array.of(1, 2, 3) } },
      }),
    ).toThrow(RangeError);
    expect(() => encodeArtefact({ ...draft, lists: { words: ['two\nlines'] } })).toThrow(RangeError);
  });

  test('given 30 MB, when they are read and verified, then it takes less than two seconds', async () => {
    const rows = 120_000;
    const folder = written('large', {
      tables: { embedding: { dtype: 'int8', shape: [rows, 256], values: new Int8Array(rows * 256), scale: 0.01 } },
    });
    const began = performance.now();
    await readArtefact(folder);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

test('given an artefact of 30 MB, when it is checked, then it pauses after every two megabytes and every list', () => {
  const values = new Int8Array(30 * 2 ** 20);
  const { files } = encodeArtefact({
    ...draft,
    tables: { embedding: { dtype: 'int8', shape: [values.length], values, scale: 0.01 } },
  });
  const decoding = decodeArtefactByPart({ place: 'test', read: (file) => files.get(file) });
  expect([...decoding]).toHaveLength(15 + Object.keys(draft.lists).length);
});

describe('numbers kept in a byte', () => {
  test('given a row, when it is quantised, then each value is off by at most half a scale and zero stays zero', () => {
    const kept = quantiseRows(vectors);
    expect([...kept.values]).toEqual([64, -127, 0, 0, 127, 64]);
    expect([...floatsOf(kept)].map((value) => Math.round(value * 10) / 10)).toEqual([0.5, -1, 0, 0, 127, 64]);
  });

  test('given any floats, when they are kept in bytes and read, then none is off by more than half its scale', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 60 }),
        (numbers) => {
          const table = { shape: [1, numbers.length], values: Float32Array.from(numbers) };
          for (const kept of [quantise(table), quantiseRows(table)]) {
            const scale = typeof kept.scale === 'number' ? kept.scale : kept.scale[0]!;
            floatsOf(kept).forEach((value, place) =>
              expect(Math.abs(value - numbers[place]!)).toBeLessThanOrEqual(scale * 0.5001),
            );
          }
        },
      ),
    );
  });
});
