import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Licence } from '../../../services/risk/facts/facts.ts';
import type { PlannedWriteOff } from '../../../services/risk/licensing/write-off.ts';
import { priorEvents } from '../../../services/scoring/facts/draft-facts.ts';
import type {
  ClaimAnswer,
  EventAnswer,
  EventClaim,
  EventRegister,
} from '../../../services/scoring/ports/event-register.ts';
import type { LicenceLedger } from '../../../services/scoring/ports/licence-ledger.ts';
import { decimal } from '../../harness/checked.ts';

/** A register and the ledger beside it that its events write off in. */
export interface Books {
  readonly register: EventRegister;
  readonly ledger: LicenceLedger;
}

/** What every register of events must do, whatever it is kept in. `openBooks` gives one over a register that holds the licences. */
export function eventRegisterContract(openBooks: (licences: readonly Licence[]) => Promise<Books>): void {
  const open = async (): Promise<EventRegister> => (await openBooks([])).register;
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
  const kinds = async (register: EventRegister, claims: readonly EventClaim[]): Promise<string[]> =>
    (await register.claim(claims)).map((answer) => answer.claim);

  test('given a record that claimed an event, when it claims again, then it is granted again; at other coordinates it is a duplicate', async () => {
    const register = await open();
    const first = claim(1);
    expect(await kinds(register, [first])).toEqual(['granted']);
    expect(await kinds(register, [first])).toEqual(['granted']);
    expect(await kinds(register, [{ ...first, offset: 2n }])).toEqual(['duplicate']);
    expect(await kinds(register, [{ ...first, partition: 1 }])).toEqual(['duplicate']);
  });

  test('given a record under the id of another, when it claims, then it is a duplicate that differs by what it says, in a batch of its own and in the same', async () => {
    const register = await open();
    const first = claim(1);
    const again = { ...first, offset: 2n };
    const other = { ...first, offset: 3n, content: 'decaf' };
    const answers = [
      { claim: 'granted' },
      { claim: 'duplicate', differs: false },
      { claim: 'duplicate', differs: true },
    ];
    expect(await register.claim([first, again, other])).toMatchObject(answers);
    expect([
      ...(await register.claim([first])),
      ...(await register.claim([again])),
      ...(await register.claim([other])),
    ]).toMatchObject(answers);
  });

  test('given the same event twice in one batch, when claimed, then the first record speaks for it, also on retry', async () => {
    const register = await open();
    const first = claim(1);
    const repeat = { ...first, offset: 2n };
    expect(await kinds(register, [first, repeat])).toEqual(['granted', 'duplicate']);
    expect(await kinds(register, [first, repeat])).toEqual(['granted', 'duplicate']);
  });

  test('given a released event, when a later record claims it, then it is granted and the earlier one is the duplicate', async () => {
    const register = await open();
    const first = claim(1);
    await register.claim([first]);
    await register.release([first.eventId]);
    const redriven = { ...first, offset: 9n };
    expect(await kinds(register, [redriven])).toEqual(['granted']);
    expect(await kinds(register, [first])).toEqual(['duplicate']);
  });

  test('given earlier events of a declaration, when one is claimed, then prior holds what stands before it and nothing after it', async () => {
    const register = await open();
    const declarationId = randomUUID();
    const lodged = claim(1, { declarationId });
    const amended = claim(2, { declarationId, eventType: 'amended', version: 2 });
    const cancelled = claim(3, { declarationId, eventType: 'cancelled', version: 2 });
    const answers = await register.claim([lodged, amended, cancelled]);
    const again = await register.claim([lodged, amended, cancelled]);
    expect(again).toEqual(answers);
    expect(
      answers.map((answer) => priorIn(answer)).map((prior) => [prior.events, prior.highestVersion, prior.cancelled]),
    ).toEqual([
      [0, 0, false],
      [1, 1, false],
      [2, 2, false],
    ]);
    const [after] = await register.claim([claim(4, { declarationId, eventType: 'amended', version: 3 })]);
    expect(priorIn(after)).toMatchObject({ events: 3, cancelled: true, lane: { state: 'unknown' } });
  });

  test('given answers that are remembered, when the declaration is cancelled, then its strictest lane and its last case are known', async () => {
    const register = await open();
    const declarationId = randomUUID();
    const [lodged, amended] = [
      claim(1, { declarationId }),
      claim(2, { declarationId, eventType: 'amended', version: 2 }),
    ];
    await register.claim([lodged, amended]);
    await register.remember(
      new Map<string, EventAnswer>([
        [lodged.eventId, { kind: 'risk', lane: 'red', referred: CASE }],
        [amended.eventId, { kind: 'risk', lane: 'green' }],
      ]),
    );
    const cancelled = claim(3, { declarationId, eventType: 'cancelled', version: 2 });
    expect(priorIn((await register.claim([cancelled]))[0])).toMatchObject({
      lane: { state: 'found', value: 'red' },
      referred: CASE,
    });
  });

  test('given an answer that was remembered and is remembered anew, when asked, then the last word stands', async () => {
    const register = await open();
    const lodged = claim(1);
    await register.claim([lodged]);
    await register.remember(
      new Map<string, EventAnswer>([[lodged.eventId, { kind: 'risk', lane: 'red', referred: CASE }]]),
    );
    await register.remember(new Map<string, EventAnswer>([[lodged.eventId, { kind: 'risk', lane: 'blue' }]]));
    const prior = priorIn(
      (await register.claim([claim(2, { declarationId: lodged.declarationId, eventType: 'cancelled' })]))[0],
    );
    expect(prior.lane).toMatchObject({ state: 'found', value: 'blue' });
    expect(prior.referred).toBeUndefined();
  });

  test('given an answered event that ends as a dead letter after all, when it is redriven, then nothing of its answer is left', async () => {
    const register = await open();
    const lodged = claim(1);
    await register.claim([lodged]);
    await register.remember(
      new Map<string, EventAnswer>([[lodged.eventId, { kind: 'risk', lane: 'red', referred: CASE }]]),
    );
    await register.release([lodged.eventId]);
    const [, after] = await register.claim([
      { ...lodged, offset: 8n },
      claim(9, { declarationId: lodged.declarationId, eventType: 'cancelled' }),
    ]);
    expect(priorIn(after)).toMatchObject({ events: 1, lane: { state: 'unknown' } });
  });

  describe('the write-offs of an event that becomes a dead letter', () => {
    const LICENSED = 10;
    const licence = (): Licence => ({
      id: `L${randomUUID().slice(0, 8).toUpperCase()}`,
      status: 'issued',
      lines: [{ line: 1, destinations: [], quantity: decimal(String(LICENSED)), unit: 'KGM' }],
      revision: 1,
    });
    const scene = async () => {
      const held = licence();
      const { register, ledger } = await openBooks([held]);
      const writeOff = (quantity: string, declarationId: string = randomUUID()): PlannedWriteOff => ({
        eventId: randomUUID(),
        declarationId,
        item: 1,
        document: 0,
        licenceId: held.id,
        line: 1,
        quantity: decimal(quantity),
        unit: 'KGM',
      });
      /** What is left on the licence, by a write-off of nothing that is undone. */
      const left = async (): Promise<number> => {
        const probe = writeOff('0');
        const [answer] = await ledger.reserve([probe]);
        await register.release([probe.eventId]);
        return Number(answer!.remaining);
      };
      return { register, ledger, writeOff, left };
    };

    test('given a lodgement, an amendment in its place and a second one, when they end as dead letters from the last on, then what stood before counts again each time', async () => {
      const { register, ledger, writeOff, left } = await scene();
      const lodged = writeOff('7');
      const [amended, amendedAgain] = [writeOff('2', lodged.declarationId), writeOff('1', lodged.declarationId)];
      await ledger.reserve([lodged, amended, amendedAgain]);
      expect(await left()).toBe(9);
      await register.release([amendedAgain.eventId]);
      expect(await left()).toBe(8);
      await register.release([amended.eventId]);
      expect(await left()).toBe(3);
      expect(
        await ledger.reserve([{ ...amended, quantity: decimal('4') }]),
        'redriven, it is answered anew',
      ).toMatchObject([{ enough: 'yes', remaining: '10' }]);
      await register.release([lodged.eventId]);
      expect(await left()).toBe(6);
    });

    test('given two amendments, when the first ends as a dead letter after the second wrote off, then only the second counts', async () => {
      const { register, ledger, writeOff, left } = await scene();
      const lodged = writeOff('3');
      const amended = writeOff('2', lodged.declarationId);
      await ledger.reserve([lodged, amended, writeOff('1', lodged.declarationId)]);
      await register.release([amended.eventId]);
      expect(await left()).toBe(LICENSED - 1);
    });

    test('given two amendments that follow each other, when both end as dead letters of one batch, then the lodgement counts again', async () => {
      const { register, ledger, writeOff, left } = await scene();
      const lodged = writeOff('7');
      const [amended, amendedAgain] = [writeOff('2', lodged.declarationId), writeOff('1', lodged.declarationId)];
      await ledger.reserve([lodged, amended, amendedAgain]);
      await register.release([amended.eventId, amendedAgain.eventId]);
      expect(await left()).toBe(LICENSED - 7);
    });

    test('given an event of another declaration, when one becomes a dead letter, then its write-offs stay', async () => {
      const { register, ledger, writeOff, left } = await scene();
      const [one, other] = [writeOff('7'), writeOff('2')];
      await ledger.reserve([one, other]);
      await register.release([one.eventId]);
      expect(await left()).toBe(LICENSED - 2);
    });
  });
}

const CASE = {
  referralId: 'c0ffee00-0000-5000-8000-000000000001',
  direction: 'export',
  officeId: 'GB000051',
  transport: { itineraries: [] },
  containers: [],
  items: [{ sequenceNumber: 1, commodityCode: '84198120', description: 'Espresso machines' }],
} as const;

function priorIn(answer: ClaimAnswer | undefined): ReturnType<typeof priorEvents> {
  if (answer?.claim !== 'granted') throw new Error('not granted');
  return priorEvents(answer.earlier);
}
