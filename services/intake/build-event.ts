import type {
  Completeness,
  DeclarationEvent,
  EventType,
  RequestMessage,
  UncheckedEvent,
} from '../risk/declaration/declaration-event.ts';
import { EVENT } from '../risk/declaration/event-fields.ts';
import { text } from '../risk/declaration/field.ts';
import { inOneForm } from '../risk/declaration/one-form.ts';
import { checkedEvent } from '../risk/declaration/validate.ts';
import { TidewaiterError } from '../risk/failure/tidewaiter-error.ts';
import { eventIdOf } from '../risk/identity/derived-ids.ts';
import { sha256Hex } from '../risk/json/canonical.ts';
import type { DeclarationContent } from './message.ts';

/** What the event is, around what the declaration says. */
export interface EventFrame {
  readonly eventType: EventType;
  readonly declarationId: string;
  readonly version: number;
  readonly completeness: Completeness;
  readonly cause?: string | undefined;
  readonly occurredAt?: string | undefined;
  readonly message?: RequestMessage;
}

/** The whole event, with its id, codes and days in their one form. Throws TDW_EVENT_INVALID, naming the first fields, for one that the stream would refuse. */
export function buildEvent(frame: EventFrame, content: DeclarationContent, timeZone: string): DeclarationEvent {
  const { cause, occurredAt, ...rest } = frame;
  const optional = { ...(cause === undefined ? {} : { cause }), ...(occurredAt === undefined ? {} : { occurredAt }) };
  const complete = inOneForm(
    {
      eventId: eventIdOf(frame),
      ...rest,
      ...optional,
      source: content.source,
      ...content.header,
      otherElements: content.otherElements,
    },
    EVENT,
    timeZone,
  );
  const checked = checkedEvent(inOrder(complete));
  if ('event' in checked) return checked.event;
  const { problems } = checked;
  const named = problems.slice(0, 3).map((problem) => `${problem.path} (${problem.message})`);
  const element = problems[0]?.path ?? '';
  const line = content.lineOf?.(element);
  throw new TidewaiterError('TDW_EVENT_INVALID', `The declaration says what cannot be: ${named.join(', ')}.`, {
    location: { element, ...(line === undefined ? {} : { line }) },
  });
}

/** What an event says, without its identity or how it was read: two events with one fingerprint say the same (their fields are in one order). */
export function fingerprintOf(event: DeclarationEvent): string {
  return sha256Hex(JSON.stringify({ ...event, eventId: '', cause: '', source: undefined })).slice(0, 16);
}

/** An event under an id of its own, by a reason that names what it says, before the cause that it has: two of one identity are both judged. */
export function disambiguate(event: DeclarationEvent, reason: string): DeclarationEvent {
  const cause =
    event.cause === undefined ? reason : `${reason}: ${event.cause}`.slice(0, text.max).replace(/[\ud800-\udbff]$/, '');
  return inOrder({ ...event, cause, eventId: eventIdOf({ ...event, cause }) });
}

/** In the order of the table of fields, so that events read alike wherever they come from. */
function inOrder<Event extends UncheckedEvent>(event: Event): Event {
  const names = Object.keys(EVENT) as readonly (keyof UncheckedEvent)[];
  return Object.fromEntries(
    names.filter((name) => event[name] !== undefined).map((name) => [name, event[name]]),
  ) as unknown as Event;
}
