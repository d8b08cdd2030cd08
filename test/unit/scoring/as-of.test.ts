import { describe, expect, test } from 'vitest';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { createCalendar } from '../../../services/risk/declaration/local-day.ts';
import { asOf } from '../../../services/scoring/facts/draft-facts.ts';
import { instant } from '../../harness/checked.ts';

const event = (times: Partial<DeclarationEvent>): DeclarationEvent => ({ eventId: 'e', ...times }) as DeclarationEvent;
const ARRIVED = instant('2026-03-05T12:00:00Z');
const london = createCalendar('Europe/London');

describe('the day a declaration is judged by', () => {
  test('given all times, when asked, then acceptance comes before the event, the event before a given time, and arrival is last', () => {
    const acceptanceDateTime = instant('2026-03-01T10:00:00Z');
    const occurredAt = instant('2026-03-02T10:00:00Z');
    const given = instant('2026-03-03T10:00:00Z');
    expect(asOf(event({ acceptanceDateTime, occurredAt }), ARRIVED, given, london)).toEqual({
      instant: acceptanceDateTime,
      day: '2026-03-01',
      source: 'acceptance',
    });
    expect(asOf(event({ occurredAt }), ARRIVED, given, london).source).toBe('event');
    expect(asOf(event({}), ARRIVED, given, london).source).toBe('given');
    expect(asOf(event({}), ARRIVED, undefined, london)).toEqual({
      instant: ARRIVED,
      day: '2026-03-05',
      source: 'arrival',
    });
  });

  test('given half past midnight in London in summer, when the day is asked, then it is the day there and not the day of UTC', () => {
    expect(london(instant('2026-07-01T23:30:00Z'))).toBe('2026-07-02');
    expect(createCalendar('America/New_York')(instant('2026-07-02T03:30:00Z'))).toBe('2026-07-01');
  });
});
