import { TidewaiterError } from '../../services/risk/failure/tidewaiter-error.ts';
import type { Manifest } from './manifest.ts';
import type { Dtype, Table } from './table.ts';

/** A trained model as it was read from its folder, checked against its version. */
export interface Artefact {
  readonly name: string;
  /** SHA-256 over everything that changes an answer. */
  readonly version: string;
  readonly manifest: Manifest;
  readonly tables: ReadonlyMap<string, Table>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

/** A table that the model needs, of the kind it needs it in. @throws TDW_MODEL_MALFORMED where the artefact has none such */
export function tableOf<D extends Dtype>(
  artefact: Artefact,
  name: string,
  dtype: D,
): Extract<Table, { readonly dtype: D }> {
  const table = artefact.tables.get(name);
  if (table?.dtype !== dtype) throw lacking(artefact, `table ${name} of ${dtype}`);
  return table as Extract<Table, { readonly dtype: D }>;
}

/** A list that the model needs. @throws TDW_MODEL_MALFORMED where the artefact has none such */
export function listOf(artefact: Artefact, name: string): readonly string[] {
  const list = artefact.lists.get(name);
  if (list === undefined) throw lacking(artefact, `list ${name}`);
  return list;
}

function lacking({ name, version }: Artefact, what: string): TidewaiterError {
  return new TidewaiterError('TDW_MODEL_MALFORMED', `The artefact ${name}@${version.slice(0, 12)} has no ${what}.`);
}
