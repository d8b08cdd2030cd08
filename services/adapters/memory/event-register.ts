import { answerClaims, type RegisteredEvent } from '../../scoring/claims/answer-claims.ts';
import type { EventClaim, EventRegister } from '../../scoring/ports/event-register.ts';

/** The register of events in this process alone: for offline commands and tests. Forgets everything at its end. */
export function createMemoryEventRegister(): EventRegister {
  const events = new Map<string, RegisteredEvent>();
  return {
    claim: (claims) => {
      const granted = new Set(claims.filter((claim) => isFree(events.get(claim.eventId), claim)).map((claim) => claim.eventId));
      const answers = answerClaims(claims, granted, [...events.values()]);
      claims.forEach((claim, index) => {
        if (answers[index]!.claim === 'granted') events.set(claim.eventId, { ...claim, assessed: events.get(claim.eventId)?.assessed });
      });
      return Promise.resolve(answers);
    },
    release: (eventIds) => {
      for (const id of eventIds) events.delete(id);
      return Promise.resolve();
    },
  };
}

function isFree(known: EventClaim | undefined, claim: EventClaim): boolean {
  return known === undefined || (known.topic === claim.topic && known.partition === claim.partition && known.offset === claim.offset);
}
