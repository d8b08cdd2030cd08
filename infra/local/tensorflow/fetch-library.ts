import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import { runTool } from '../../setup/run-tool.mjs';
import type { Report } from '../server/report.ts';
import { PINS } from './pins.ts';

/** What is taken from the wheel: the two libraries and the headers of the C interface. */
const LIBRARIES = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'];
const WANTED = [
  ...LIBRARIES.map((name) => `tensorflow/${name}`),
  ...['tensorflow/c/', 'tensorflow/core/platform/ctstring', 'tsl/c/', 'tsl/platform/ctstring'].map(
    (path) => `tensorflow/include/${path}`,
  ),
];
const EXTRACT =
  'import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nfor n in z.namelist():\n  if n.startswith(tuple(sys.argv[3:])): z.extract(n, sys.argv[2])';

export interface FetchedLibrary {
  readonly libraries: readonly string[];
  readonly headers: string;
}

/**
 * Fetches TensorFlow's library and headers through pip, checks them against their pinned hash and puts the libraries into `into`.
 * @param work a folder to leave the rest in
 * @throws TDW_SETUP_TENSORFLOW_TOOLS, TDW_SETUP_TENSORFLOW_FETCH
 */
export async function fetchLibrary(work: string, into: string, report: Report): Promise<FetchedLibrary> {
  requirePip();
  const { name, version } = PINS.wheel;
  report(`Fetching TensorFlow ${version} through pip (207 MB, once)`);
  const wheel = await download(work);
  if ((await sha256Of(wheel)) !== PINS.wheel.sha256)
    throw new TidewaiterError(
      'TDW_SETUP_TENSORFLOW_FETCH',
      `${name} ${version} does not have the content that is pinned.`,
    );
  if ((await runTool('python3', ['-c', EXTRACT, wheel, work, ...WANTED])) !== 0)
    throw new TidewaiterError('TDW_SETUP_TENSORFLOW_FETCH', 'The wheel cannot be unpacked.');
  mkdirSync(into, { recursive: true });
  for (const library of LIBRARIES) renameSync(join(work, 'tensorflow', library), join(into, library));
  return { libraries: LIBRARIES.map((library) => join(into, library)), headers: join(work, 'tensorflow', 'include') };
}

function requirePip(): void {
  if (spawnSync('python3', ['-m', 'pip', '--version']).status === 0) return;
  throw new TidewaiterError(
    'TDW_SETUP_TENSORFLOW_TOOLS',
    "No Python 3 with pip found, which fetches TensorFlow's library.",
  );
}

async function download(work: string): Promise<string> {
  const { name, version, python, platform } = PINS.wheel;
  const folder = join(work, 'download');
  const status = await runTool('python3', [
    '-m',
    'pip',
    'download',
    '-q',
    '--no-deps',
    '--only-binary=:all:',
    '--python-version',
    python,
    '--implementation',
    'cp',
    '--platform',
    platform,
    '-d',
    folder,
    `${name}==${version}`,
  ]);
  const file = status === 0 ? readdirSync(folder).find((found) => found.endsWith('.whl')) : undefined;
  if (file === undefined)
    throw new TidewaiterError('TDW_SETUP_TENSORFLOW_FETCH', `pip could not fetch ${name} ${version}.`);
  return join(folder, file);
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
