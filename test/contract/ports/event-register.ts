import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { EventClaim, EventRegister } from '../../../services/scoring/ports/event-register.ts';

/** What every register of events must do, whatever it is kept in. */
export function eventRegisterContract(open: () => EventRegister): void {
  const claim = (offset: number, over: Partial<EventClaim> = {}): EventClaim => ({
    eventId: randomUUID(),
    declarationId: randomUUID(),
    eventType: 'lodged',
    version: 1,
    topic: 'declarations',
    partition: 0,
    offset: BigInt(offset),
    content: 'c0ffee',
    ...over,
  });
  const kinds = async (register: EventRegister, claims: readonly EventClaim[]): Promise<string[]> => (await register.claim(claims)).map((answer) => answer.claim);

  test('given a record that claimed an event, when it claims again, then it is granted again; at other coordinates it is a duplicate', async () => {
    const register = open();
    const first = claim(1);
    expect(await kinds(register, [first])).toEqual(['granted']);
    expect(await kinds(register, [first])).toEqual(['granted']);
    expect(await kinds(register, [{ ...first, offset: 2n }])).toEqual(['duplicate']);
    expect(await kinds(register, [{ ...first, partition: 1 }])).toEqual(['duplicate']);
  });

  test('given a record under the id of another, when it claims, then it is a duplicate that differs by what it says, in a batch of its own and in the same', async () => {
    const register = open();
    const first = claim(1);
    const again = { ...first, offset: 2n };
    const other = { ...first, offset: 3n, content: 'decaf' };
    const answers = [{ claim: 'granted' }, { claim: 'duplicate', differs: false }, { claim: 'duplicate', differs: true }];
    expect(await register.claim([first, again, other])).toMatchObject(answers);
    expect([...(await register.claim([first])), ...(await register.claim([again])), ...(await register.claim([other]))]).toMatchObject(answers);
  });

  test('given the same event twice in one batch, when claimed, then the first record speaks for it, also on retry', async () => {
    const register = open();
    const first = claim(1);
    const repeat = { ...first, offset: 2n };
    expect(await kinds(register, [first, repeat])).toEqual(['granted', 'duplicate']);
    expect(await kinds(register, [first, repeat])).toEqual(['granted', 'duplicate']);
  });

  test('given a released event, when a later record claims it, then it is granted and the earlier one is the duplicate', async () => {
    const register = open();
    const first = claim(1);
    await register.claim([first]);
    await register.release([first.eventId]);
    const redriven = { ...first, offset: 9n };
    expect(await kinds(register, [redriven])).toEqual(['granted']);
    expect(await kinds(register, [first])).toEqual(['duplicate']);
  });

  test('given earlier events of a declaration, when one is claimed, then prior holds what stands before it and nothing after it', async () => {
    const register = open();
    const declarationId = randomUUID();
    const lodged = claim(1, { declarationId });
    const amended = claim(2, { declarationId, eventType: 'amended', version: 2 });
    const cancelled = claim(3, { declarationId, eventType: 'cancelled', version: 2 });
    const answers = await register.claim([lodged, amended, cancelled]);
    const again = await register.claim([lodged, amended, cancelled]);
    expect(again).toEqual(answers);
    expect(answers.map((answer) => answer.claim === 'granted' && [answer.prior.events, answer.prior.highestVersion, answer.prior.cancelled])).toEqual([
      [0, 0, false],
      [1, 1, false],
      [2, 2, false],
    ]);
    const [after] = await register.claim([claim(4, { declarationId, eventType: 'amended', version: 3 })]);
    expect(after).toMatchObject({ claim: 'granted', prior: { events: 3, cancelled: true, lane: { state: 'unknown' } } });
  });
}
