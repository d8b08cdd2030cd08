import type convict from 'convict';
import type { Settings } from '../settings.ts';
import { authority, deadlines, reference, retention } from './authority.ts';
import { kafka, registry } from './kafka.ts';
import { models } from './models.ts';
import { postgres } from './postgres.ts';
import { http, limits, logging, scoring, shutdown } from './processes.ts';

/** Every setting, documented. The variable of each follows from its place: kafka.sasl.username is TIDEWAITER_KAFKA_SASL_USERNAME. */
export const SCHEMA: convict.Schema<Settings> = {
  dataDir: {
    doc: 'Folder for reference snapshots and other files that can be made again.',
    format: 'path',
    default: '.data',
  },
  policyDir: { doc: 'Folder of lanes.yaml and rules/.', format: 'path', default: 'config/policy' },
  authority,
  kafka,
  registry,
  postgres,
  scoring,
  limits,
  deadlines,
  retention,
  reference,
  models,
  http,
  logging,
  shutdown,
};

/** One setting of the schema. */
export interface Setting {
  /** "kafka.sasl.password". */
  readonly path: string;
  /** "TIDEWAITER_KAFKA_SASL_PASSWORD". */
  readonly variable: string;
  readonly doc: string;
  readonly format: string | readonly string[];
  readonly secret: boolean;
  /** For a secret: the setting that names the file which holds it. */
  readonly fileSetting?: string;
}

/** All settings in the schema's order. */
export const SETTINGS: readonly Setting[] = settingsOf(SCHEMA, []);

function settingsOf(node: object, path: readonly string[]): Setting[] {
  return Object.entries(node).flatMap(([key, child]: [string, object]) =>
    'default' in child ? [settingAt([...path, key], child as convict.SchemaObj)] : settingsOf(child, [...path, key]),
  );
}

function settingAt(path: readonly string[], entry: convict.SchemaObj): Setting {
  const name = path.join('.');
  const secret = entry.sensitive === true;
  return {
    path: name,
    variable: variableOf(path),
    doc: entry.doc ?? '',
    format: entry.format as string | readonly string[],
    secret,
    ...(secret ? { fileSetting: `${name}File` } : {}),
  };
}

function variableOf(path: readonly string[]): string {
  return ['TIDEWAITER', ...path.map((part) => part.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase())].join('_');
}
