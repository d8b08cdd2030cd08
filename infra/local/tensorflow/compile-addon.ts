import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import { runTool } from '../../setup/run-tool.mjs';
import type { Report } from '../server/report.ts';
import type { FetchedLibrary } from './fetch-library.ts';
import type { NativeHome } from './native-home.ts';
import { PINS } from './pins.ts';

/** Compiles the package's own binding against the library, which it finds beside itself. @throws TDW_SETUP_TENSORFLOW_TOOLS, TDW_SETUP_TENSORFLOW_BUILD */
export async function compileAddon(
  sources: string,
  { libraries, headers }: FetchedLibrary,
  home: NativeHome,
  report: Report,
): Promise<void> {
  const compiler = process.env['CXX'] ?? 'g++';
  if (spawnSync(compiler, ['--version']).status !== 0)
    throw new TidewaiterError('TDW_SETUP_TENSORFLOW_TOOLS', `No C++ compiler found (tried ${compiler}).`);
  report('Compiling the addon');
  mkdirSync(dirname(home.addon), { recursive: true });
  const files = ['tfjs_backend.cc', 'tfjs_binding.cc'].map((file) => join(sources, 'binding', file));
  const status = await runTool(compiler, [
    '-O2',
    '-std=c++17',
    '-shared',
    '-fPIC',
    '-w',
    `-DNAPI_VERSION=${PINS.nodeApi}`,
    `-I${nodeApiHeaders()}`,
    `-I${headers}`,
    ...files,
    ...libraries,
    '-Wl,-rpath,$ORIGIN/../../deps/lib',
    '-o',
    home.addon,
  ]);
  if (status !== 0)
    throw new TidewaiterError('TDW_SETUP_TENSORFLOW_BUILD', 'The addon of TensorFlow does not compile.');
}

function nodeApiHeaders(): string {
  return join(dirname(createRequire(import.meta.url).resolve('node-api-headers/package.json')), 'include');
}
