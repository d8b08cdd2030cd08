import type { DeadLetter } from '../../risk/dead-letter/dead-letter.ts';
import { EXIT, type ExitCode } from '../exit/exit-codes.ts';
import { textTable } from '../output/text-table.ts';
import type { Shell } from '../shell/shell.ts';
import { readDeadLetters } from './read.ts';

/** What a list may show: nothing of the declaration itself. */
function summary({ deadLetterId, failedAt, code, step, input, eventId, redrives }: DeadLetter): Readonly<Record<string, unknown>> {
  return { deadLetterId, failedAt, code, step, input, eventId, redrives: redrives.length };
}

/** `tidewaiter dead-letters list` */
export async function listDeadLetters(shell: Shell, { code, json }: { readonly code?: string; readonly json?: boolean }): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const letters = await readDeadLetters(settings, { ...(code !== undefined && { code }) });
  if (json) {
    for (const letter of letters) await shell.out.line(JSON.stringify(summary(letter)));
    return EXIT.ok;
  }
  const rows = letters.map(({ deadLetterId, failedAt, code: cause, step, input, redrives }) => [deadLetterId, failedAt, cause, step, `${input.topic}/${input.partition}@${input.offset}`, String(redrives.length)]);
  await shell.out.line(rows.length === 0 ? 'There are no dead letters.' : textTable([['id', 'failed at', 'code', 'step', 'record', 'redriven'], ...rows]));
  return EXIT.ok;
}
