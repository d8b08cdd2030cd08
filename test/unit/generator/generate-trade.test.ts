import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { DIFFICULTIES, FRAUD_PATTERNS, type LabelledDeclaration } from '../../../services/generator/fraud/label.ts';
import { generateTrade, type TradeOptions } from '../../../services/generator/generate-trade.ts';
import { validateEvent } from '../../../services/risk/declaration/validate.ts';
import { day } from '../../harness/checked.ts';

const AUTUMN: TradeOptions = {
  seed: 11,
  declarations: 2000,
  from: day('2026-10-05'),
  authorityCountry: 'US',
  perDay: 400,
};
const trade = (options: Partial<TradeOptions> = {}): readonly LabelledDeclaration[] => [
  ...generateTrade({ ...AUTUMN, ...options }),
];
const digest = (declarations: readonly LabelledDeclaration[]): string =>
  createHash('sha256').update(JSON.stringify(declarations)).digest('hex');
const ALL = trade();
const LODGED = ALL.filter(({ event }) => event.eventType === 'lodged');

test('given a seed, when the trade is generated twice, then it is the same to the byte; with another seed it is not', () => {
  expect(digest(trade())).toBe(digest(ALL));
  expect(digest(trade({ seed: 12 }))).not.toBe(digest(ALL));
});

test("given a longer run, then its first declarations are the shorter run's", () => {
  const shorter = trade({ declarations: 700 }).filter(({ event }) => event.eventType === 'lodged');
  expect(digest(LODGED.slice(0, 700))).toBe(digest(shorter));
});

test('given any event, then it can be judged: it passes validation', () => {
  expect(ALL.flatMap(({ event }) => validateEvent(event))).toEqual([]);
});

test('given the stream, then times never go back and no event id comes twice', () => {
  const times = ALL.map(({ event }) => Date.parse(event.occurredAt ?? ''));
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(new Set(ALL.map(({ event }) => event.eventId)).size).toBe(ALL.length);
});

test('given 2,000 declarations, then each fraud pattern is injected twice in each difficulty and has four look-alikes', () => {
  for (const pattern of FRAUD_PATTERNS) {
    for (const difficulty of DIFFICULTIES)
      expect(
        LODGED.filter(
          ({ label }) => label.kind === 'fraud' && label.pattern === pattern && label.difficulty === difficulty,
        ),
      ).toHaveLength(2);
    expect(LODGED.filter(({ label }) => label.kind === 'hardNegative' && label.pattern === pattern)).toHaveLength(4);
  }
});

test('given legitimate history only, then nothing is injected', () => {
  expect(trade({ injected: 'none' }).every(({ label }) => label.kind === 'ordinary')).toBe(true);
});

test('given the stream, then declarations are amended, cancelled and exited, always after they were lodged', () => {
  const seen = new Set<string>();
  for (const { event } of ALL) {
    if (event.eventType === 'lodged') seen.add(event.declarationId);
    else expect(seen).toContain(event.declarationId);
  }
  expect(new Set(ALL.map(({ event }) => event.eventType))).toEqual(
    new Set(['lodged', 'amended', 'cancelled', 'exited']),
  );
});

test.each([1, 10, 100, 999])(
  'given %d items a declaration, then every declaration has them, numbered from one',
  (items) => {
    for (const { event } of trade({ declarations: 3, itemsPerDeclaration: items, injected: 'none' })) {
      if (event.eventType !== 'lodged') continue;
      expect(event.goodsItems.map((item) => item.sequenceNumber)).toEqual(
        Array.from({ length: items }, (_, index) => index + 1),
      );
      expect(validateEvent(event)).toEqual([]);
    }
  },
);

test('given one run after another, then no reference is used twice', () => {
  const later = trade({ firstSerial: AUTUMN.declarations, declarations: 500, from: day('2026-10-10') });
  const earlier = new Set(LODGED.map(({ event }) => event.declarationId));
  expect(later.filter(({ event }) => event.eventType === 'lodged' && earlier.has(event.declarationId))).toEqual([]);
});
