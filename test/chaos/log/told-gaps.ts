import type { ToldGap } from '../gap-message.ts';
import type { Worker } from '../workers.ts';
import type { Placed, PlacedInput } from './placed-input.ts';

/** Ranges of one log that workers told as lost. */
export interface Told {
  readonly log: number;
  readonly partition: number;
  readonly from: bigint;
  /** Without it; undefined for everything up to the end of a log that is gone. */
  readonly to: bigint | undefined;
}

/** Listens to what workers tell of a topic. */
export function listenForGaps(
  workers: readonly Worker[],
  topic: string,
  input: Pick<PlacedInput, 'log'>,
): readonly Told[] {
  const told: Told[] = [];
  for (const worker of workers) worker.onGap((gap) => void (gap.topic === topic && told.push(toldOf(gap, input.log))));
  return told;
}

function toldOf(gap: ToldGap, log: number): Told {
  const from = BigInt(gap.from);
  return gap.kind === 'logReplaced'
    ? { log: log - 1, partition: gap.partition, from, to: undefined }
    : { log, partition: gap.partition, from, to: BigInt(gap.to) };
}

export function isTold({ log, partition, offset }: Placed, told: readonly Told[]): boolean {
  return told.some(
    (gap) =>
      gap.log === log && gap.partition === partition && offset >= gap.from && (gap.to === undefined || offset < gap.to),
  );
}
