import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { freshMoments } from '../../../../models/anomaly/learn/training/adam.ts';
import type { TrainingState } from '../../../../models/anomaly/learn/training/train-autoencoder.ts';
import {
  dropCheckpoint,
  readCheckpoint,
  writeCheckpoint,
} from '../../../../services/cli/commands/train/anomaly-checkpoint.ts';
import { readAnomalyData } from '../../../../services/cli/training-data/anomaly-data.ts';
import { runCli } from '../../cli/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidewaiter-anomaly-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, ...lines: string[]): string => {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  return join(folder, name);
};

describe('data for the anomaly model', () => {
  it('in the public shape are imports into Korea, with what that shape lacks', async () => {
    const path = written(
      'public.csv',
      'Import Type,Mode of Transport,Importer ID,HS6 Code,Country of Departure,Country of Origin,Tax Rate,Tax Type,Net Mass,Item Price,Fraud',
      '11,10,A,440890,BE,BE,0.0,FEU1,108.0,372254.4,0',
    );
    const { rows, scopes, lacks, file } = await readAnomalyData(path, 'USD');
    expect(rows).toHaveLength(1);
    expect(scopes).toEqual([{ name: 'KR import', currency: 'KRW' }]);
    expect(lacks).toContain('quantity and supplementary unit');
    expect(file).toMatchObject({ name: 'public.csv', rows: 1 });
  });

  it('in the public shape tell which columns they lack, refuse to be without those that make a row, and count the rows left out', async () => {
    const { rows, lacks, leftOut } = await readAnomalyData(
      written(
        'few.csv',
        'Note,HS6 Code,Tax Rate,Net Mass,Item Price,Fraud',
        'x,440890,0.0,108.0,372254.4,0',
        'x,,0.0,108.0,372254.4,0',
        'x,440890,0.0,108.0,372254.4,',
      ),
      'USD',
    );
    expect([rows.length, leftOut]).toEqual([1, 2]);
    expect(lacks).toEqual(expect.arrayContaining(['Importer ID', 'Country of Origin', 'Tax Type']));
    await expect(
      readAnomalyData(written('unlabelled.csv', 'HS6 Code,Tax Rate,Item Price', '440890,0.0,1'), 'USD'),
    ).rejects.toMatchObject({ code: 'TDW_MODEL_DATA', message: 'unlabelled.csv lacks the columns Fraud, Net Mass.' });
    await expect(
      readAnomalyData(written('none.csv', 'HS6 Code,Tax Rate,Net Mass,Item Price,Fraud'), 'USD'),
    ).rejects.toMatchObject({ code: 'TDW_MODEL_DATA', message: 'none.csv has no row with a code and an outcome.' });
  });

  it('in an own table are in the scopes that it names', async () => {
    const path = written(
      'own.csv',
      'scope,commodity_code,outcome,value,net_mass',
      'GB import,84198120,0,400,10',
      'GB export,84198120,1,500,',
      'GB export,84198120,,500,3',
    );
    const { rows, scopes, lacks, leftOut } = await readAnomalyData(path, 'GBP');
    expect(scopes.map(({ name }) => name)).toEqual(['GB export', 'GB import']);
    expect(rows[1]!.numbers.netMass).toBeNaN();
    expect(leftOut).toBe(1);
    expect(lacks).toContain('packages');
  });

  it('of another shape, or with a broken line, are refused', async () => {
    await expect(readAnomalyData(written('other.csv', 'a,b', '1,2'), 'USD')).rejects.toMatchObject({
      code: 'TDW_MODEL_DATA',
    });
    await expect(
      readAnomalyData(written('cut.csv', 'HS6 Code,Tax Rate,Net Mass,Item Price,Fraud', '440890,0.0'), 'USD'),
    ).rejects.toMatchObject({ code: 'TDW_MODEL_DATA', location: { line: 2 } });
    await expect(
      readAnomalyData(written('broken.csv', 'scope,commodity_code,outcome', 'GB import,84,0'), 'USD'),
    ).rejects.toMatchObject({ code: 'TDW_MODEL_DATA', location: { line: 2 } });
  });
});

describe('a checkpoint', () => {
  const weights = new Map([['encode', { shape: [1, 2] as const, values: Float32Array.of(1.5, -2) }]]);
  const state: TrainingState = { epochsDone: 3, weights, moments: freshMoments(weights), losses: [3, 2, 1] };
  const file = join(folder, 'state');

  it('comes back as it was, for the same data, seed and passes only', () => {
    writeCheckpoint(file, 'key', state);
    expect(readCheckpoint(file, 'key')).toEqual(state);
    expect(readCheckpoint(file, 'another key')).toBeUndefined();
    dropCheckpoint(file);
    expect(readCheckpoint(file, 'key')).toBeUndefined();
  });
});

describe('the commands', () => {
  it('say what is wrong with a command line or a model', async () => {
    expect((await runCli(['train', 'anomaly'])).code).toBe(2);
    expect((await runCli(['train', 'anomaly', '--data', join(folder, 'public.csv'), '--epochs', '0'])).code).toBe(2);
    const few = await runCli(['train', 'anomaly', '--data', join(folder, 'public.csv'), '--json']);
    expect([few.code, few.stderr]).toEqual([
      1,
      expect.stringMatching(
        /The data have [01] different goods where nothing was found; 250 are the least to learn from\./,
      ),
    ]);
    const absent = await runCli(['train', 'anomaly', '--data', join(folder, 'nothing.csv'), '--json']);
    expect([absent.code, absent.stderr]).toEqual([1, expect.stringContaining('TDW_INPUT_UNREADABLE')]);
    const noModel = await runCli([
      'evaluate',
      'anomaly',
      '--data',
      join(folder, 'public.csv'),
      '--model',
      join(folder, 'nothing'),
    ]);
    expect(noModel.stderr).toContain('TDW_MODEL_MISSING');
  }, 120_000);
});
