import type { DeclarationEvent } from '../risk/declaration/declaration-event.ts';
import { TidewaiterError } from '../risk/failure/tidewaiter-error.ts';
import type { AmendmentBases, Base } from './amendment-bases.ts';
import type { BufferedMessage } from './buffered-message.ts';
import { buildEvent, disambiguate, type EventFrame, fingerprintOf } from './build-event.ts';
import type { Amended, CustomsMessage, DeclarationMessage, Notification } from './message.ts';
import type { Planned, PlannedEvent, SkippedMessage } from './planned.ts';

type Frame = Pick<EventFrame, 'eventType' | 'declarationId' | 'version'>;

/** Turns the plan of a batch into its events, one after the other; holds the latest state of each declaration that an amendment still waits for. */
export class EventBuilder {
  readonly #messageOf: (buffered: BufferedMessage) => CustomsMessage;
  /** By group. */
  readonly #waiting = new Map<string, number>();
  readonly #states = new Map<string, Amended>();
  readonly #bases: AmendmentBases;

  readonly #timeZone: string;

  /** @param messageOf reads a buffered message again @param timeZone of the authority: in which a day begins */
  constructor(
    plan: readonly Planned[],
    bases: AmendmentBases,
    messageOf: (buffered: BufferedMessage) => CustomsMessage,
    timeZone: string,
  ) {
    this.#timeZone = timeZone;
    this.#bases = bases;
    this.#messageOf = messageOf;
    for (const one of plan) {
      if (one.kind === 'event' && one.eventType === 'amended')
        this.#waiting.set(one.group, (this.#waiting.get(one.group) ?? 0) + 1);
    }
  }

  /** Throws TDW_EVENT_IDENTITY for a message without reference, and whatever its content is refused with. */
  build(planned: Exclude<Planned, SkippedMessage>): DeclarationEvent {
    const message = this.#messageOf(planned.message);
    if (planned.kind === 'unidentified') throw unidentified(message);
    const { eventType, declarationId, version } = planned;
    const frame = { eventType, declarationId, version };
    switch (message.kind) {
      case 'notification':
        return apart(lifecycleEvent(frame, message, this.#timeZone), planned.contradiction);
      case 'other':
        throw new Error(`${message.name} cannot be an event`);
      case 'amendment':
        return this.#change(planned, () => this.#amended(planned, frame, message));
      case 'replacement':
        return this.#change(planned, () => this.#replaced(planned, frame, message));
      case 'cancellation':
        return apart(cancellationEvent(frame, message, this.#timeZone), planned.contradiction);
      case 'lodgement':
        return this.#lodged(planned, frame, message);
    }
  }

  #lodged({ group }: PlannedEvent, frame: Frame, { document, receivedAt }: DeclarationMessage): DeclarationEvent {
    const content = document.content();
    const event = buildEvent(
      { ...frame, completeness: 'whole', occurredAt: receivedAt ?? content.header.acceptanceDateTime },
      content,
      this.#timeZone,
    );
    if (this.#waiting.has(group)) this.#states.set(group, { document, complete: true });
    return event;
  }

  /** A change that cannot be read leaves open what the declaration is after it. */
  #change({ group }: PlannedEvent, build: () => DeclarationEvent): DeclarationEvent {
    try {
      return build();
    } catch (error) {
      const state = this.#states.get(group);
      if (state !== undefined) this.#states.set(group, { ...state, complete: false });
      throw error;
    }
  }

  #amended(
    planned: PlannedEvent,
    frame: Frame,
    { document, receivedAt, request }: DeclarationMessage,
  ): DeclarationEvent {
    const framed = { ...frame, occurredAt: receivedAt, message: request };
    const alone = buildEvent({ ...framed, completeness: 'partial' }, document.content(), this.#timeZone);
    const base = this.#baseOf(planned);
    if (base !== undefined && 'contradiction' in base) return apart(alone, base.contradiction);
    const merged = base?.document.amendedBy?.(document);
    if (base === undefined || merged === undefined) return withVersionSource(planned, alone);
    const complete = base.complete && merged.complete;
    const event = buildEvent(
      { ...framed, completeness: complete ? 'whole' : 'partial' },
      merged.document.content(),
      this.#timeZone,
    );
    this.#advance(planned.group, { document: merged.document, complete });
    return withVersionSource(planned, event);
  }

  #baseOf({ group, version, contradiction }: PlannedEvent): Base {
    if (contradiction !== undefined) return { contradiction };
    return this.#states.get(group) ?? this.#bases.baseOf(group, version);
  }

  #replaced(
    planned: PlannedEvent,
    frame: Frame,
    { document, receivedAt, request }: DeclarationMessage,
  ): DeclarationEvent {
    const { contradiction, group } = planned;
    const framed = { ...frame, occurredAt: receivedAt, message: request };
    if (contradiction !== undefined)
      return apart(
        buildEvent({ ...framed, completeness: 'partial' }, document.content(), this.#timeZone),
        contradiction,
      );
    const event = buildEvent({ ...framed, completeness: 'whole' }, document.content(), this.#timeZone);
    this.#advance(group, { document, complete: true });
    return withVersionSource(planned, event);
  }

  /** The next amendment starts from this one's result; after the last, nothing is kept. */
  #advance(group: string, state: Amended): void {
    const left = (this.#waiting.get(group) ?? 1) - 1;
    this.#waiting.set(group, left);
    if (left === 0) this.#states.delete(group);
    else this.#states.set(group, state);
  }
}

/** Another batch may count another change as the same version: by what it says it has an id that no other has. */
function withVersionSource({ versionSource }: PlannedEvent, event: DeclarationEvent): DeclarationEvent {
  const own = event.message?.functionalReferenceId;
  return versionSource === 'sender'
    ? event
    : disambiguate(event, `change ${own === undefined ? '' : `${own} `}(${fingerprintOf(event)})`);
}

/** One that contradicts the declaration that it names says so, under an id that no event of that declaration has. */
function apart(event: DeclarationEvent, contradiction: string | undefined): DeclarationEvent {
  return contradiction === undefined ? event : disambiguate(event, `${contradiction} (${fingerprintOf(event)})`);
}

function unidentified(message: CustomsMessage): TidewaiterError {
  const line = 'document' in message ? message.document.line : undefined;
  const location = { element: 'Declaration', ...(line === undefined ? {} : { line }) };
  return new TidewaiterError('TDW_EVENT_IDENTITY', 'The declaration has neither MRN nor LRN.', { location });
}

function cancellationEvent(
  frame: Frame,
  { document, receivedAt, cause, request }: DeclarationMessage,
  timeZone: string,
): DeclarationEvent {
  return buildEvent(
    { ...frame, completeness: 'partial', occurredAt: receivedAt, cause, message: request },
    document.content(),
    timeZone,
  );
}

function lifecycleEvent(frame: Frame, notification: Notification, timeZone: string): DeclarationEvent {
  const { content, cause, occurredAt } = notification.lifecycle();
  return buildEvent(
    { ...frame, completeness: 'partial', occurredAt, cause, message: notification.request },
    content,
    timeZone,
  );
}
