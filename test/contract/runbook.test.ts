import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exitCodeOf } from '../../services/cli/exit/exit-codes.ts';
import { ERROR_CODES, type ErrorCode } from '../../services/risk/failure/error-codes.ts';
import { TidewaiterError } from '../../services/risk/failure/tidewaiter-error.ts';
import { alertRules } from './observability/rule-files.ts';

const RUNBOOK = readFileSync(new URL('../../infra/RUNBOOK.md', import.meta.url), 'utf8');
/** What every entry tells, in this order. */
const PARTS = ['Means', 'Meanwhile', 'Do', 'Wake'];

interface Entry {
  readonly title: string;
  readonly parts: readonly string[];
  readonly text: string;
}

/** The entries under a heading of the second level. */
function entries(section: string): readonly Entry[] {
  const body = RUNBOOK.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? '';
  return body
    .split(/^### /m)
    .slice(1)
    .map((text) => ({
      text,
      title: text.split('\n')[0]!,
      parts: [...text.matchAll(/^- \*\*(\w+)\*\* \S/gm)].map(([, part]) => part!),
    }));
}

const titles = (section: string): readonly string[] => entries(section).map(({ title }) => title);

describe('the runbook', () => {
  test('given the alerts, then each has its entry and no entry is left of one that is gone', () => {
    expect([...titles('Alerts')].sort()).toEqual(
      alertRules()
        .map(({ alert }) => alert)
        .sort(),
    );
  });

  test('given the error codes, then each has its entry and no entry is left of one that is gone', () => {
    expect([...titles('Error codes')].sort()).toEqual(Object.keys(ERROR_CODES).sort());
  });

  test('given an entry, then it says what it means, what happens meanwhile, what to do and whom to wake', () => {
    const incomplete = [...entries('Alerts'), ...entries('Error codes')].filter(
      ({ parts }) => parts.join() !== PARTS.join(),
    );
    expect(incomplete.map(({ title }) => title)).toEqual([]);
  });

  test('given an entry of an error code that names an exit code, then it is the one that a command ends with', () => {
    const told = entries('Error codes').flatMap(({ title, text }) =>
      [...text.matchAll(/exit code (\d)/g)].map(([, code]) => `${title}: ${code!}`),
    );
    expect(told.length).toBeGreaterThan(20);
    expect(told).toEqual(
      told.map((entry) => {
        const title = entry.split(':')[0] as ErrorCode;
        return `${title}: ${exitCodeOf(new TidewaiterError(title, ''))}`;
      }),
    );
  });

  test('given codes and alerts named in the text, then none of them is an invention', () => {
    const known = new Set([...Object.keys(ERROR_CODES), ...alertRules().map(({ alert }) => alert)]);
    const named = new Set(RUNBOOK.match(/\b(TDW_[A-Z_]+|Tidewaiter[A-Z]\w+)\b/g));
    expect([...named].filter((name) => !known.has(name))).toEqual([]);
  });

  test('given what else a night needs, then there is a section for it', () => {
    const sections = [...RUNBOOK.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    expect(sections).toEqual(
      expect.arrayContaining([
        'When the stream is down: what the customs system does',
        'Start, stop, upgrade',
        'Back-up and restoring',
        'Redriving dead letters',
        'Retention and personal data',
      ]),
    );
  });
});
