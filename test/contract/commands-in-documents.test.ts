import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { addCommands } from '../../services/cli/program.ts';

const DOCUMENTS = [
  'README.md',
  'services/README.md',
  'services/intake/README.md',
  'models/README.md',
  'infra/README.md',
  'infra/RUNBOOK.md',
  'schemas/README.md',
  'schemas/CLIENTS.md',
  'config/README.md',
  'config/mappings/README.md',
  'test/bench/README.md',
  'test/chaos/README.md',
];
/** A command as documents write it: in a code span, or alone on an indented line. */
const CALLS = /`(?:npx )?tidewaiter ([a-z][^`\n]*)`|^ {4}npx tidewaiter ([a-z][^#\n]*)/gm;
const OF_ALL = ['--config', '--help', '--version'];

const program = new Command('tidewaiter');
addCommands(program, () => Promise.resolve());

interface Called {
  readonly command: Command;
  readonly path: string;
  readonly rest: readonly string[];
}

function called(words: readonly string[]): Called {
  let [command, depth] = [program, 0];
  for (let next = child(command, words[0]); next !== undefined; next = child(command, words[depth]))
    [command, depth] = [next, depth + 1];
  return { command, path: words.slice(0, depth).join(' '), rest: words.slice(depth) };
}

const child = (command: Command, name: string | undefined): Command | undefined =>
  command.commands.find((one) => one.name() === name);

const mistakesIn = (call: string): readonly string[] => {
  const { command, path, rest } = called(call.trim().split(/[\s,;:]+/));
  const options = rest.flatMap((word) => /^--[a-z-]+/.exec(word) ?? []);
  const known = new Set([...OF_ALL, ...command.options.map(({ long }) => long)]);
  const unknown = options.filter((option) => !known.has(option) && !known.has(option.replace(/^--no-/, '--')));
  return path === '' ? [`no command: ${call}`] : unknown.map((option) => `tidewaiter ${path} has no ${option}`);
};

test.each(DOCUMENTS)(
  'given the commands that %s names, then each is one of the program, with options that it has',
  (file) => {
    const calls = [...readFileSync(file, 'utf8').matchAll(CALLS)].map(([, span, line]) => span ?? line ?? '');
    expect(calls.flatMap(mistakesIn)).toEqual([]);
  },
);

test('given a command or option that is not there, then it is told', () => {
  expect(['licenses list', 'licences import --all FILE', 'run'].flatMap(mistakesIn)).toEqual([
    'no command: licenses list',
    'tidewaiter licences import has no --all',
  ]);
});
