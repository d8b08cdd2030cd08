import { describe, expect, test } from 'vitest';
import { createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { factsHashOf, readFacts, recordFacts } from '../../../services/risk/record/recorded-facts.ts';
import { ordinaryFacts } from './ordinary-facts.ts';

const { declarationEvent } = createCodecs();
const recorded = recordFacts(ordinaryFacts, declarationEvent.encode(ordinaryFacts.event), undefined);

describe('facts on record', () => {
  test('given facts that were written down, when they are read, then they are the same', () => {
    expect(readFacts(recorded, declarationEvent)).toEqual(ordinaryFacts);
  });

  test('given the event on record, then the other facts do not say it again', () => {
    expect(JSON.parse(Buffer.from(recorded.facts).toString('utf8'))).not.toHaveProperty('event');
  });

  test('given one byte that is altered, in the event or in the facts, then the hash is another', () => {
    const altered = (bytes: Uint8Array): Uint8Array =>
      Uint8Array.from(bytes, (byte, index) => (index === 20 ? byte ^ 1 : byte));
    expect(factsHashOf(recorded)).toBe(recorded.factsHash);
    expect(factsHashOf({ ...recorded, event: altered(recorded.event) })).not.toBe(recorded.factsHash);
    expect(factsHashOf({ ...recorded, facts: altered(recorded.facts) })).not.toBe(recorded.factsHash);
  });
});
