import { expect, test } from 'vitest';
import { planDemo } from '../../../infra/demo/trade/plan-demo.ts';
import { generateTrade } from '../../../services/generator/generate-trade.ts';
import { day } from '../../harness/checked.ts';

const PLAN = planDemo({ seed: 4, declarations: 300, today: day('2026-11-22') });
const lastOf = (
  events: Iterable<{ readonly event: { readonly eventType: string; readonly occurredAt?: string } }>,
  type: string,
): string => [...events].filter(({ event }) => event.eventType === type).at(-1)?.event.occurredAt ?? '';

test('given a day, then no declaration of the demo is accepted on it or after', () => {
  expect(lastOf(generateTrade(PLAN.story), 'lodged') < '2026-11-22').toBe(true);
});

test('given the past, then it is legitimate, covers more than ninety days and ends before the story begins', () => {
  expect(PLAN.past.injected).toBe('none');
  expect(Date.parse(PLAN.story.from) - Date.parse(PLAN.past.from)).toBeGreaterThan(90 * 86_400_000);
  expect(lastOf(generateTrade(PLAN.past), 'lodged') < PLAN.story.from).toBe(true);
});

test('given the past and the story, then no declaration is in both', () => {
  const past = new Set([...generateTrade(PLAN.past)].map(({ event }) => event.declarationId));
  expect([...generateTrade(PLAN.story)].some(({ event }) => past.has(event.declarationId))).toBe(false);
});
