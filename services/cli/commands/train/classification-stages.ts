import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import {
  noStages,
  type StageArrays,
  type StageStore,
} from '../../../../models/classification/learn/training/stages.ts';

/**
 * Finished stages of a run, one file each. Those of another run (other data, seed or schedule) are not taken up.
 * @param folder undefined keeps nothing
 */
export function stagesIn(folder: string | undefined, run: string): StageStore {
  if (folder === undefined) return noStages;
  mkdirSync(folder, { recursive: true });
  const fileOf = (stage: string): string => join(folder, `${run.slice(0, 16)}-${stage}.stage`);
  return {
    read: (stage) =>
      existsSync(fileOf(stage)) ? (deserialize(readFileSync(fileOf(stage))) as StageArrays) : undefined,
    write: (stage, arrays) => {
      writeFileSync(`${fileOf(stage)}.part`, serialize(arrays));
      renameSync(`${fileOf(stage)}.part`, fileOf(stage));
    },
  };
}

export function dropStages(folder: string | undefined): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
