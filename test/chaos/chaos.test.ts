import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const MAIN = join(import.meta.dirname, '../../dist/test/chaos/main.js');
const MINUTES = 60_000;

/** A campaign in a process of its own, on servers of its own. */
async function campaign(...args: string[]): Promise<Record<string, unknown>> {
  const run = promisify(execFile)(process.execPath, [MAIN, '--json', ...args], { maxBuffer: 1e8 });
  const { stdout, stderr } = await run.catch((error: { stdout: string; stderr: string }) => error);
  process.stderr.write(stderr.split('\n').slice(-60).join('\n'));
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Record<string, unknown>;
}

const NOTHING_WRONG = {
  lost: 0,
  doubled: 0,
  java: { lost: 0, doubled: 0 },
  judgesDiffer: 0,
  auditMissing: 0,
  auditDoubled: 0,
  ledgerDifference: 0,
  mixed: 0,
};

describe('nothing lost, nothing twice', () => {
  test(
    'given twenty kills at named points and at random, freezes, restarts, cuts and blows to the log, when all is counted, then by both consumers nothing is lost and nothing is there twice',
    async () => {
      expect(await campaign('--kills', '20')).toMatchObject({
        kills: 20,
        ...NOTHING_WRONG,
        log: { unseenGaps: 0, toldWrongly: 0, answeredTwice: 0 },
      });
    },
    20 * MINUTES,
  );

  test(
    'given the fence taken away, when a frozen process thaws, then the same count comes out wrong, and as wrong by the Java consumer',
    async () => {
      const { lost, doubled, java, judgesDiffer } = await campaign(
        '--kills',
        '0',
        '--events',
        '4000',
        '--without-fence',
      );
      expect(doubled).toBeGreaterThan(0);
      expect({ java, judgesDiffer }).toEqual({ java: { lost, doubled }, judgesDiffer: 0 });
    },
    10 * MINUTES,
  );
});
