import { describe, expect, test } from 'vitest';
import { createCodecs } from '../../services/adapters/avro/codecs.ts';
import { ordinaryDeclaration } from './ordinary-declaration.ts';

/** A tenth of what was measured on two busy cores: notices a codec that has become slow, not a machine that is. */
const LEAST_PER_SECOND = 8_000;
const WARM_UP = 3_000;
const MILLIS = 600;

const codec = createCodecs().declarationEvent;
const event = ordinaryDeclaration(4);
const bytes = codec.encode(event);

/** Calls in a second of processor time, which other processes do not take from us. */
function perSecond(act: () => unknown): number {
  for (let count = 0; count < WARM_UP; count += 1) act();
  const from = process.cpuUsage();
  const end = performance.now() + MILLIS;
  let calls = 0;
  for (; performance.now() < end; calls += 1) act();
  const { user, system } = process.cpuUsage(from);
  return Math.round((calls * 1_000_000) / (user + system));
}

describe('an ordinary export declaration of four items', () => {
  test.each([
    ['encoded', () => codec.encode(event)],
    ['decoded', () => codec.decode(bytes)],
  ])('given its %s form, when made again and again, then it is made fast enough', (what, act) => {
    const rate = perSecond(act);
    process.stdout.write(`${bytes.length} bytes ${what}: ${rate} a second\n`);
    expect(rate).toBeGreaterThan(LEAST_PER_SECOND);
  });
});
