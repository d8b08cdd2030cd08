import { declarationIdOf } from '../../../risk/identity/declaration-id.ts';
import { EXIT, INVALIDATION } from '../../wco/message/notification-names.ts';
import type { HeldMessage, MessageSummary } from './held-message.ts';
import type { Links } from './links.ts';
import type { Identified, Passed } from './planned.ts';
import type { RequestAnswer } from './request-answers.ts';

/**
 * Which declaration a message is about and what happened to it, or why it is passed over. A request to amend or cancel that was refused never took effect. One that is still open is no
 * cancellation either: the declaration stands; an amendment is judged already, since nothing is lost by looking.
 * @param override takes the place of every declaration id
 */
export function identify(message: HeldMessage, links: Links, answer: RequestAnswer | undefined, override: string | undefined): Identified | Passed {
  const { what } = message;
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
      if (declarationId === undefined) return { kind: 'nameless', message };
      const eventType = what.kind === 'lodgement' ? 'lodged' : what.kind === 'cancellation' ? 'cancelled' : 'amended';
      return { message, eventType, declarationId, ...(what.version === undefined ? {} : { stated: what.version }) };
    }
  }
}

/** Exits and invalidations are events of the declaration that they name; any other notification is passed over by name. */
function identifyNotification(message: HeldMessage, { name, declarations }: Extract<MessageSummary, { readonly kind: 'notification' }>, links: Links, override: string | undefined): Identified | Passed {
  const eventType = name === EXIT ? 'exited' : name === INVALIDATION ? 'cancelled' : undefined;
  const { mrn, lrn, version } = declarations.find((one) => one.mrn !== undefined || one.lrn !== undefined) ?? {};
  const declarationId = override ?? declarationIdOf({ mrn: mrn ?? links.mrnFor(message.folder, lrn), lrn, declarant: links.declarantOf(lrn) });
  if (eventType === undefined || declarationId === undefined) return skipped(message, `notification ${name}`);
  return { message, eventType, declarationId, ...(version === undefined ? {} : { stated: version }) };
}

function skipped(message: HeldMessage, what: string): Passed {
  return { kind: 'skip', message, what };
}
