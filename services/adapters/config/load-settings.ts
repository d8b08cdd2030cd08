import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import convict from 'convict';
import { contradictions } from '../../../config/contradictions.ts';
import { addFormats } from '../../../config/formats.ts';
import { SCHEMA, SETTINGS } from '../../../config/schema/schema.ts';
import type { Settings } from '../../../config/settings.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { ENVIRONMENT_VARIABLE, environmentLayer, FILE_VARIABLE } from './environment-layer.ts';
import { fileLayer } from './file-layer.ts';
import type { Layer, LayerEntry } from './layer.ts';
import { describeOrigin, type Origin } from './origin.ts';
import { projectRoot } from './project-root.ts';
import { secretLayer } from './secret-layer.ts';

const ENVIRONMENTS = ['development', 'production', 'test'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** What the process was started with. */
export interface Start {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
  /** A file given on the command line; it takes the place of TIDEWAITER_CONFIG. */
  readonly file?: string;
}

export interface LoadedSettings {
  readonly environment: Environment;
  readonly settings: Settings;
  /** Where each value came from, by the setting's path. */
  readonly origins: ReadonlyMap<string, Origin>;
}

/**
 * All settings, checked. Later sources take the place of earlier ones: defaults, config/default.yaml, the file of the
 * environment (TIDEWAITER_ENV), a file of one's own, secret files, environment variables.
 * @throws TidewaiterError TDW_CONFIG_*: nothing is ever half loaded
 */
export function loadSettings(start: Start, root: string = projectRoot()): LoadedSettings {
  const environment = environmentOf(start.variables[ENVIRONMENT_VARIABLE]);
  const stated = [...fileLayers(start, environment, root), environmentLayer(start.variables, start.workingDirectory)];
  const layers = [...stated, secretLayer(lastEntries(stated))];
  const entries = lastEntries(layers);
  const settings = validated(entries, root);
  refuseContradictions(settings);
  return {
    environment,
    settings,
    origins: new Map(SETTINGS.map(({ path }) => [path, entries.get(path)?.origin ?? { kind: 'default' }])),
  };
}

function environmentOf(written: string | undefined): Environment {
  const name = written === undefined || written === '' ? 'development' : written;
  const environment = ENVIRONMENTS.find((known) => known === name);
  if (environment === undefined)
    throw new TidewaiterError(
      'TDW_CONFIG_INVALID',
      `${ENVIRONMENT_VARIABLE} is "${name}"; it must be one of ${ENVIRONMENTS.join(', ')}`,
      { location: { element: ENVIRONMENT_VARIABLE } },
    );
  return environment;
}

function fileLayers(start: Start, environment: Environment, root: string): Layer[] {
  const shipped = ['default', environment]
    .map((name) => join('config', `${name}.yaml`))
    .filter((file) => existsSync(join(root, file)));
  const own = start.file ?? start.variables[FILE_VARIABLE];
  const layers = shipped.map((file) => fileLayer(join(root, file), file, root));
  return own === undefined || own === '' ? layers : [...layers, fileLayer(resolve(start.workingDirectory, own), own)];
}

function lastEntries(layers: readonly Layer[]): ReadonlyMap<string, LayerEntry> {
  return new Map(layers.flatMap((layer) => layer.entries).map((entry) => [entry.path, entry]));
}

function validated(entries: ReadonlyMap<string, LayerEntry>, root: string): Settings {
  addFormats();
  const config = convict(SCHEMA, { env: {}, args: [] });
  for (const [path, entry] of entries) config.set(path, entry.value);
  try {
    config.validate({ allowed: 'strict' });
  } catch (cause) {
    throw new TidewaiterError(
      'TDW_CONFIG_INVALID',
      (cause as Error).message
        .split(/\n(?=[a-zA-Z.]+: |configuration)/)
        .map((line) => withOrigin(line, entries))
        .join('; '),
    );
  }
  for (const { path, format } of SETTINGS)
    if (format === 'path') config.set(path, absolute(config.get(path as never), entries.get(path)?.folder ?? root));
  return config.getProperties();
}

function refuseContradictions(settings: Settings): void {
  const found = contradictions(settings);
  if (found.length > 0) throw new TidewaiterError('TDW_CONFIG_INVALID', found.join('; '));
}

/** convict's line without the value seen, which might hold what should not be shown, and with where it stands. */
function withOrigin(line: string, entries: ReadonlyMap<string, LayerEntry>): string {
  const complaint = line.replace(/: value was .*/s, '');
  const entry = entries.get(line.slice(0, line.indexOf(':')));
  return entry === undefined ? complaint : `${complaint} (${describeOrigin(entry.origin)})`;
}

function absolute(path: string | null, folder: string): string | null {
  return path === null || isAbsolute(path) ? path : resolve(folder, path);
}
