import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMPARED_EVENTS } from '../../../services/intake/event-deduplicator.ts';
import { FingerprintTable, type Occurrence } from '../../../services/intake/fingerprint-table.ts';
import { eventIdOf } from '../../../services/risk/identity/derived-ids.ts';
import { eventsOf, textSource } from '../input/sources.ts';

const line = (declarationId: string, typeCode: string, cause?: string): string =>
  JSON.stringify({ declarationId, typeCode, ...(cause === undefined ? {} : { cause }) });
const told = async (
  comparedEvents: number,
  ...lines: readonly string[]
): Promise<readonly { readonly eventId: string; readonly cause?: string }[]> =>
  (await eventsOf([textSource('-', lines.join('\n'))], { comparedEvents })).map(({ event }) => event);

describe('given more events than a call compares', () => {
  test('then each that differs has an id of its own, and each repeat the id of what it repeats: nothing is lost, nothing told twice', async () => {
    const lines = [
      line('A', 'IMA'),
      line('B', 'IMA'),
      line('C', 'IMA'),
      line('C', 'EXA'),
      line('C', 'IMA'),
      line('A', 'IMA'),
      line('A', 'EXA'),
    ];
    const events = await told(2, ...lines);
    expect(events.map(({ eventId }) => events.findIndex((other) => other.eventId === eventId))).toEqual([
      0, 1, 2, 3, 2, 0, 6,
    ]);
    expect(events.map(({ cause }) => cause?.slice(0, 24))).toEqual([
      undefined,
      undefined,
      'one of more events than ',
      'one of more events than ',
      'one of more events than ',
      undefined,
      'another message under th',
    ]);
  });

  test('then the memory of them stays as large as it is', () => {
    const memory = new FingerprintTable(1_000);
    const recall = (n: number): Occurrence =>
      memory.recall(eventIdOf({ declarationId: String(n), eventType: 'lodged', version: 1 }), '0123456789abcdef');
    expect(new Set(Array.from({ length: 1_000 }, (_, n) => recall(n)))).toEqual(new Set(['new']));
    const { bytes } = memory;
    expect(new Set(Array.from({ length: 20_000 }, (_, n) => recall(1_000 + n)))).toEqual(new Set(['full']));
    expect(memory.bytes).toBe(bytes);
    expect(new Set(Array.from({ length: 1_000 }, (_, n) => recall(n)))).toEqual(new Set(['same']));
  });

  test('then at the limit of a call it takes 64 MiB', () => {
    const slots = 2 ** Math.ceil(Math.log2(2 * COMPARED_EVENTS));
    expect(slots * 16).toBe(64 * 1024 * 1024);
  });
});

test('given an event with the longest cause there is, when another came under its id, then it still is an event that the stream takes', async () => {
  const [, second] = await told(
    10,
    line('A', 'IMA', '\u{1f6a2}'.repeat(2_000)),
    line('A', 'EXA', '\u{1f6a2}'.repeat(2_000)),
  );
  expect(second?.cause?.length).toBeLessThanOrEqual(4_000);
  expect(Buffer.from(second?.cause ?? '').toString()).toBe(second?.cause);
});

test('given any sequence of events, then the memory says of each what a map without limit would', () => {
  const event = fc.record({ id: fc.integer({ min: 0, max: 300 }), says: fc.integer({ min: 0, max: 2 }) });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 2_000 }), fc.integer({ min: 0, max: 400 }), (events, limit) => {
      const memory = new FingerprintTable(limit);
      const map = new Map<number, number>();
      for (const { id, says } of events) {
        const before = map.get(id);
        const expected: Occurrence =
          before !== undefined ? (before === says ? 'same' : 'other') : map.size === limit ? 'full' : 'new';
        if (expected === 'new') map.set(id, says);
        expect(
          memory.recall(
            eventIdOf({ declarationId: String(id), eventType: 'lodged', version: 1 }),
            `${String(says)}123456789abcdef`,
          ),
        ).toBe(expected);
      }
    }),
    { numRuns: 30 },
  );
});
