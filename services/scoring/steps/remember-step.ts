import { ok, type Step } from '../flow/step.ts';
import type { EventRegister } from '../ports/event-register.ts';
import type { Assessed } from './assess-step.ts';

/** Keeps each answer for the events of the same declaration that come after: audit may be behind. */
export function createRememberStep(deps: { readonly register: EventRegister }): Step<Assessed, Assessed> {
  return async function remember(entries) {
    await deps.register.remember(new Map(entries.map(({ event, answer }) => [event.eventId, answer])));
    return entries.map(ok);
  };
}
