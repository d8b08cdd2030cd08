import { describe, expect, test } from 'vitest';
import { rememberedReference } from '../../../../services/adapters/reference-files/remembered-reference.ts';
import { importReference } from '../../../../services/reference/importing/import-reference.ts';
import { KINDS } from '../../../../services/reference/kinds/kinds.ts';
import { checkSnapshot } from '../../../../services/reference/snapshot/check-snapshot.ts';
import { loadSnapshots } from '../../../../services/reference/snapshot/load-snapshots.ts';
import { canonicalText } from '../../../../services/reference/snapshot/seal.ts';
import type { SealedSnapshot } from '../../../../services/reference/snapshot/snapshot.ts';
import { country, day } from '../../../harness/checked.ts';
import { textFile } from '../source-files.ts';
import { anchorages } from './anchorages.ts';

const WITH_ANCHORAGES = [...KINDS, anchorages] as const;
const US = { country: 'US', currency: 'USD' };
const CHART = 'anchorage,metres\nRade,21\nReede,14\n';

const imported = (text: string, active: readonly SealedSnapshot[] = []) =>
  importReference([textFile(text)], { sourceDay: day('2026-11-20'), active, madeBy: 'a test' }, WITH_ANCHORAGES)
    .snapshots[0]!;

describe('a kind of reference data that no other source knows, on the list beside the others', () => {
  const chart = imported(CHART);

  test('given a file of its format, when imported, then it is a snapshot of its name and entries', () => {
    expect(chart).toMatchObject({ name: 'anchorages', entries: { depths: 2 }, outcome: 'new' });
    expect(chart.sealed.snapshot.provenance).toMatchObject({ source: 'a pilot', files: [{ rows: 2 }] });
  });

  test('given a file that lost half of it, when imported, then the guard refuses it', () => {
    expect(() => imported('anchorage,metres\nRade,21\n', [chart.sealed])).toThrow(
      expect.objectContaining({ code: 'TDW_REFERENCE_SHRUNK' }) as Error,
    );
  });

  test("given a snapshot in Tidewaiter's own form, then it is read back, and a row that cannot be is refused by its place", () => {
    const text = canonicalText(chart.sealed.snapshot);
    const own = JSON.stringify({ schema: 1, ...(JSON.parse(text) as object) });
    expect(imported(own, [chart.sealed])).toMatchObject({ name: 'anchorages', outcome: 'unchanged' });
    expect(() => imported(own.replace('21', '-21'))).toThrow(
      expect.objectContaining({
        code: 'TDW_REFERENCE_MALFORMED',
        location: { file: 'given.csv', element: 'depths[0]' },
      }) as Error,
    );
  });

  test('given a content without its fields, then it is no snapshot of the kind; and without the kind it is of none', () => {
    const malformed = (what: string) =>
      expect.objectContaining({ message: expect.stringContaining(what) as string }) as Error;
    expect(() => checkSnapshot({ ...chart.sealed.snapshot, content: {} }, 'it', WITH_ANCHORAGES)).toThrow(
      malformed('content.depths'),
    );
    expect(() => checkSnapshot(chart.sealed.snapshot, 'it')).toThrow(malformed('unknown kind anchorages'));
  });

  test('given the loaded set, then it is looked up beside the others, with its version and the day of its source', () => {
    const reference = loadSnapshots([chart.sealed], US, WITH_ANCHORAGES);
    const from = `anchorages@${chart.sealed.version.slice(0, 12)}`;
    expect(reference.depth('Rade')).toEqual({ state: 'found', value: 21, from });
    expect(reference.depth('Nowhere')).toEqual({ state: 'absent', from });
    expect(reference.country(country('FR'))).toMatchObject({ state: 'unknown' });
    expect(reference.versions).toEqual({ anchorages: chart.sealed.version });
    expect(reference.sourceDays).toEqual({ anchorages: '2026-11-20' });
  });

  test('given nothing of it, then its look-ups say so', () => {
    expect(loadSnapshots([], US, WITH_ANCHORAGES).depth('Rade')).toEqual({
      state: 'unknown',
      why: 'no chart of anchorages is loaded',
      from: 'anchorages',
    });
  });

  test('given the same question again, when answers are remembered, then it is not asked again', () => {
    const asked: string[] = [];
    const { depth, ...others } = loadSnapshots([chart.sealed], US, WITH_ANCHORAGES);
    const counted = { ...others, depth: (name: string) => (asked.push(name), depth(name)) };
    const remembered = rememberedReference(counted, WITH_ANCHORAGES);
    expect(remembered.depth('Rade')).toBe(remembered.depth('Rade'));
    expect(asked).toEqual(['Rade']);
  });
});
