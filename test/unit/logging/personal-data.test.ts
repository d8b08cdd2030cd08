import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../services/adapters/logging/create-log.ts';
import { errorFields, reasonIn } from '../../../services/adapters/logging/error-fields.ts';
import { type FieldsOf, LOG_EVENTS, type LogEventName } from '../../../services/adapters/logging/log-events.ts';
import { LOG_FIELDS, WITHHELD } from '../../../services/adapters/logging/log-fields.ts';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';

/** What a declaration knows of people and firms. */
const PERSONAL = [
  'Ada Lovelace',
  'LOVELACE',
  "O'Neill & Sons Ltd",
  'GB123456789000',
  'LRN:GB123456789000:ABC-1',
  '12 Harbour Road, Dover',
  'CT17 9BU',
  '+44 20 7946 0000',
  'ada@example.org',
  'MRN24GB7C83MPL4R1',
  'ECONNREFUSED Ada Lovelace',
  '李小龙',
];
const EVENTS = Object.keys(LOG_EVENTS) as LogEventName[];

function logged(name: LogEventName, fields: Record<string, unknown>): string {
  const lines: string[] = [];
  createLog('debug', { write: (line) => void lines.push(line) })(name, fields as FieldsOf<LogEventName>);
  return lines.join('');
}

describe('a log line', () => {
  it('of any event holds no personal data, whatever its fields are given', () => {
    for (const name of EVENTS) {
      for (const secret of PERSONAL) {
        const everywhere = Object.fromEntries(
          [...Object.keys(LOG_FIELDS), 'message', 'msg', 'declarationId', 'name'].map((field) => [field, secret]),
        );
        const line = logged(name, everywhere);
        expect(line, `${name} with ${secret}`).not.toContain(secret);
        expect(JSON.parse(line)).toMatchObject({ event: name, msg: LOG_EVENTS[name].says });
      }
    }
  });

  it('of any event keeps no text that does not have the form of its field', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EVENTS),
        fc.string({ minLength: 3 }).filter((text) => /[^A-Za-z0-9_.-]/.test(text)),
        (name, text) => {
          const fields = JSON.parse(
            logged(name, Object.fromEntries(Object.keys(LOG_FIELDS).map((field) => [field, text]))),
          ) as Record<string, unknown>;
          for (const field of LOG_EVENTS[name].fields) expect(fields[field]).toBe(WITHHELD);
        },
      ),
    );
  });

  it('keeps what an operator needs', () => {
    const line = logged('event.deadLettered', {
      code: 'TDW_INTERNAL',
      step: 'decode',
      partition: 3,
      offset: 12n,
      eventId: '6fa459ea-ee8a-3ca4-894e-db77e160355e',
    });
    expect(JSON.parse(line)).toMatchObject({
      level: 'warn',
      event: 'event.deadLettered',
      code: 'TDW_INTERNAL',
      step: 'decode',
      partition: 3,
      offset: '12',
      eventId: '6fa459ea-ee8a-3ca4-894e-db77e160355e',
    });
  });

  it('names a topic, as installations name them', () => {
    const line = logged('partition.recordsLost', {
      code: 'TDW_KAFKA_RECORDS_LOST',
      part: 'scoring',
      topic: 'customs.declarations',
      partition: 3,
      from: 12n,
      to: 60n,
    });
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      topic: 'customs.declarations',
      partition: 3,
      from: '12',
      to: '60',
    });
  });

  it('is left out below its level', () => {
    const lines: string[] = [];
    createLog('warn', { write: (line) => void lines.push(line) })('process.stopping', { signal: 'SIGTERM' });
    expect(lines).toEqual([]);
  });
});

describe('an error in a log', () => {
  it('is its code, class and reason, never its message', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED ada@example.org'), { code: 'ECONNREFUSED' });
    expect(errorFields(new TidewaiterError('TDW_INTERNAL', 'Ada Lovelace', { cause }))).toEqual({
      code: 'TDW_INTERNAL',
      errorClass: 'TidewaiterError',
      reason: 'ECONNREFUSED',
    });
  });

  it('of a client library is only the name of the error', () => {
    expect(reasonIn('Connection error: connect ECONNREFUSED 127.0.0.1:9092')).toBe('ECONNREFUSED');
    expect(reasonIn('Response Heartbeat: REBALANCE_IN_PROGRESS for Ada')).toBe('REBALANCE_IN_PROGRESS');
    expect(reasonIn('The group of Ada is rebalancing')).toBeUndefined();
  });
});
