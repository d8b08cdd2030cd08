import Table from 'cli-table3';
import type { DeadLetter } from '../../risk/dead-letter/dead-letter.ts';
import { EXIT, type ExitCode } from '../exit/exit-codes.ts';
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
  const table = new Table({ head: ['id', 'failed at', 'code', 'step', 'record', 'redriven'] });
  for (const letter of letters) {
    const { topic, partition, offset } = letter.input;
    table.push([letter.deadLetterId, letter.failedAt, letter.code, letter.step, `${topic}/${partition}@${offset}`, letter.redrives.length]);
  }
  await shell.out.line(letters.length === 0 ? 'There are no dead letters.' : table.toString());
  return EXIT.ok;
}
