import { loadSettings } from '../../../services/adapters/config/load-settings.ts';
import { projectRoot } from '../../../services/adapters/config/project-root.ts';
import type { LineWriter } from '../../../services/cli/shell/line-writer.ts';
import { createLineWriter } from '../../../services/cli/shell/line-writer.ts';
import type { Shell } from '../../../services/cli/shell/shell.ts';

const QUIET: LineWriter = { line: () => Promise.resolve(), flush: () => Promise.resolve() };

/** The world of the commands that the demo gives in its own process: these variables, and no answers on standard output. */
export function demoShell(variables: Shell['variables']): Shell {
  const workingDirectory = projectRoot();
  return {
    variables,
    workingDirectory,
    stdin: process.stdin,
    stderr: process.stderr,
    out: QUIET,
    err: createLineWriter(process.stderr),
    now: Date.now,
    settings: () => Promise.resolve(loadSettings({ variables, workingDirectory })),
  };
}
