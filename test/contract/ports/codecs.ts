import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import type { Codec, ScoringCodecs } from '../../../services/scoring/ports/codecs.ts';
import { ordinaryEvent } from '../../unit/risk/ordinary-facts.ts';
import { bytesIn, deepFrozen } from '../../unit/scoring/steps/deep-frozen.ts';
import { TOPIC_TYPES } from '../topics.ts';
import { valueOf } from '../value-of-shape.ts';

/** What scoring's codecs must do, whatever their bytes look like. */
export function scoringCodecsContract(open: () => ScoringCodecs): void {
  const codecs = open();
  const topics = TOPIC_TYPES.filter(({ codec }) => codec in codecs);

  test('are one for each contract that scoring reads or writes', () => {
    const wanted = ['assessment', 'deadLetter', 'declarationEvent', 'notice', 'referral'];
    expect(topics.map(({ codec }) => codec)).toEqual(expect.arrayContaining(wanted));
  });

  describe.each(topics)('$name', ({ codec: key, shape }) => {
    const codec = codecs[key as 'notice'] as Codec<unknown>;
    const value = valueOf(shape, 'some');

    test('given any value, frozen to its depths, when encoded and decoded, then it is the same', () => {
      fc.assert(
        fc.property(value, (given) => {
          const before = bytesIn(given);
          expect(codec.decode(codec.encode(deepFrozen(given)))).toStrictEqual(given);
          expect(bytesIn(given)).toEqual(before);
        }),
        { numRuns: 50 },
      );
    });

    test('given bytes that are no record, or the beginning of one, then the error is one of input', () => {
      const [given] = fc.sample(value, { numRuns: 1, seed: 7 });
      const whole = codec.encode(given);
      const broken = [Buffer.alloc(0), Buffer.from('no record'), whole.subarray(0, 3), whole.subarray(0, -1)];
      for (const bytes of broken) expect(failureOf(codec, bytes)).toBe('input');
    });
  });

  test('given an event in its own bytes, then these go on record; given it in others, then bytes that say the same', () => {
    const own = codecs.declarationEvent.encode(ordinaryEvent);
    expect(codecs.recordedEvent(own, ordinaryEvent).equals(own)).toBe(true);
    const anew = codecs.recordedEvent(Buffer.from('of another kind'), ordinaryEvent);
    expect(codecs.declarationEvent.decode(anew)).toEqual(ordinaryEvent);
  });

  test('given a batch with records that are none, when it is prepared for, then nothing fails', async () => {
    await expect(codecs.prepare([null, Buffer.alloc(0), Buffer.from('no record')])).resolves.toBeUndefined();
  });
}

function failureOf(codec: Codec<unknown>, bytes: Buffer): string {
  try {
    codec.decode(bytes);
    return 'none';
  } catch (error) {
    return error instanceof TidewaiterError ? error.failureClass : String(error);
  }
}
