import type { DeclarationEvent, RequestMessage } from '../../../risk/declaration/declaration-event.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { mergeAmendment } from '../../wco/amendment/merge.ts';
import { contentOf } from '../../wco/message/content.ts';
import { lifecycleOf, timeAt } from '../../wco/message/lifecycle-content.ts';
import type { DeclarationMessage, Notification, WcoMessage } from '../../wco/message/message.ts';
import { textAt, type XmlElement } from '../../wco/xml/element.ts';
import type { XmlLimits } from '../../wco/xml/limits.ts';
import type { InputEntry } from '../input-entry.ts';
import type { Bases } from './bases.ts';
import { buildEvent, fingerprintOf, setApart, type EventFrame } from './build-event.ts';
import { inFile } from './in-file.ts';
import { ParsedMessages } from './parsed-messages.ts';
import type { Planned } from './planned.ts';
import type { ToldEvents } from './told-events.ts';

type PlannedEvent = Extract<Planned, { readonly kind: 'event' }>;

/** Turns the plan of a call into its events, one after the other; holds the latest state of each declaration that an amendment still waits for. */
export class EventTeller {
  readonly #messages: ParsedMessages;
  readonly #waiting: Map<string, number>;
  readonly #states = new Map<string, XmlElement>();
  readonly #told: ToldEvents;
  readonly #bases: Bases;

  constructor(plan: readonly Planned[], told: ToldEvents, bases: Bases, limits: XmlLimits | undefined) {
    this.#told = told;
    this.#bases = bases;
    this.#messages = new ParsedMessages(limits);
    this.#waiting = new Map();
    for (const one of plan) if (one.kind === 'event' && one.eventType === 'amended') this.#waiting.set(one.declarationId, (this.#waiting.get(one.declarationId) ?? 0) + 1);
  }

  tell(planned: Planned): InputEntry {
    const { file } = planned.message;
    if (planned.kind === 'skip') return { kind: 'skipped', file, what: planned.what };
    try {
      if (planned.kind === 'nameless') throw nameless(this.#messages.of(planned.message));
      return this.#entry(planned);
    } catch (error) {
      return { kind: 'failed', file, error: inFile(error, file) };
    }
  }

  #entry(planned: PlannedEvent): InputEntry {
    return this.#told.entry(planned.message.file, this.#event(planned, this.#messages.of(planned.message)));
  }

  #event(planned: PlannedEvent, message: WcoMessage): DeclarationEvent {
    const { eventType, declarationId, version, versionBy } = planned;
    const frame = { eventType, declarationId, version } as const;
    if (message.kind === 'notification') return lifecycleEvent(frame, message);
    if (message.kind === 'other') throw new Error(`${message.what} cannot be an event`);
    const occurredAt = message.receivedAt ?? timeAt(message.declaration, 'IssueDateTime');
    if (message.kind === 'amendment') return byWhom(versionBy, this.#amended(frame, message, occurredAt));
    if (message.kind === 'replacement') return byWhom(versionBy, this.#replaced(frame, message, occurredAt));
    const content = contentOf(message.declaration);
    if (message.kind === 'cancellation') return buildEvent({ ...frame, completeness: 'partial', occurredAt, cause: causeOf(message), message: requestOf(message.declaration) }, content);
    const event = buildEvent({ ...frame, completeness: 'whole', occurredAt: occurredAt ?? content.header.acceptanceDateTime }, content);
    if (this.#waiting.has(declarationId)) this.#states.set(declarationId, message.declaration);
    return event;
  }

  #amended(frame: Pick<EventFrame, 'eventType' | 'declarationId' | 'version'>, message: DeclarationMessage, occurredAt: string | undefined): DeclarationEvent {
    const base = this.#states.get(frame.declarationId) ?? this.#bases.elementBefore(frame.declarationId, frame.version);
    const told = { ...frame, occurredAt, message: requestOf(message.declaration) };
    const alone = buildEvent({ ...told, completeness: 'partial' }, contentOf(message.declaration));
    if (base === undefined) return alone;
    const merged = mergeAmendment(base, message.declaration);
    this.#advance(frame.declarationId, merged.declaration);
    return buildEvent({ ...told, completeness: merged.complete ? 'whole' : 'partial' }, contentOf(merged.declaration));
  }

  #replaced(frame: Pick<EventFrame, 'eventType' | 'declarationId' | 'version'>, { declaration }: DeclarationMessage, occurredAt: string | undefined): DeclarationEvent {
    const event = buildEvent({ ...frame, completeness: 'whole', occurredAt, message: requestOf(declaration) }, contentOf(declaration));
    this.#advance(frame.declarationId, declaration);
    return event;
  }

  /** The next amendment starts from this one's result; after the last, nothing is kept. */
  #advance(declarationId: string, state: XmlElement): void {
    const left = (this.#waiting.get(declarationId) ?? 1) - 1;
    this.#waiting.set(declarationId, left);
    if (left === 0) this.#states.delete(declarationId);
    else this.#states.set(declarationId, state);
  }
}

/** Another call may count another change as the same version: by what it says it has an id that no other has. */
function byWhom(versionBy: PlannedEvent['versionBy'], event: DeclarationEvent): DeclarationEvent {
  const own = event.message?.functionalReferenceId;
  return versionBy === 'sender' ? event : setApart(event, `change ${own === undefined ? '' : `${own} `}(${fingerprintOf(event)})`);
}

function nameless(message: WcoMessage): TidewaiterError {
  const line = 'declaration' in message ? { line: message.declaration.line } : {};
  return new TidewaiterError('TDW_EVENT_IDENTITY', 'The declaration has neither MRN nor LRN.', { place: { element: 'Declaration', ...line } });
}

function lifecycleEvent(frame: Pick<EventFrame, 'eventType' | 'declarationId' | 'version'>, { response }: Notification): DeclarationEvent {
  const { content, cause, occurredAt } = lifecycleOf(response);
  return buildEvent({ ...frame, completeness: 'partial', occurredAt, cause, message: requestOf(response) }, content);
}

function requestOf(element: XmlElement): RequestMessage {
  const named = { functionCode: textAt(element, 'FunctionCode'), functionalReferenceId: textAt(element, 'FunctionalReferenceID'), typeCode: textAt(element, 'TypeCode') };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}

/** Why it was cancelled: in the trader's words, else the code of the reason. */
function causeOf({ declaration }: DeclarationMessage): string | undefined {
  return textAt(declaration, 'AdditionalInformation', 'StatementDescription') ?? textAt(declaration, 'Amendment', 'ChangeReasonCode');
}
