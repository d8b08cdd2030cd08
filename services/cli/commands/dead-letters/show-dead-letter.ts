import type { Codecs } from '../../../adapters/avro/codecs.ts';
import { recordAccess } from '../../../adapters/postgres/access-record.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import type { DeadLetter } from '../../../risk/messages/dead-letter.ts';
import { composeCodecs } from '../../../runtime/compose/codecs.ts';
import { composeDatabase } from '../../../runtime/compose/postgres.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import type { Shell } from '../../shell/shell.ts';
import { namedBy, readDeadLetters } from './read-dead-letters.ts';
import { severalNamed } from './sendable.ts';

export interface ShowOptions {
  readonly by: string;
  readonly reason: string;
  readonly json?: true;
}

/** `tidewaiter dead-letters show`: the whole dead letter, personal data included; who looks and why is recorded first. */
export async function showDeadLetter(shell: Shell, id: string, { by, reason, json }: ShowOptions): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const letter = theOne(id, namedBy(await readDeadLetters(settings), id));
  const database = await composeDatabase(settings.postgres);
  try {
    await recordAccess(database, { who: by, command: 'dead-letters show', subject: id, reason });
  } finally {
    await database.close();
  }
  const readable = {
    ...letter,
    key: text(letter.key),
    event: await eventIn(letter, await composeCodecs(settings)),
    value: base64(letter.value),
    headers: letter.headers.map(({ name, value }) => ({ name, value: text(value) })),
  };
  await shell.out.line(JSON.stringify(readable, undefined, json ? 0 : 2));
  return EXIT.ok;
}

function theOne(id: string, named: readonly DeadLetter[]): DeadLetter {
  const [letter] = named;
  if (letter !== undefined && named.length === 1) return letter;
  const why = named.length > 1 ? severalNamed(id, named) : `No dead letter ${id} is on the topic.`;
  throw new TidewaiterError('TDW_DEAD_LETTER_UNKNOWN', why);
}

/** The declaration event as it reads, where its bytes can be decoded; what cannot stays bytes alone. */
async function eventIn({ value }: DeadLetter, codecs: Codecs): Promise<unknown> {
  if (value === undefined) return undefined;
  const bytes = Buffer.from(value);
  try {
    await codecs.prepare([bytes]);
    return codecs.declarationEvent.decode(bytes);
  } catch {
    return undefined;
  }
}

const text = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString('utf8');
const base64 = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString('base64');
