import { expect, test } from 'vitest';
import { eventIdOf } from '../../../services/risk/identity/derived-ids.ts';
import type { InboundRecord } from '../../../services/scoring/ports/stream.ts';
import { createValidateStep } from '../../../services/scoring/steps/validate-step.ts';
import { ordinaryEvent } from '../risk/ordinary-facts.ts';

const event = { ...ordinaryEvent, eventId: eventIdOf(ordinaryEvent) };

async function validated(key: string | null, changed: Partial<typeof event> = {}): Promise<unknown> {
  const record: InboundRecord = {
    topic: 'declarations',
    partition: 0,
    offset: 1n,
    timestamp: 0,
    key: key === null ? null : Buffer.from(key),
    value: Buffer.alloc(1),
    headers: {},
  };
  return (await createValidateStep()([{ record, event: { ...event, ...changed } }]))[0];
}

test('given an event under its declaration id, then it comes through', async () => {
  expect(await validated(event.declarationId)).toMatchObject({ kind: 'ok' });
});

test('given an event under another id or no key, then it is refused: order would be lost', async () => {
  expect(await validated('26GB0000000000000X')).toMatchObject({ kind: 'deadLetter', code: 'TDW_EVENT_KEY_MISMATCH' });
  expect(await validated(null)).toMatchObject({
    kind: 'deadLetter',
    code: 'TDW_EVENT_KEY_MISMATCH',
    message: expect.stringMatching(/has no key/) as string,
  });
});

test('given more than is wrong than is told, then the first five are, by path and without a value', async () => {
  const outcome = await validated(event.declarationId, {
    goodsItems: Array.from({ length: 7 }, () => ({ ...event.goodsItems[0]!, sequenceNumber: 0 })),
  });
  expect(outcome).toMatchObject({
    kind: 'deadLetter',
    code: 'TDW_EVENT_INVALID',
    message: expect.stringMatching(
      /^7 problem\(s\): goodsItems\[0\]\.sequenceNumber: out of range; .*goodsItems\[4\][^;]*$/,
    ) as string,
  });
});
