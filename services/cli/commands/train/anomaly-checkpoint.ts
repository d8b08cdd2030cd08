import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { TrainingState } from '../../../../models/anomaly/learn/training/train-autoencoder.ts';

/** What a state belongs to: data, seed and passes. */
export type CheckpointKey = string;

/** The state that an interrupted run of the same key left; undefined where there is none. */
export function readCheckpoint(file: string | undefined, key: CheckpointKey): TrainingState | undefined {
  if (file === undefined || !existsSync(file)) return undefined;
  const kept = deserialize(readFileSync(file)) as { readonly key: CheckpointKey; readonly state: TrainingState };
  return kept.key === key ? kept.state : undefined;
}

/** Written beside and moved into place, so that an interruption never leaves half of one. */
export function writeCheckpoint(file: string | undefined, key: CheckpointKey, state: TrainingState): void {
  if (file === undefined) return;
  writeFileSync(`${file}.part`, serialize({ key, state }));
  renameSync(`${file}.part`, file);
}

export function dropCheckpoint(file: string | undefined): void {
  if (file !== undefined) rmSync(file, { force: true });
}
