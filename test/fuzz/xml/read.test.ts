import { expect, test } from 'vitest';
import { readMutants } from './read-mutants.ts';

test.each([
  { folder: 'wco', base: 'export-lodgement.xml', mutants: 12_000 },
  { folder: 'aes', base: '01-machine-parts-by-road.xml', mutants: 10_000 },
  { folder: 'danish-dms', base: '01-pumps-by-sea-in-a-container.xml', mutants: 10_000 },
  { folder: 'dutch-dms', base: '05-chemicals-in-containers-by-sea.xml', mutants: 10_000 },
  { folder: 'ncts', base: '03-goods-under-export-by-house.xml', mutants: 10_000 },
  { folder: 'asycuda', base: '04-fourteen-mopeds-with-import-licence.xml', mutants: 10_000 },
])(
  'given $mutants mutants of messages in $folder, when read, then each is events or an error with a stable code, soon and without keeping memory',
  { timeout: 300_000 },
  async (mutants) => {
    const outcomes = await readMutants(mutants);
    expect(outcomes.get('event lodged') ?? 0).toBeGreaterThan(100);
  },
);
