import type { UncheckedEvent } from '../../risk/declaration/declaration-event.ts';
import { code, type Fields, instant, must, text } from '../../risk/declaration/field.ts';
import { instantOf } from '../../risk/declaration/instant.ts';
import { problemsOf } from '../../risk/declaration/validate.ts';
import { TIDEWAITER_NAMESPACE } from '../../risk/identity/derived-ids.ts';
import { nameUuid } from '../../risk/identity/name-uuid.ts';
import { readJson } from '../../risk/json/read-json.ts';
import type { DeadLetter, Redrive } from '../../risk/messages/dead-letter.ts';
import type { Ended } from '../flow/flow.ts';
import type { Entry } from '../flow/step.ts';
import type { ScoringCodecs } from '../ports/codecs.ts';
import type { InboundRecord, OutboundRecord } from '../ports/stream.ts';
import type { Decoded } from '../steps/decode-step.ts';
import type { OutputTopics } from '../steps/emit-step.ts';

export interface DeadLetterDeps {
  readonly codecs: Pick<ScoringCodecs, 'deadLetter'>;
  readonly topics: Pick<OutputTopics, 'deadLetters' | 'referrals'>;
}

export type Dead = Extract<Ended, { kind: 'deadLetter' }>;

/** The dead letter with the whole original record. */
export function deadLetterOutput(
  letter: DeadLetter,
  { record }: Dead['entry'],
  { codecs, topics }: DeadLetterDeps,
): OutboundRecord {
  return { topic: topics.deadLetters, key: record.key, value: codecs.deadLetter.encode(letter) };
}

export function deadLetterOf({ entry, step, code, message }: Dead): DeadLetter {
  const { record } = entry;
  const event = eventIn(entry);
  const arrivedAt = instantOf(record.timestamp);
  const declarationId = event?.declarationId ?? readableKey(record);
  return {
    deadLetterId: nameUuid(
      JSON.stringify([record.topic, record.partition, record.offset.toString(), 'dead-letter']),
      TIDEWAITER_NAMESPACE,
    ),
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

/** The event, where the record could be read. */
export const eventIn = (entry: Entry): UncheckedEvent | undefined =>
  'event' in entry ? (entry as Decoded).event : undefined;

/** Header of a redriven record: the redrives so far, as a JSON list. */
export const REDRIVES_HEADER = 'tidewaiter-redrives';

const REDRIVE: Fields<Redrive> = { at: must(instant), by: must(text), reason: must(text), deadLetterId: must(code) };

/** The redrives that a record says it has behind it. Anybody who may write to the topic may write the header: what is no redrive is left out. */
export function redrivesOf({ headers }: Pick<InboundRecord, 'headers'>): readonly Redrive[] {
  const header = headers[REDRIVES_HEADER];
  const read = header && readJson(header.toString('utf8'));
  if (read?.kind !== 'value' || !Array.isArray(read.value)) return [];
  return read.value.filter((entry): entry is Redrive => problemsOf(entry, REDRIVE).length === 0);
}
