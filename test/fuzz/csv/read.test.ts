import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CsvMapping } from '../../../services/adapters/input/records/mapping/mapping.ts';
import { readMapping } from '../../../services/adapters/input/records/mapping/read-mapping.ts';
import { validateEvent } from '../../../services/risk/declaration/validate.ts';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import { heldMemory } from '../../harness/held-memory.ts';
import { outcomeOf, readAll, textSource } from '../../unit/input/sources.ts';
import { type CsvMutation, csvMutation, mutateCsv } from './mutation.ts';

const SEED = 20261130;
const MUTANTS = 10_000;
/** Of processor time. One file takes about a millisecond; collecting garbage falls on some. */
const MOST_MILLIS = 2_000;
/** What may be held after all mutants: nothing of theirs. */
const MOST_GROWTH = 24 * 1024 * 1024;

const FOLDER = resolve(import.meta.dirname, '../../golden/mapped-csv');
const corpus = readdirSync(FOLDER)
  .sort()
  .map((name) => {
    const yaml = readFileSync(join(FOLDER, name, 'map.yaml'));
    return {
      csv: readFileSync(join(FOLDER, name, 'declarations.csv')),
      yaml,
      mapping: readMapping(yaml.toString('utf8'), name),
    };
  });
/** Every fourth is read by a mapping that is a mutant itself. */
const changes = fc.sample(
  fc.tuple(fc.noBias(fc.nat({ max: corpus.length - 1 })), fc.array(csvMutation, { minLength: 1, maxLength: 3 })),
  { numRuns: MUTANTS, seed: SEED },
);

const table = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([key, count]) => `  ${String(count).padStart(7)}  ${key}`)
    .join('\n');
const mutant = (file: Buffer, mutations: readonly CsvMutation[]): Buffer => mutations.reduce(mutateCsv, file);

/** The mapping, or the code that it is refused with. */
function mappingOf(yaml: Buffer): CsvMapping | string {
  try {
    return readMapping(yaml.toString('utf8'), 'map.yaml');
  } catch (error) {
    if (!(error instanceof TidewaiterError)) throw error;
    expect(error.location?.line, error.message).toBeGreaterThan(0);
    return error.code;
  }
}

test(
  `given ${String(MUTANTS)} mutants of CSV and mapping files, when read, then each is events or an error with a stable code, soon and without keeping memory`,
  { timeout: 600_000 },
  async () => {
    const counts = new Map<string, number>();
    const count = (outcome: string): void => void counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    const before = heldMemory();
    let slowest = 0;
    for (const [index, [sample, mutations]] of changes.entries()) {
      const { csv, yaml, mapping: own } = corpus[sample] ?? expect.fail('no sample');
      const start = process.cpuUsage();
      const mapping = index % 4 === 0 ? mappingOf(mutant(yaml, mutations)) : own;
      if (typeof mapping === 'string') count(mapping);
      else await expectAnswers(index % 4 === 0 ? csv : mutant(csv, mutations), mapping, count);
      const { user, system } = process.cpuUsage(start);
      slowest = Math.max(slowest, (user + system) / 1000);
    }
    process.stdout.write(
      `${String(MUTANTS)} mutants of mapped CSV, slowest ${slowest.toFixed(0)} ms\n${table(counts)}\n`,
    );
    expect(slowest).toBeLessThan(MOST_MILLIS);
    expect(heldMemory() - before).toBeLessThan(MOST_GROWTH);
    expect(counts.get('event lodged') ?? 0).toBeGreaterThan(1_000);
  },
);

async function expectAnswers(csv: Buffer, mapping: CsvMapping, count: (outcome: string) => void): Promise<void> {
  const entries = await readAll([textSource('mutant.csv', csv)], { mapping });
  expect(entries.length).toBeGreaterThan(0);
  for (const entry of entries) {
    if (entry.kind === 'failed') expect(entry.error.failureClass, entry.error.stack).toBe('input');
    if (entry.kind === 'event') expect(validateEvent(entry.event)).toEqual([]);
    count(outcomeOf(entry));
  }
}
