import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import type { Codec } from '../../../services/scoring/ports/codecs.ts';
import { ordinaryDeclaration } from '../../contract/ordinary-declaration.ts';
import { TOPIC_TYPES } from '../../contract/topics.ts';
import { valueOf } from '../../contract/value-of-shape.ts';
import { heldMemory } from '../../harness/held-memory.ts';
import { mutate, mutation } from './mutation.ts';

const SEED = 20261122;
/** How many mutants of each topic; the declaration event comes from outside and has most. */
const MUTANTS = { 'declaration-event': 70_000, others: 6_000 } as const;
/** Of the processor's time: a decode takes tens of microseconds, a garbage collection in it some milliseconds. */
const MOST_MILLIS = 1_000;
/** What may be held after all mutants of a topic: nothing of theirs. */
const MOST_GROWTH = 24 * 1024 * 1024;
const codecs = createCodecs();

/** "decoded", or the code of the error. Anything else is thrown on. What decodes is a whole value: it can be written again. */
function outcome(codec: Codec<unknown>, bytes: Buffer): string {
  const value = decodeOr(codec, bytes);
  if (value instanceof TidewaiterError) return value.code;
  const again = codec.encode(value);
  if (!codec.encode(codec.decode(again)).equals(again))
    throw new Error(`${bytes.toString('hex')} decodes to what does not come back`);
  return 'decoded';
}

function decodeOr(codec: Codec<unknown>, bytes: Buffer): unknown {
  try {
    return codec.decode(bytes);
  } catch (error) {
    if (error instanceof TidewaiterError && error.failureClass === 'input') return error;
    throw error;
  }
}

function tally(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const table = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([key, count]) => `  ${String(count).padStart(7)}  ${key}`)
    .join('\n');

describe.each(TOPIC_TYPES)('mutants of $name', ({ name, codec: key, shape }) => {
  const codec = codecs[key] as Codec<unknown>;
  const samples = fc.sample(valueOf(shape), { numRuns: 100, seed: SEED }).map((value) => codec.encode(value));
  const corpus =
    name === 'declaration-event'
      ? [...samples, codec.encode(ordinaryDeclaration(1)), codec.encode(ordinaryDeclaration(3))]
      : samples;
  const runs = name === 'declaration-event' ? MUTANTS[name] : MUTANTS.others;

  test(
    `given ${runs} of them, when decoded, then each is a value or an error with a stable code, soon and without keeping memory`,
    { timeout: 240_000 },
    () => {
      const changes = fc.sample(
        fc.tuple(fc.noBias(fc.nat({ max: corpus.length - 1 })), fc.array(mutation, { minLength: 1, maxLength: 4 })),
        { numRuns: runs, seed: SEED },
      );
      const counts = new Map<string, number>();
      const before = heldMemory();
      let slowest = 0;
      for (const [index, mutations] of changes) {
        const bytes = mutations.reduce(mutate, corpus[index] ?? Buffer.alloc(0));
        const start = process.cpuUsage();
        tally(counts, outcome(codec, bytes));
        const { user, system } = process.cpuUsage(start);
        slowest = Math.max(slowest, (user + system) / 1000);
      }
      const growth = heldMemory() - before;
      process.stdout.write(
        `${name}: ${runs} mutants, slowest ${slowest.toFixed(1)} ms, ${(growth / 1024 / 1024).toFixed(1)} MiB more held\n${table(counts)}\n`,
      );
      expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(runs);
      expect(slowest).toBeLessThan(MOST_MILLIS);
      expect(growth).toBeLessThan(MOST_GROWTH);
    },
  );
});

test('given bytes from nowhere behind a true header, when decoded, then each is a value or an error with a stable code', () => {
  const codec = codecs.declarationEvent as Codec<unknown>;
  const header = codecs.declarationEvent.encode(ordinaryDeclaration(1)).subarray(0, 10);
  const counts = new Map<string, number>();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) =>
      tally(counts, outcome(codec, Buffer.concat([header, bytes]))),
    ),
    { numRuns: 5_000, seed: SEED },
  );
  process.stdout.write(`random bytes: 5000\n${table(counts)}\n`);
});
