import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type avsc from 'avsc';

/** Every schema, by the name of its file. */
export const SCHEMA_NAMES = [
  'declaration-event',
  'assessment',
  'referral',
  'notice',
  'dead-letter',
  'outcome',
  'reference-activation',
] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];

/** The folder `schemas/`, found from the sources as well as from `dist/`, where the compiler does not copy it. */
export function schemaFolder(from: string = dirname(fileURLToPath(import.meta.url))): string {
  const folder = join(from, 'schemas');
  if (existsSync(join(folder, 'declaration-event.avsc'))) return folder;
  if (dirname(from) === from)
    throw new Error('schemas/declaration-event.avsc is nowhere above this file: the installation is incomplete');
  return schemaFolder(dirname(from));
}

const readSchema = (...path: string[]): avsc.Schema =>
  JSON.parse(readFileSync(join(schemaFolder(), ...path), 'utf8')) as avsc.Schema;

/** What is written today. */
export const currentSchema = (name: SchemaName): avsc.Schema => readSchema(`${name}.avsc`);

export interface ReleasedSchema {
  readonly version: number;
  readonly schema: avsc.Schema;
}

/** Every version that was ever released, oldest first. */
export function releasedSchemas(name: SchemaName): readonly ReleasedSchema[] {
  return readdirSync(join(schemaFolder(), 'released', name))
    .map((file) => /^(\d+)\.avsc$/.exec(file)?.[1])
    .filter((version) => version !== undefined)
    .map((version) => ({ version: Number(version), schema: readSchema('released', name, `${version}.avsc`) }))
    .sort((a, b) => a.version - b.version);
}
