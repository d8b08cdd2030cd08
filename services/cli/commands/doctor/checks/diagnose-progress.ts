import type { GroupState } from '../../../../adapters/kafka/admin/read-group.ts';
import type { Gap } from '../../../../adapters/kafka/progress/place-in-log.ts';
import type { GroupProgress, PartitionProgress } from '../../../../adapters/kafka/progress/read-progress.ts';
import type { ServiceName } from '../../../../runtime/compose/consumer.ts';
import { type Diagnosis, failure, fine, warning } from './check.ts';

/** A group as it is, and how far it was some seconds before. */
export interface SeenProgress {
  readonly group: GroupState;
  readonly before: GroupProgress;
  readonly progress: GroupProgress;
}

export interface ProgressLimits {
  readonly service: ServiceName;
  /** Shortest time that one of the topics keeps its records. */
  readonly retentionMs: number;
  readonly standstillAfterMs: number;
  readonly now: number;
}

/** Share of the retention, and of the log, at which records are about to leave before they are read. */
const NEAR = { retention: 0.5, log: 0.1 };
/** Most partitions that are named one by one. */
const NAMED = 5;

/** The verdict on how far a group has come: what is lost, what stands still, who is missing, what is about to be lost; the worst first. */
export function diagnoseProgress(seen: SeenProgress, limits: ProgressLimits): Diagnosis {
  const found = lost(seen) ?? unread(seen, limits) ?? standing(seen, limits) ?? leaving(seen, limits);
  if (found === undefined) return fine(summary(seen));
  return found.status === 'fail'
    ? failure(`${found.says}; ${summary(seen)}`, found.todo)
    : warning(`${found.says}; ${summary(seen)}`, found.todo);
}

interface Finding {
  readonly status: 'warn' | 'fail';
  readonly says: string;
  readonly todo: string;
}

const named = ({ topic, partition }: PartitionProgress): string => `partition ${partition} of ${topic}`;

function lost({ progress }: SeenProgress): Finding | undefined {
  const gaps = progress.partitions.flatMap((partition) =>
    partition.gaps.map((gap) => `${named(partition)}: ${told(gap)}`),
  );
  return gaps.length === 0
    ? undefined
    : {
        status: 'fail',
        says: listed(gaps),
        todo: 'See TidewaiterRecordsLost and TidewaiterLogReplaced in infra/RUNBOOK.md.',
      };
}

function told(gap: Gap): string {
  return gap.kind === 'recordsLost'
    ? `records ${gap.from} to ${gap.to - 1n} left the log unread`
    : `made anew; from ${gap.from} on its earlier log was not answered`;
}

function unread({ group, progress }: SeenProgress, { service }: ProgressLimits): Finding | undefined {
  const unheld = progress.partitions.filter(
    (one) => one.unanswered > 0 && !group.held.has(`${one.topic}/${one.partition}`),
  );
  if (unheld.length === 0 || (group.members > 0 && group.state !== 'Stable')) return undefined;
  return {
    status: 'fail',
    says: `records wait and nobody reads ${listed(unheld.map(named))}`,
    todo: `Start a process (\`tidewaiter run --only ${service}\`); where one runs, its /readyz says what it lacks.`,
  };
}

function standing({ before, progress }: SeenProgress, { standstillAfterMs, now }: ProgressLimits): Finding | undefined {
  if (progress.oldest === undefined || now - progress.oldest < standstillAfterMs) return undefined;
  const still = progress.partitions.filter(
    (one) =>
      one.unanswered > 0 &&
      before.partitions.some(
        (earlier) => earlier.topic === one.topic && earlier.partition === one.partition && earlier.next === one.next,
      ),
  );
  if (still.length === 0) return undefined;
  return {
    status: 'fail',
    says: `stands still: ${listed(still.map(named))}`,
    todo: 'See TidewaiterNoProgress in infra/RUNBOOK.md.',
  };
}

function leaving({ progress }: SeenProgress, { retentionMs, now }: ProgressLimits): Finding | undefined {
  const late = progress.oldest !== undefined && now - progress.oldest > NEAR.retention * retentionMs;
  const near = progress.partitions.filter(
    ({ start, next, end, unanswered }) =>
      start > 0n && unanswered > 0 && Number(next - start) < NEAR.log * Number(end - start),
  );
  if (!late && near.length === 0) return undefined;
  const where = late
    ? 'the oldest of them have waited for more than half of the time that their topic keeps them'
    : `in ${listed(near.map(named))} the log begins close behind what was read`;
  return {
    status: 'warn',
    says: `records are about to leave the log before they are read: ${where}`,
    todo: 'See TidewaiterRetentionNears in infra/RUNBOOK.md.',
  };
}

function summary({ group, progress }: SeenProgress): string {
  const waiting = progress.partitions
    .filter(({ unanswered }) => unanswered > 0)
    .sort((a, b) => b.unanswered - a.unanswered);
  const where = waiting.length === 0 ? '' : ` (${listed(waiting.map((one) => `${one.unanswered} in ${named(one)}`))})`;
  return `group ${group.state}, ${group.members} members, ${progress.partitions.length} partitions, ${group.held.size} of them held, ${progress.records} records wait${where}`;
}

function listed(names: readonly string[]): string {
  return names.length <= NAMED
    ? names.join(', ')
    : `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more`;
}
