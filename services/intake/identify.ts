import { declarationIdOf } from '../risk/identity/declaration-id.ts';
import type { BufferedMessage, NotificationSummary } from './buffered-message.ts';
import type { Links } from './links.ts';
import type { Identified, SkippedMessage, UnidentifiedMessage } from './planned.ts';
import type { RequestAnswer } from './request-answers.ts';

/**
 * Which declaration a message is about and what happened to it, or why it is passed over. A request to amend or cancel that was refused never took effect. One that is still open is no
 * cancellation either: the declaration stands; an amendment is judged already, since nothing is lost by looking.
 * @param override takes the place of every declaration id
 */
export function identify(message: BufferedMessage, links: Links, answer: RequestAnswer | undefined, override: string | undefined): Identified | SkippedMessage | UnidentifiedMessage {
  const { summary: what } = message;
  if (answer?.standing === 'refused') return skipped(message, `${what.kind} that was refused (${answer.by})`);
  if (answer?.standing === 'open' && what.kind === 'cancellation') return skipped(message, `cancellation that is not granted yet (${answer.by})`);
  switch (what.kind) {
    case 'other': return skipped(message, what.name);
    case 'notification': return identifyNotification(message, what, links, override);
    case 'lodgement':
    case 'amendment':
    case 'replacement':
    case 'cancellation': {
      const declarationId = override ?? declarationIdOf({ mrn: links.mrnOf(message), declarant: what.declarant, lrn: what.lrn });
      if (declarationId === undefined) return { kind: 'unidentified', message };
      const eventType = what.kind === 'lodgement' ? 'lodged' : what.kind === 'cancellation' ? 'cancelled' : 'amended';
      return { message, eventType, declarationId, ...(what.version === undefined ? {} : { stated: what.version }) };
    }
  }
}

/** Exits and invalidations are events of the declaration that they name; any other notification is passed over by name. */
function identifyNotification(message: BufferedMessage, { name, meaning, declarations }: NotificationSummary, links: Links, override: string | undefined): Identified | SkippedMessage {
  const eventType = meaning === 'exit' ? 'exited' : meaning === 'invalidation' ? 'cancelled' : undefined;
  const { mrn, lrn, version } = declarations.find((one) => one.mrn !== undefined || one.lrn !== undefined) ?? {};
  const declarationId = override ?? declarationIdOf({ mrn: mrn ?? links.mrnFor(message.folder, lrn), lrn, declarant: links.declarantOf(lrn) });
  if (eventType === undefined || declarationId === undefined) return skipped(message, `notification ${name}`);
  return { message, eventType, declarationId, ...(version === undefined ? {} : { stated: version }) };
}

function skipped(message: BufferedMessage, what: string): SkippedMessage {
  return { kind: 'skip', message, what };
}
