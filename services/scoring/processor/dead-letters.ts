import type { DeadLetter } from '../../risk/dead-letter/dead-letter.ts';
import { TIDEWAITER_NAMESPACE } from '../../risk/identity/event-id.ts';
import { nameUuid } from '../../risk/identity/name-uuid.ts';
import { referralIdOf } from '../../risk/referral/ids.ts';
import type { Ended } from '../flow/flow.ts';
import type { ScoringCodecs } from '../ports/codecs.ts';
import type { InboundRecord, OutboundRecord } from '../ports/stream.ts';
import type { Decoded } from '../steps/decode.ts';
import type { OutputTopics } from '../steps/emit.ts';
import { redrivesOf } from './redrives.ts';
import { instantOf } from '../../risk/declaration/instant.ts';

export interface DeadLetterDeps {
  readonly codecs: Pick<ScoringCodecs, 'deadLetter' | 'referral'>;
  readonly topics: Pick<OutputTopics, 'deadLetters' | 'referrals'>;
}

type Dead = Extract<Ended, { kind: 'deadLetter' }>;

/** The dead letter with the whole original record; and a referral, where it is readable whose declaration it was: a person looks at what could not be assessed. */
export function deadLetterOutputs(dead: Dead, { codecs, topics }: DeadLetterDeps): readonly OutboundRecord[] {
  const letter = deadLetterOf(dead);
  const value = codecs.deadLetter.encode(letter);
  const outputs: OutboundRecord[] = [{ topic: topics.deadLetters, key: dead.entry.record.key, value }];
  if (letter.declarationId === undefined) return outputs;
  return [...outputs, { topic: topics.referrals, key: letter.declarationId, value: codecs.referral.encode(referralOf(letter, letter.declarationId)) }];
}

function deadLetterOf({ entry, step, code, message }: Dead): DeadLetter {
  const { record } = entry;
  const event = 'event' in entry ? (entry as Decoded).event : undefined;
  const arrivedAt = instantOf(record.timestamp);
  const declarationId = event?.declarationId ?? readableKey(record);
  return {
    deadLetterId: nameUuid(JSON.stringify([record.topic, record.partition, record.offset.toString(), 'dead-letter']), TIDEWAITER_NAMESPACE),
    ...(record.key && { key: record.key }),
    ...(record.value && { value: record.value }),
    headers: Object.entries(record.headers).map(([name, value]) => ({ name, value })),
    input: { topic: record.topic, partition: record.partition, offset: Number(record.offset) },
    arrivedAt,
    code,
    message,
    step,
    failedAt: arrivedAt,
    ...(event && { eventId: event.eventId }),
    ...(declarationId !== undefined && { declarationId }),
    redrives: redrivesOf(record),
  };
}

/** The key is the declaration id by contract; only a plausible one is believed where the event itself could not be read. */
function readableKey({ key }: InboundRecord): string | undefined {
  const text = key?.toString('utf8');
  return text !== undefined && /^[\x21-\x7E]{1,128}$/.test(text) ? text : undefined;
}

function referralOf(letter: DeadLetter, declarationId: string): Parameters<ScoringCodecs['referral']['encode']>[0] {
  return {
    referralId: referralIdOf(letter.deadLetterId),
    kind: 'notAssessed',
    ...(letter.eventId !== undefined && { eventId: letter.eventId }),
    declarationId,
    lane: 'query',
    score: 0,
    raisedAt: letter.failedAt,
    direction: 'unrecognised',
    transport: { itineraries: [] },
    containers: [],
    parties: [],
    findings: [],
    whatToLookFor: [],
    documentsToAskFor: [],
    items: [],
    failure: { code: letter.code, message: letter.message, deadLetterId: letter.deadLetterId },
  };
}
