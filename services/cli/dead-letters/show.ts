import { recordAccess } from '../../adapters/postgres/access-record.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { composeDatabase } from '../compose/postgres.ts';
import { EXIT, type ExitCode } from '../exit/exit-codes.ts';
import type { Shell } from '../shell/shell.ts';
import { fitting, readDeadLetters } from './read.ts';

export interface ShowOptions {
  readonly by: string;
  readonly reason: string;
  readonly json?: true;
}

/** `tidewaiter dead-letters show`: the whole dead letter, personal data included; who looks and why is recorded first. */
export async function showDeadLetter(shell: Shell, id: string, { by, reason, json }: ShowOptions): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const [letter] = fitting(await readDeadLetters(settings), { ids: [id] });
  if (!letter) throw new TidewaiterError('TDW_DEAD_LETTER_UNKNOWN', `No dead letter ${id} is on the topic.`);
  const database = await composeDatabase(settings.postgres);
  try {
    await recordAccess(database, { who: by, command: 'dead-letters show', subject: id, reason });
  } finally {
    await database.close();
  }
  const readable = { ...letter, key: text(letter.key), value: base64(letter.value), headers: letter.headers.map(({ name, value }) => ({ name, value: text(value) })) };
  await shell.out.line(JSON.stringify(readable, undefined, json ? 0 : 2));
  return EXIT.ok;
}

const text = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString('utf8');
const base64 = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString('base64');
