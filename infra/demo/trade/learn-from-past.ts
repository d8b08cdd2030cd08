import { observeDeclaration } from '../../../services/reference/learning/declared-items.ts';
import { learnUsual, USUAL_MINIMUM_COUNT } from '../../../services/reference/learning/learn-usual.ts';
import type { Observation } from '../../../services/reference/learning/observation.ts';
import { rateOfDay } from '../../../services/reference/learning/rate-of-day.ts';
import { usualSnapshot } from '../../../services/reference/learning/usual-snapshot.ts';
import type { SealedSnapshot } from '../../../services/reference/snapshot/snapshot.ts';
import { type Day, utcDayOf } from '../../../services/risk/declaration/day.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import type { Authority } from '../../../services/risk/facts/facts.ts';
import type { ReferenceData } from '../../../services/risk/look-up/reference-data.ts';

/** What goods usually cost and weigh in this authority's own past declarations: its own history in place of the set that is shipped. */
export function learnFromPast(
  past: readonly DeclarationEvent[],
  authority: Authority,
  reference: ReferenceData,
): SealedSnapshot {
  const learned = learnUsual(observations(past), {
    currency: authority.currency,
    rate: rateOfDay(reference),
    minimumCount: USUAL_MINIMUM_COUNT,
  });
  return usualSnapshot(learned, {
    source: 'past declarations of the demo, made up from a seed',
    lastDay: dayOf(past.at(-1)),
    licence: 'own work',
    madeBy: 'infra/demo/trade/learn-from-past.ts',
  });
}

function* observations(past: readonly DeclarationEvent[]): Generator<Observation> {
  for (const event of past) yield* observeDeclaration(event, dayOf(event));
}

const dayOf = (event: DeclarationEvent | undefined): Day => utcDayOf(Date.parse(event?.occurredAt ?? ''));
