import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { projectRoot } from './project-root.mjs';

/**
 * Stays in node_modules: what has a native part, TensorFlow.js, of which a process may have only one, and the clients of servers, whose
 * inner parts are known by their paths.
 */
const APART = /^(@tensorflow\/|snappy$|lz4-napi$|kafkajs|@kafkajs\/|pg$|avsc$|pino$|prom-client$)/;
/** Tables of the language detector: one object of a hundred thousand members, which is read four times as fast as JSON. */
const TABLES = /[\\/]eld[\\/]src[\\/]ngrams[\\/]\w+\.js$/;
const ENTRY = 'tidewaiter.js';
/** A process that still runs may load a part of the program that it was started from. */
const EARLIER_KEPT_MS = 7 * 24 * 3_600_000;

/**
 * Makes dist/program/ out of the sources: the program in files of which a command loads some twenty, instead of hundreds of modules that
 * have to be found one by one. They lie in a folder named by a hash over all their code, which tells this program from every other one;
 * dist/program/tidewaiter.js starts the latest.
 */
export async function bundle() {
  const programs = join(projectRoot(), 'dist', 'program');
  const parts = await generate();
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  mkdirSync(programs, { recursive: true });
  if (!existsSync(join(programs, hash))) {
    const beside = join(programs, `.${hash}.${process.pid}`);
    writeParts(beside, parts);
    renameSync(beside, join(programs, hash));
  }
  writeFileSync(join(programs, `.${ENTRY}`), `import './${hash}/${ENTRY}';\n`);
  renameSync(join(programs, `.${ENTRY}`), join(programs, ENTRY));
  removeEarlier(programs, hash);
}

/** @returns {Promise<readonly (readonly [string, string])[]>} file names and what they hold */
async function generate() {
  const program = await rolldown({
    input: { tidewaiter: join(projectRoot(), 'services', 'cli', 'main.ts') },
    cwd: projectRoot(),
    platform: 'node',
    external: APART,
    plugins: [{ name: 'tables-as-json', load: { filter: { id: TABLES }, handler: asJson } }],
  });
  // As deep as they will lie: a map of the sources names them from there.
  const dir = join(projectRoot(), 'dist', 'program', 'parts');
  const { output } = await program.generate({
    dir,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    sourcemap: true,
  });
  await program.close();
  return output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)]);
}

/** @param {string} file */
async function asJson(file) {
  const exported = Object.entries(await import(pathToFileURL(file).href));
  return exported
    .map(([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`)
    .join('\n');
}

/**
 * @param {string} folder
 * @param {readonly (readonly [string, string])[]} parts
 */
function writeParts(folder, parts) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, content] of parts) writeFileSync(join(folder, name), content);
}

/**
 * @param {string} programs
 * @param {string} current
 */
function removeEarlier(programs, current) {
  for (const name of readdirSync(programs).filter((one) => /^\.?[0-9a-f]{64}/.test(one) && one !== current)) {
    const folder = join(programs, name);
    if (Date.now() - statSync(folder).mtimeMs > EARLIER_KEPT_MS) rmSync(folder, { recursive: true, force: true });
  }
}
