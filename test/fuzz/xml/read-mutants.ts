import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { validateEvent } from '../../../services/risk/declaration/validate.ts';
import { heldMemory } from '../../harness/held-memory.ts';
import { outcomeOf, readAll, textSource } from '../../unit/input/sources.ts';
import { mutateXml, xmlMutation } from './mutation.ts';

const SEED = 20261122;
/** Of processor time. One message takes about a millisecond; collecting garbage falls on some. */
const MOST_MILLIS = 2_000;
/** What may be held after all mutants: nothing of theirs. */
const MOST_GROWTH = 24 * 1024 * 1024;

export interface Mutants {
  /** Among the fixtures. */
  readonly folder: string;
  /** A lodgement of the folder, read beside every third mutant, so that broken changes of it are merged too. */
  readonly base: string;
  readonly mutants: number;
}

const table = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([key, count]) => `  ${String(count).padStart(7)}  ${key}`)
    .join('\n');

/** Reads mutants of a folder's messages: each is events or an error with a stable code, soon and without keeping memory. Returns how they ended. */
export async function readMutants({ folder, base, mutants }: Mutants): Promise<ReadonlyMap<string, number>> {
  const fixtures = resolve(import.meta.dirname, '../../fixtures', folder);
  const corpus = readdirSync(fixtures)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => readFileSync(join(fixtures, name)));
  const beside = readFileSync(join(fixtures, base));
  const changes = fc.sample(
    fc.tuple(fc.noBias(fc.nat({ max: corpus.length - 1 })), fc.array(xmlMutation, { minLength: 1, maxLength: 3 })),
    { numRuns: mutants, seed: SEED },
  );
  const counts = new Map<string, number>();
  const before = heldMemory();
  let slowest = 0;
  for (const [index, mutations] of changes) {
    const mutant = mutations.reduce(mutateXml, corpus[index] ?? Buffer.alloc(0));
    const start = process.cpuUsage();
    const entries = await readAll([
      textSource('fixtures/mutant', mutant),
      ...(index % 3 === 0 ? [textSource('fixtures/base', beside)] : []),
    ]);
    const { user, system } = process.cpuUsage(start);
    slowest = Math.max(slowest, (user + system) / 1000);
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      if (entry.kind === 'failed') expect(entry.error.failureClass, entry.error.stack).toBe('input');
      if (entry.kind === 'event') expect(validateEvent(entry.event)).toEqual([]);
      if (entry.file === 'fixtures/mutant') counts.set(outcomeOf(entry), (counts.get(outcomeOf(entry)) ?? 0) + 1);
    }
  }
  process.stdout.write(
    `${String(mutants)} mutants of the messages in ${folder}, slowest ${slowest.toFixed(0)} ms\n${table(counts)}\n`,
  );
  expect(slowest).toBeLessThan(MOST_MILLIS);
  expect(heldMemory() - before).toBeLessThan(MOST_GROWTH);
  return counts;
}
