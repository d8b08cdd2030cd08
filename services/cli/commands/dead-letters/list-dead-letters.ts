import type { DeadLetter } from '../../../risk/messages/dead-letter.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import { textTable } from '../../output/text-table.ts';
import type { Shell } from '../../shell/shell.ts';
import { fitting, readDeadLetters } from './read-dead-letters.ts';
import { refusedAgain } from './refused-again.ts';

/** What a list may show: nothing of the declaration itself. */
function summary(
  { deadLetterId, failedAt, code, step, input, eventId, redrives }: DeadLetter,
  replacedBy: string | undefined,
): Readonly<Record<string, unknown>> {
  return { deadLetterId, failedAt, code, step, input, eventId, redrives: redrives.length, replacedBy };
}

function row(
  { deadLetterId, failedAt, code, step, input, redrives }: DeadLetter,
  replacedBy: string | undefined,
): readonly string[] {
  return [
    deadLetterId,
    failedAt,
    code,
    step,
    `${input.topic}/${input.partition}@${input.offset}`,
    replacedBy === undefined ? String(redrives.length) : `refused again: ${replacedBy.slice(0, 8)}`,
  ];
}

/** `tidewaiter dead-letters list` */
export async function listDeadLetters(
  shell: Shell,
  { code, json }: { readonly code?: string; readonly json?: true },
): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const all = await readDeadLetters(settings);
  const replaced = refusedAgain(all);
  const letters = fitting(all, { ...(code !== undefined && { code }) });
  if (json)
    for (const letter of letters)
      await shell.out.line(JSON.stringify(summary(letter, replaced.get(letter.deadLetterId))));
  else if (letters.length === 0)
    await shell.out.line(code === undefined ? 'There are no dead letters.' : `No dead letter has the code ${code}.`);
  else
    await shell.out.line(
      textTable([
        ['id', 'failed at', 'code', 'step', 'record', 'redriven'],
        ...letters.map((letter) => row(letter, replaced.get(letter.deadLetterId))),
      ]),
    );
  return EXIT.ok;
}

/** How many dead letters there are of a code, and since when. */
interface CodeCount {
  readonly code: string;
  readonly deadLetters: number;
  /** Records that they stand for: one that was sent again and refused anew is counted once. */
  readonly records: number;
  readonly first: string;
  readonly last: string;
}

/** Dead letters by code, the most frequent first. */
export function countByCode(letters: readonly DeadLetter[]): readonly CodeCount[] {
  const replaced = refusedAgain(letters);
  const codes = [...new Set(letters.map(({ code }) => code))];
  const counts = codes.map((code) => {
    const of = letters.filter((letter) => letter.code === code);
    const times = of.map(({ failedAt }) => failedAt).sort();
    return {
      code,
      deadLetters: of.length,
      records: of.filter(({ deadLetterId }) => !replaced.has(deadLetterId)).length,
      first: times[0]!,
      last: times.at(-1)!,
    };
  });
  return counts.sort((a, b) => b.deadLetters - a.deadLetters || (a.code < b.code ? -1 : 1));
}

/** `tidewaiter dead-letters counts` */
export async function countDeadLetters(shell: Shell, { json }: { readonly json?: true }): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const counts = countByCode(await readDeadLetters(settings));
  const rows = counts.map(({ code, deadLetters, records, first, last }) => [
    code,
    String(deadLetters),
    String(records),
    first,
    last,
  ]);
  if (json) for (const count of counts) await shell.out.line(JSON.stringify(count));
  else if (counts.length === 0) await shell.out.line('There are no dead letters.');
  else await shell.out.line(textTable([['code', 'dead letters', 'records', 'first', 'last'], ...rows]));
  return EXIT.ok;
}
