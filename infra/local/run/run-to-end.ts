import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Run, RunProcessOptions } from './run.ts';

/** Runs a tool that ends by itself, owned by the run as long as it works. */
export async function runToEnd(
  run: Run,
  command: string,
  args: readonly string[],
  options: Omit<RunProcessOptions, 'farewell' | 'stdio'> = {},
): Promise<{ status: number | null; output: string }> {
  const tool = run.start(command, args, { ...options, farewell: 'SIGTERM', stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [tool.stdout, tool.stderr].map((stream) => (stream === null ? Promise.resolve('') : text(stream)));
  const [out, err] = await Promise.all([...said, once(tool, 'close')]);
  return { status: tool.exitCode, output: `${String(out)}${String(err)}` };
}
