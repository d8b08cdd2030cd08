import type { Producer } from 'kafkajs';
import { recordRedrive } from '../../../adapters/postgres/access-record.ts';
import type { Database } from '../../../adapters/postgres/database.ts';
import { instantOf } from '../../../risk/declaration/instant.ts';
import type { DeadLetter, Redrive } from '../../../risk/messages/dead-letter.ts';
import { composeCommandKafka } from '../../../runtime/compose/kafka.ts';
import { composeDatabase } from '../../../runtime/compose/postgres.ts';
import { REDRIVES_HEADER } from '../../../scoring/processor/dead-letters.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import type { Shell } from '../../shell/shell.ts';
import { type DeadLetterFilter, readDeadLetters } from './read-dead-letters.ts';
import { sendable } from './sendable.ts';

export interface RedriveOptions extends DeadLetterFilter {
  readonly by: string;
  readonly reason: string;
  readonly json?: true;
}

/**
 * `tidewaiter dead-letters redrive`: sends the original records again, byte for byte, so that their events keep their ids (one without a key
 * goes under its declaration id);
 * each carries who sent it and why, and that is recorded before it is sent. What cannot be sent is told, with exit code 1.
 */
export async function redriveDeadLetters(
  shell: Shell,
  { by, reason, json, ...filter }: RedriveOptions,
): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const { letters, complaints } = sendable(await readDeadLetters(settings), filter);
  const [kafka, database] = await Promise.all([
    composeCommandKafka(settings.kafka),
    composeDatabase(settings.postgres),
  ]);
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
  try {
    await producer.connect();
    for (const letter of letters) {
      const redrive: Redrive = { at: instantOf(shell.now()), by, reason, deadLetterId: letter.deadLetterId };
      await sendAgain(producer, database, letter, redrive);
      await shell.out.line(
        json
          ? JSON.stringify({ deadLetterId: letter.deadLetterId, eventId: letter.eventId, redriven: true })
          : `Redriven: ${letter.deadLetterId} (${letter.code})`,
      );
    }
  } finally {
    await Promise.all([producer.disconnect(), database.close()]);
  }
  for (const complaint of complaints) await shell.err.line(complaint);
  return complaints.length > 0 ? EXIT.inputBad : EXIT.ok;
}

async function sendAgain(producer: Producer, database: Database, letter: DeadLetter, redrive: Redrive): Promise<void> {
  const { topic, partition, offset } = letter.input;
  await recordRedrive(database, {
    who: redrive.by,
    reason: redrive.reason,
    eventId: letter.eventId,
    topic,
    partition,
    offset,
  });
  const original = Object.fromEntries(letter.headers.map(({ name, value }) => [name, Buffer.from(value ?? [])]));
  const headers = { ...original, [REDRIVES_HEADER]: JSON.stringify([...letter.redrives, redrive]) };
  const key = letter.key ? Buffer.from(letter.key) : (letter.declarationId ?? null);
  await producer.send({ topic, acks: -1, messages: [{ key, value: Buffer.from(letter.value!), headers }] });
}
