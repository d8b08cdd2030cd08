import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readRulings, type Ruling } from '../../../models/classification/learn/data/rulings.ts';
import { openSourceFile } from '../../adapters/reference-files/open-source-file.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { PUBLIC_RULINGS } from './classification-data.ts';

/** @throws TDW_MODEL_DATA where the file is no JSON lines of questions and answers */
async function readRulingsFile(path: string): Promise<readonly Ruling[]> {
  try {
    return readRulings(await openSourceFile(path));
  } catch (cause) {
    throw cause instanceof TidewaiterError && cause.code === 'TDW_REFERENCE_MALFORMED'
      ? cause
      : new TidewaiterError('TDW_MODEL_DATA', `${path} is no JSON lines of rulings: ${(cause as Error).message}`, {
          location: { file: path },
          cause,
        });
  }
}

/** The rulings to measure on: those named, else those in a folder laid out as the public data sets. */
export async function findRulings(
  workingDirectory: string,
  named: string | undefined,
  data: readonly string[],
): Promise<readonly Ruling[]> {
  if (named !== undefined) return readRulingsFile(resolve(workingDirectory, named));
  const found = data.map((path) => join(resolve(workingDirectory, path), PUBLIC_RULINGS)).find(existsSync);
  return found === undefined ? [] : readRulingsFile(found);
}
