import type { EventType } from '../risk/declaration/declaration-event.ts';
import { declarationIdOf } from '../risk/identity/declaration-id.ts';
import type { BufferedMessage, DeclarationSummary, Named, NotificationSummary } from './buffered-message.ts';
import type { LodgedDeclarations, Match } from './lodged-declarations.ts';
import type { Identified, SkippedMessage, UnidentifiedMessage } from './planned.ts';
import type { RequestAnswer } from './request-answers.ts';

/** What the other messages of a batch say of one. */
export interface Surroundings {
  readonly lodged: LodgedDeclarations;
  readonly answerTo: (request: BufferedMessage) => RequestAnswer | undefined;
  /** Why a notification or report links nothing. */
  readonly refusalOf: (message: BufferedMessage) => string | undefined;
  /** Takes the place of every declaration id. */
  readonly override: string | undefined;
}

const EVENT_OF = {
  lodgement: 'lodged',
  amendment: 'amended',
  replacement: 'amended',
  cancellation: 'cancelled',
} as const;

/**
 * Which declaration a message is about and what happened to it, or why it is passed over. A request to amend or cancel that
 * was refused never took effect. One that is still open is no cancellation either: the declaration stands; an amendment is
 * judged already, since nothing is lost by looking.
 */
export function identify(
  message: BufferedMessage,
  around: Surroundings,
): Identified | SkippedMessage | UnidentifiedMessage {
  const { summary } = message;
  const answer = around.answerTo(message);
  if (answer?.standing === 'refused') return skipped(message, `${summary.kind} that was refused (${answer.by})`);
  if (answer?.standing === 'open' && summary.kind === 'cancellation')
    return skipped(message, `cancellation that is not granted yet (${answer.by})`);
  switch (summary.kind) {
    case 'other':
      return skipped(message, summary.name, around.refusalOf(message));
    case 'notification':
      return identifyNotification(message, summary, around);
    case 'lodgement': {
      const { declarationId, group } = around.lodged.of(message) ?? {};
      if (declarationId === undefined || group === undefined) return { kind: 'unidentified', message };
      return { message, eventType: 'lodged', declarationId, group, ...versionOf(summary) };
    }
    case 'amendment':
    case 'replacement':
    case 'cancellation': {
      const { mrn, lrn, declarant, filer } = summary;
      const own = { id: declarationIdOf({ mrn, declarant: declarant ?? filer, lrn }), declarant };
      return (
        joined(message, EVENT_OF[summary.kind], around.lodged.forRequest(summary), own, summary, around.override) ?? {
          kind: 'unidentified',
          message,
        }
      );
    }
  }
}

/** Exits and invalidations are events of the declaration that they name; any other notification is passed over by name. */
function identifyNotification(
  message: BufferedMessage,
  { name, meaning, declarations }: NotificationSummary,
  around: Surroundings,
): Identified | SkippedMessage {
  const passed = skipped(message, `notification ${name}`, around.refusalOf(message));
  const eventType = meaning === 'exit' ? 'exited' : meaning === 'invalidation' ? 'cancelled' : undefined;
  if (eventType === undefined) return passed;
  const named = declarations.find((one) => one.mrn !== undefined || one.lrn !== undefined) ?? {};
  const match = around.lodged.forNotification(message.folder, named);
  if (match.kind === 'contradiction' && named.mrn === undefined)
    return skipped(message, `notification ${name}`, match.reason);
  const own = { id: declarationIdOf(named), declarant: named.declarant };
  return joined(message, eventType, match, own, named, around.override) ?? passed;
}

interface OwnIdentity {
  readonly id: string | undefined;
  readonly declarant: string | undefined;
}

/** As an event of the declaration that it is about; else of one by itself. */
function joined(
  message: BufferedMessage,
  eventType: EventType,
  match: Match,
  own: OwnIdentity,
  stated: DeclarationSummary | Named,
  override: string | undefined,
): Identified | undefined {
  const declarationId = override ?? (match.kind === 'one' ? match.declaration.declarationId : own.id);
  if (declarationId === undefined) return undefined;
  const { declarant } = own;
  const apart = {
    message,
    eventType,
    declarationId,
    ...versionOf(stated),
    ...(declarant === undefined ? {} : { declarant }),
  };
  switch (match.kind) {
    case 'one':
      return { ...apart, group: match.declaration.group };
    case 'none':
      return apart;
    case 'contradiction':
      return { ...apart, contradiction: match.reason };
  }
}

function versionOf({ version }: { readonly version?: number }): { readonly stated?: number } {
  return version === undefined ? {} : { stated: version };
}

function skipped(message: BufferedMessage, what: string, reason?: string): SkippedMessage {
  return { kind: 'skip', message, what, ...(reason === undefined ? {} : { reason }) };
}
