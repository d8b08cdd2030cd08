import type { Database } from './database.ts';

/** Who looks at personal data, at what, and why. */
export interface Access {
  readonly who: string;
  readonly command: string;
  readonly subject: string;
  readonly reason: string;
}

/** Records that somebody reads personal data; to be called before it is shown. */
export async function recordAccess(database: Database, { who, command, subject, reason }: Access): Promise<void> {
  await database.query('INSERT INTO accesses (who, command, subject, reason) VALUES ($1, $2, $3, $4)', [
    who,
    command,
    subject,
    reason,
  ]);
}

/** Who sent a dead letter's record again, and why. */
export interface RecordedRedrive {
  readonly who: string;
  readonly reason: string;
  readonly eventId: string | undefined;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

export async function recordRedrive(database: Database, redrive: RecordedRedrive): Promise<void> {
  await database.query(
    'INSERT INTO redrives (who, reason, event_id, topic, partition, "offset") VALUES ($1, $2, $3, $4, $5, $6)',
    [redrive.who, redrive.reason, redrive.eventId ?? null, redrive.topic, redrive.partition, redrive.offset],
  );
}
