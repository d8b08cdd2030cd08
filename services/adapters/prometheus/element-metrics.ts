import { Counter, type Registry } from 'prom-client';
import { SOURCE_FORMATS } from '../../risk/declaration/source-format.ts';
import { isUnread } from '../../risk/declaration/unread/unread-elements.ts';
import type { Emitted } from '../../scoring/steps/emit.ts';
import { oneOf } from './bounded-label.ts';
import type { Read } from './committed-batches.ts';
import { LabelTally } from './tally.ts';

/** Of events whose publisher does not say what it read them from. */
const NO_FORMAT = 'none';

/** How much of what was declared the readers took in. */
export function elementMetrics(registry: Registry): Read<readonly Emitted[]> {
  const elements = new Counter({
    name: 'tidewaiter_elements_total',
    help: 'Elements of declarations that a field of the event holds or that change nothing (read), and those of goods, parties, documents, values or route that none holds (unread).',
    labelNames: ['format', 'state'] as const,
    registers: [registry],
  });
  const formatOf = oneOf([...SOURCE_FORMATS, NO_FORMAT]);
  return (answered) => {
    const states = new LabelTally<'format' | 'state'>();
    for (const {
      facts: {
        event: { source, otherElements },
      },
    } of answered) {
      const format = formatOf(source?.format ?? NO_FORMAT);
      const unread = otherElements.length === 0 ? 0 : otherElements.filter(isUnread).length;
      states.add({ format, state: 'unread' }, unread);
      states.add({ format, state: 'read' }, Math.max((source?.elements ?? 0) - unread, 0));
    }
    return () => states.addTo(elements);
  };
}
