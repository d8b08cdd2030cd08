import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectRoot } from '../../../services/adapters/config/project-root.ts';

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliWorld {
  readonly variables?: Readonly<Record<string, string>>;
  readonly stdin?: string | Buffer;
  readonly workingDirectory?: string;
}

/** The program; TIDEWAITER_TEST_CLI names another build of it. */
export const PROGRAM = process.env['TIDEWAITER_TEST_CLI'] ?? join(projectRoot(), 'services/cli/tidewaiter.js');

/** Runs `tidewaiter` as a user would: a process of its own, with no TIDEWAITER_ variables but those given. */
export async function runCli(
  args: readonly string[],
  { variables = {}, stdin = '', workingDirectory = projectRoot() }: CliWorld = {},
): Promise<CliRun> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('TIDEWAITER_') || name === 'TIDEWAITER_CACHE_DIR',
  );
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: workingDirectory,
    env: { ...Object.fromEntries(inherited), ...variables },
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((done) => child.on('close', done)),
  ]);
  return { code, stdout, stderr };
}
