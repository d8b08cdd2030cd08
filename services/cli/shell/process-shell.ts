import { createLineWriter } from './line-writer.ts';
import type { Shell } from './shell.ts';

/** The shell of a real process. `file` answers which settings file was given on the command line. */
export function processShell(file: () => string | undefined): Shell {
  const workingDirectory = process.cwd();
  return {
    variables: process.env,
    workingDirectory,
    stdin: process.stdin,
    stderr: process.stderr,
    out: createLineWriter(process.stdout),
    err: createLineWriter(process.stderr),
    now: Date.now,
    settings: async () => {
      const { loadSettings } = await import('../../adapters/config/load-settings.ts');
      const given = file();
      return loadSettings({
        variables: process.env,
        workingDirectory,
        ...(given === undefined ? {} : { file: given }),
      });
    },
  };
}
