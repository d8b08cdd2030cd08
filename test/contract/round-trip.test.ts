import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCodecs } from '../../services/adapters/avro/codecs.ts';
import type { Codec } from '../../services/scoring/ports/codecs.ts';
import { TOPIC_TYPES } from './topics.ts';
import { valueOf } from './value-of-shape.ts';

const codecs = createCodecs();

describe.each(TOPIC_TYPES)('$name', ({ codec: key, shape }) => {
  const codec = codecs[key] as Codec<unknown>;

  test.each(['all', 'some', 'none'] as const)(
    'given any value with %s of its optional fields, when encoded and decoded, then it is the same, absent fields absent',
    (presence) => {
      fc.assert(
        fc.property(valueOf(shape, presence), (value) => {
          expect(codec.decode(codec.encode(value))).toStrictEqual(value);
        }),
        { numRuns: 200 },
      );
    },
  );
});
