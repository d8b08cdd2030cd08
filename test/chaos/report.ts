import Table from 'cli-table3';
import type { GapCount } from './log/count-gaps.ts';
import type { ChaosResult } from './run-chaos.ts';

/** Without colours: it goes to logs as often as to terminals. */
const PLAIN = { style: { head: [], border: [] } };

/** What was done and what came of it, for people. */
export function chaosTable({ struck, recoverySeconds, lost, doubled, java, ...counted }: ChaosResult): string {
  const blows = new Table({
    ...PLAIN,
    head: ['blow', 'times', 'all answered after, s (max)'],
    colAligns: ['left', 'right', 'right'],
  });
  for (const [what, times] of grouped(struck))
    blows.push([what, times.length, Math.max(...times.map((blow) => blow.recoverySeconds)).toFixed(1)]);
  const counts = new Table({ ...PLAIN, head: ['counted', ''], colAligns: ['left', 'right'] });
  for (const [name, value] of Object.entries(counted))
    counts.push([
      name,
      typeof value === 'object'
        ? Object.entries(value)
            .map(([part, amount]) => `${amount} ${part}`)
            .join(', ')
        : String(value),
    ]);
  counts.push(
    ['lost: ours / Java consumer', `${lost} / ${java.lost}`],
    ['doubled: ours / Java consumer', `${doubled} / ${java.doubled}`],
  );
  counts.push(['recovery p50 / max, s', `${recoverySeconds.p50} / ${recoverySeconds.max}`]);
  return `${blows.toString()}\n${counts.toString()}`;
}

/** What came of the blows to the log. */
export function gapTable(count: GapCount): string {
  const counts = new Table({ ...PLAIN, head: ['blows to the log', ''], colAligns: ['left', 'right'] });
  for (const [name, value] of Object.entries(count)) counts.push([name, String(value)]);
  return counts.toString();
}

function grouped(struck: ChaosResult['struck']): Map<string, ChaosResult['struck'][number][]> {
  const groups = new Map<string, ChaosResult['struck'][number][]>();
  for (const blow of struck) groups.set(blow.what, [...(groups.get(blow.what) ?? []), blow]);
  return groups;
}
