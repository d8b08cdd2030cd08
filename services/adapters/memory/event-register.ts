import {
  answerClaims,
  type EventClaim,
  type EventRegister,
  type RegisteredEvent,
} from '../../scoring/ports/event-register.ts';
import type { MemoryLicenceLedger } from './licence-ledger.ts';

/** The register of events in this process alone, beside the ledger that its events write off in: for offline commands and tests. Forgets everything at its end. */
export function createMemoryEventRegister(ledger: Pick<MemoryLicenceLedger, 'release'>): EventRegister {
  const events = new Map<string, RegisteredEvent>();
  const byDeclaration = new Map<string, Set<string>>();
  const ofDeclarations = (claims: readonly EventClaim[]): RegisteredEvent[] =>
    [...new Set(claims.map((claim) => claim.declarationId))].flatMap((id) =>
      [...(byDeclaration.get(id) ?? [])].flatMap((eventId) => events.get(eventId) ?? []),
    );
  return {
    claim: (claims) => {
      const granted = new Set(
        claims.filter((claim) => isFree(events.get(claim.eventId), claim)).map((claim) => claim.eventId),
      );
      const answers = answerClaims(claims, granted, ofDeclarations(claims));
      claims.forEach((claim, index) => {
        if (answers[index]!.claim !== 'granted') return;
        events.set(claim.eventId, { ...claim, answer: events.get(claim.eventId)?.answer });
        byDeclaration.set(
          claim.declarationId,
          (byDeclaration.get(claim.declarationId) ?? new Set()).add(claim.eventId),
        );
      });
      return Promise.resolve(answers);
    },
    remember: (answers) => {
      for (const [id, answer] of answers) {
        const event = events.get(id);
        if (event !== undefined) events.set(id, { ...event, answer });
      }
      return Promise.resolve();
    },
    release: (eventIds) => {
      for (const id of eventIds) events.delete(id);
      ledger.release(eventIds);
      return Promise.resolve();
    },
  };
}

function isFree(known: RegisteredEvent | undefined, claim: EventClaim): boolean {
  return (
    known === undefined ||
    (known.topic === claim.topic && known.partition === claim.partition && known.offset === claim.offset)
  );
}
