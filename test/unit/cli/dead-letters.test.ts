import { describe, expect, test } from 'vitest';
import { countByCode } from '../../../services/cli/commands/dead-letters/list-dead-letters.ts';
import { namedBy } from '../../../services/cli/commands/dead-letters/read-dead-letters.ts';
import { refusedAgain } from '../../../services/cli/commands/dead-letters/refused-again.ts';
import { sendable } from '../../../services/cli/commands/dead-letters/sendable.ts';
import type { DeadLetter } from '../../../services/risk/messages/dead-letter.ts';
import { instant } from '../../harness/checked.ts';

const letter = (deadLetterId: string, value?: Uint8Array): DeadLetter => ({
  deadLetterId,
  headers: [],
  input: { topic: 'customs.declarations', partition: 0, offset: 1 },
  code: value === undefined ? 'TDW_AVRO_EMPTY' : 'TDW_INTERNAL',
  message: '',
  step: 'decode',
  failedAt: instant('2026-11-22T08:00:00Z'),
  redrives: [],
  ...(value === undefined ? {} : { value }),
});
const [broken, empty] = [letter('broken', Buffer.from('x')), letter('empty')];

describe('what a redrive sends', () => {
  test('given dead letters that fit, then each with its bytes is sent and nothing is said', () => {
    expect(sendable([broken], {})).toEqual({ letters: [broken], complaints: [] });
  });

  test('given a record that came without bytes, then the others are sent and it is named', () => {
    expect(sendable([broken, empty], {})).toEqual({
      letters: [broken],
      complaints: ['empty (TDW_AVRO_EMPTY) holds no bytes: there is nothing to send again.'],
    });
  });

  test('given an id that names none, then the others are sent and the id is named', () => {
    expect(sendable([broken], { ids: ['broken', 'mistyped'] })).toMatchObject({
      letters: [broken],
      complaints: [expect.stringMatching(/^No dead letter mistyped fits/)],
    });
  });

  test('given a record that was sent twice and refused each time, then its newest dead letter is sent alone, and an older one where its id is named', () => {
    const sent = (earlier: DeadLetter): DeadLetter['redrives'][number] => ({
      at: instant('2026-11-22T09:00:00Z'),
      by: 'ops-17',
      reason: 'mended?',
      deadLetterId: earlier.deadLetterId,
    });
    const second = { ...letter('second', Buffer.from('x')), redrives: [sent(broken)] };
    const third = { ...letter('third', Buffer.from('x')), redrives: [...second.redrives, sent(second)] };

    expect(refusedAgain([third, broken, second])).toEqual(
      new Map([
        ['broken', 'third'],
        ['second', 'third'],
      ]),
    );
    expect(sendable([broken, second, third], {}).letters).toEqual([third]);
    expect(sendable([broken, second, third], { ids: ['second'] })).toEqual({ letters: [second], complaints: [] });
  });

  test('given nothing fits, then that is said', () => {
    expect(sendable([empty], { code: 'TDW_INTERNAL' })).toEqual({ letters: [], complaints: ['No dead letter fits.'] });
  });
});

describe('which dead letters an id names', () => {
  const [one, other] = [
    letter('3f2a9c10-0000-5000-8000-000000000001', Buffer.from('x')),
    letter('3f2a9c10-0000-5000-8000-000000000002', Buffer.from('y')),
  ];

  test('given the id as a list cuts it short, then the one that begins with it', () => {
    expect(namedBy([one, broken], '3f2a9c10')).toEqual([one]);
    expect(sendable([one, broken], { ids: ['3f2a9c10'] })).toEqual({ letters: [one], complaints: [] });
  });

  test('given less than a list shows, then none', () => {
    expect(namedBy([one], '3f2a9c1')).toEqual([]);
  });

  test('given a beginning of several, then none is sent and all of them are named', () => {
    expect(sendable([one, other], { ids: ['3f2a9c10'] })).toEqual({
      letters: [],
      complaints: [`3f2a9c10 begins 2 ids (${one.deadLetterId}, ${other.deadLetterId}): give more of it.`],
    });
  });
});

describe('dead letters by code', () => {
  test('given a record that was sent again and refused anew, then two dead letters of one record, the most frequent code first', () => {
    const again = {
      ...letter('again', Buffer.from('x')),
      failedAt: instant('2026-11-22T10:00:00Z'),
      redrives: [{ at: instant('2026-11-22T09:00:00Z'), by: 'ops-17', reason: 'mended?', deadLetterId: 'broken' }],
    };

    expect(countByCode([empty, again, broken])).toEqual([
      { code: 'TDW_INTERNAL', deadLetters: 2, records: 1, first: '2026-11-22T08:00:00Z', last: '2026-11-22T10:00:00Z' },
      {
        code: 'TDW_AVRO_EMPTY',
        deadLetters: 1,
        records: 1,
        first: '2026-11-22T08:00:00Z',
        last: '2026-11-22T08:00:00Z',
      },
    ]);
  });
});
