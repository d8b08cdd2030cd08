import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { Kind } from '../kinds/kind.ts';
import { countEntries } from '../snapshot/check-snapshot.ts';
import { type Snapshot, snapshotName } from '../snapshot/snapshot.ts';

/** A new edition of a tariff or a code list changes a few per cent; a truncated download loses far more. */
export const LEAST_SHARE_KEPT = 0.9;

/**
 * Refuses a snapshot that lost more than a tenth of any of its parts against the version before it: a truncated file, or one
 * whose columns have changed so that a part is no longer understood.
 */
export function refuseShrunk(next: Snapshot, before: Snapshot, kinds: readonly Kind[]): void {
  const [now, then] = [countEntries(next, kinds), countEntries(before, kinds)];
  const losses = Object.entries(then).filter(([part, count]) => (now[part] ?? 0) < count * LEAST_SHARE_KEPT);
  if (losses.length === 0) return;
  const what = losses.map(([part, count]) => `${part} ${count} → ${now[part] ?? 0}`).join(', ');
  throw new TidewaiterError('TDW_REFERENCE_SHRUNK', `${snapshotName(next)} would shrink: ${what}.`);
}
