import Table from 'cli-table3';
import { SETTINGS } from '../../../../config/schema/schema.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import type { Shell } from '../../shell/shell.ts';
import { type SettingLine, settingLines } from './setting-lines.ts';

const TIME_SPANS = new Set(SETTINGS.filter((setting) => setting.format === 'time-span').map((setting) => setting.path));

/** Writes every setting, its value and its origin: a table, a list with what each means, or one JSON object. */
export async function showConfig(
  shell: Shell,
  options: { readonly json?: true; readonly docs?: true },
): Promise<ExitCode> {
  const loaded = await shell.settings();
  const lines = settingLines(loaded);
  if (options.json) await shell.out.line(JSON.stringify({ environment: loaded.environment, settings: lines }, null, 2));
  else if (options.docs) for (const line of lines) await shell.out.line(explained(line));
  else await shell.out.line(table(lines));
  return EXIT.ok;
}

function table(lines: readonly SettingLine[]): string {
  const grid = new Table({ head: ['setting', 'value', 'from'], style: { head: [], border: [], compact: true } });
  for (const line of lines) grid.push([line.setting, inWords(line), line.from]);
  return grid.toString();
}

function explained(line: SettingLine): string {
  return `${line.setting} = ${inWords(line)} (${line.from}; ${line.variable})\n    ${line.doc}`;
}

function inWords({ setting, value }: SettingLine): string {
  if (value === null) return '–';
  if (typeof value === 'object') return value.join(', ');
  return typeof value === 'number' && TIME_SPANS.has(setting) ? timeSpan(value) : String(value);
}

/** A year as settings files write it: 365 and a quarter days. */
const UNITS = [
  ['year', 'years', 31_557_600_000],
  ['day', 'days', 86_400_000],
  ['h', 'h', 3_600_000],
  ['min', 'min', 60_000],
  ['s', 's', 1_000],
] as const;

/** As it may be written in a settings file: the largest unit that says it exactly. */
function timeSpan(milliseconds: number): string {
  const [one, several, size] = UNITS.find(([, , unit]) => milliseconds % unit === 0) ?? ['ms', 'ms', 1];
  const count = milliseconds / size;
  return `${count} ${count === 1 ? one : several}`;
}
