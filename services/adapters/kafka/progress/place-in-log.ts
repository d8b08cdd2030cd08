import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';

/** How far a group has come in one partition: the first offset that it has not answered, and the id of the log that this is an offset of. */
export interface Place {
  readonly next: bigint;
  /** Unknown where an earlier release committed it. */
  readonly log?: string | undefined;
}

/** One partition's log as the brokers have it: the offset of its first record, and the one that the next committed record will have. */
export interface LogRange {
  readonly start: bigint;
  readonly end: bigint;
}

export type Log = LogRange & { readonly id: string };

/** Records that a group will never see. */
export type Gap =
  /** The log begins behind the place: `from` to `to` (without it) were removed before they were answered. */
  | { readonly kind: 'recordsLost'; readonly from: bigint; readonly to: bigint }
  /** The topic was made anew: what the earlier log held from `from` on was not answered, and the new one is read from `start`. */
  | { readonly kind: 'logReplaced'; readonly from: bigint; readonly start: bigint };

export interface Beginning {
  readonly next: bigint;
  /** To be told before anything is answered. */
  readonly gaps: readonly Gap[];
}

/**
 * Where to go on reading a log. @param committed the group's own record @param known what this process has seen of the group before:
 * a topic that is deleted takes the committed offsets with it.
 * @throws TDW_KAFKA_LOG_SHORTER where the same log ends before what was answered of it
 */
export function beginningIn(log: Log, committed: Place | undefined, known: Place | undefined): Beginning {
  const place = committed ?? known;
  if (place === undefined) return { next: log.start, gaps: [] };
  if (isAnother(log, place))
    return {
      next: log.start,
      gaps: [{ kind: 'logReplaced', from: place.next, start: log.start }, ...removed(0n, log.start)],
    };
  if (place.next > log.end)
    throw new TidewaiterError('TDW_KAFKA_LOG_SHORTER', `the log ends at ${log.end}, and ${place.next} was committed`);
  return place.next < log.start
    ? { next: log.start, gaps: removed(place.next, log.start) }
    : { next: place.next, gaps: [] };
}

/** Without the id only an end before the place tells. */
function isAnother({ id, end }: Log, place: Place): boolean {
  return place.log === undefined ? place.next > end : place.log !== id;
}

const removed = (from: bigint, to: bigint): readonly Gap[] => (from < to ? [{ kind: 'recordsLost', from, to }] : []);

/** As the group's record holds it: kafkajs hands on negative offsets, which mean that there is none. */
export function placeOf({
  offset,
  metadata,
}: {
  readonly offset: string;
  readonly metadata: string | null;
}): Place | undefined {
  if (BigInt(offset) < 0n) return undefined;
  return { next: BigInt(offset), log: /^[0-9a-f]{32}$/.exec(metadata ?? '')?.[0] };
}

/** What is committed for a place: the one way to the group's record, which no negative offset passes. */
export function commitOf({ next, log }: Place): { readonly offset: string; readonly metadata: string | null } {
  if (next < 0n) throw new RangeError(`${next} is no place in a log`);
  return { offset: next.toString(), metadata: log ?? null };
}
