import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LabelledDeclaration } from '../../../services/generator/fraud/label.ts';
import { DueEvents } from '../../../services/generator/lifecycle/due-events.ts';

const told = (at: number): LabelledDeclaration =>
  ({ event: { occurredAt: String(at) }, label: { kind: 'ordinary', note: '' } }) as unknown as LabelledDeclaration;

test('given events due at any times, when asked until a time, then exactly those due come, in order, and the rest later', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100)), fc.nat(100), (times, until) => {
      const due = new DueEvents();
      for (const at of times) due.add({ at, make: () => told(at) });
      const first = [...due.until(until)].map(({ event }) => Number(event.occurredAt));
      const rest = [...due.until(Infinity)].map(({ event }) => Number(event.occurredAt));
      const sorted = [...times].sort((a, b) => a - b);
      expect(first).toEqual(sorted.filter((at) => at <= until));
      expect(rest).toEqual(sorted.filter((at) => at > until));
    }),
  );
});
