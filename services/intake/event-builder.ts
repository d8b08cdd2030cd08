import type { DeclarationEvent } from '../risk/declaration/declaration-event.ts';
import { TidewaiterError } from '../risk/failure/tidewaiter-error.ts';
import type { AmendmentBases } from './amendment-bases.ts';
import type { BufferedMessage } from './buffered-message.ts';
import { buildEvent, disambiguate, fingerprintOf, type EventFrame } from './build-event.ts';
import type { CustomsMessage, DeclarationDocument, DeclarationMessage, Notification } from './message.ts';
import type { Planned, PlannedEvent, SkippedMessage } from './planned.ts';

type Frame = Pick<EventFrame, 'eventType' | 'declarationId' | 'version'>;

/** Turns the plan of a batch into its events, one after the other; holds the latest state of each declaration that an amendment still waits for. */
export class EventBuilder {
  readonly #messageOf: (buffered: BufferedMessage) => CustomsMessage;
  readonly #waiting = new Map<string, number>();
  readonly #states = new Map<string, DeclarationDocument>();
  readonly #bases: AmendmentBases;

  /** @param messageOf reads a buffered message again */
  constructor(plan: readonly Planned[], bases: AmendmentBases, messageOf: (buffered: BufferedMessage) => CustomsMessage) {
    this.#bases = bases;
    this.#messageOf = messageOf;
    for (const one of plan) {
      if (one.kind === 'event' && one.eventType === 'amended') this.#waiting.set(one.declarationId, (this.#waiting.get(one.declarationId) ?? 0) + 1);
    }
  }

  /** Throws TDW_EVENT_IDENTITY for a message without reference, and whatever its content is refused with. */
  build(planned: Exclude<Planned, SkippedMessage>): DeclarationEvent {
    const message = this.#messageOf(planned.message);
    if (planned.kind === 'unidentified') throw unidentified(message);
    const { eventType, declarationId, version, versionSource } = planned;
    const frame = { eventType, declarationId, version };
    switch (message.kind) {
      case 'notification': return lifecycleEvent(frame, message);
      case 'other': throw new Error(`${message.name} cannot be an event`);
      case 'amendment': return withVersionSource(versionSource, this.#amended(frame, message));
      case 'replacement': return withVersionSource(versionSource, this.#replaced(frame, message));
      case 'cancellation': return cancellationEvent(frame, message);
      case 'lodgement': return this.#lodged(frame, message);
    }
  }

  #lodged(frame: Frame, { document, receivedAt }: DeclarationMessage): DeclarationEvent {
    const content = document.content();
    const event = buildEvent({ ...frame, completeness: 'whole', occurredAt: receivedAt ?? content.header.acceptanceDateTime }, content);
    if (this.#waiting.has(frame.declarationId)) this.#states.set(frame.declarationId, document);
    return event;
  }

  #amended(frame: Frame, { document, receivedAt, request }: DeclarationMessage): DeclarationEvent {
    const base = this.#states.get(frame.declarationId) ?? this.#bases.documentBefore(frame.declarationId, frame.version);
    const framed = { ...frame, occurredAt: receivedAt, message: request };
    const alone = buildEvent({ ...framed, completeness: 'partial' }, document.content());
    const merged = base?.amendedBy?.(document);
    if (merged === undefined) return alone;
    this.#advance(frame.declarationId, merged.document);
    return buildEvent({ ...framed, completeness: merged.complete ? 'whole' : 'partial' }, merged.document.content());
  }

  #replaced(frame: Frame, { document, receivedAt, request }: DeclarationMessage): DeclarationEvent {
    const event = buildEvent({ ...frame, completeness: 'whole', occurredAt: receivedAt, message: request }, document.content());
    this.#advance(frame.declarationId, document);
    return event;
  }

  /** The next amendment starts from this one's result; after the last, nothing is kept. */
  #advance(declarationId: string, state: DeclarationDocument): void {
    const left = (this.#waiting.get(declarationId) ?? 1) - 1;
    this.#waiting.set(declarationId, left);
    if (left === 0) this.#states.delete(declarationId);
    else this.#states.set(declarationId, state);
  }
}

/** Another batch may count another change as the same version: by what it says it has an id that no other has. */
function withVersionSource(source: PlannedEvent['versionSource'], event: DeclarationEvent): DeclarationEvent {
  const own = event.message?.functionalReferenceId;
  return source === 'sender' ? event : disambiguate(event, `change ${own === undefined ? '' : `${own} `}(${fingerprintOf(event)})`);
}

function unidentified(message: CustomsMessage): TidewaiterError {
  const line = 'document' in message ? message.document.line : undefined;
  const place = { element: 'Declaration', ...(line === undefined ? {} : { line }) };
  return new TidewaiterError('TDW_EVENT_IDENTITY', 'The declaration has neither MRN nor LRN.', { place });
}

function cancellationEvent(frame: Frame, { document, receivedAt, cause, request }: DeclarationMessage): DeclarationEvent {
  return buildEvent({ ...frame, completeness: 'partial', occurredAt: receivedAt, cause, message: request }, document.content());
}

function lifecycleEvent(frame: Frame, notification: Notification): DeclarationEvent {
  const { content, cause, occurredAt } = notification.lifecycle();
  return buildEvent({ ...frame, completeness: 'partial', occurredAt, cause, message: notification.request }, content);
}
