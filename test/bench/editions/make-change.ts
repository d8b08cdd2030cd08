import { until } from '../measure/until.ts';
import type { LoopBlock } from '../worker/messages.ts';
import type { MeasuredStream } from './measured-stream.ts';
import type { DeskOrder, Part } from './messages.ts';
import type { Desk } from './start-desk.ts';

/** What was done: an edition announced, put in force after every process had loaded it, or put in force out of nothing. */
export const STEPS = ['announced', 'activated, prepared', 'activated, not prepared'] as const;
export type Step = (typeof STEPS)[number];

/** A change that was made, and when; milliseconds since the epoch. */
export interface Change {
  readonly part: Part;
  readonly step: Step;
  readonly edition: string;
  /** The desk was asked. */
  readonly askedAt: number;
  /** The reference topic named the edition. */
  readonly publishedAt: number;
  /** The last process had it in force, or beside the one in force. */
  readonly doneAt: number;
  /** A second after that, and after every partition was judged by it: until then it may have slowed the stream. */
  readonly endedAt: number;
  /** The longest time in which nothing else could run, in any process, from when it was published to its end. */
  readonly longestBlock: Pick<LoopBlock, 'ms' | 'ownMs'>;
}

const AFTER_MS = 1_000;

/** Prepares an edition and puts it in force, then puts another in force that nobody prepared. */
export async function makeChanges(
  stream: MeasuredStream,
  desk: Desk,
  part: Part,
  variants: Iterator<number, never>,
): Promise<readonly Change[]> {
  const [prepared, other] = [variants.next().value, variants.next().value];
  return [
    await makeChange(stream, desk, { part, variant: prepared, step: 'prepare' }, 'announced'),
    await makeChange(stream, desk, { part, variant: prepared, step: 'activate' }, 'activated, prepared'),
    await makeChange(stream, desk, { part, variant: other, step: 'activate' }, 'activated, not prepared'),
  ];
}

async function makeChange(stream: MeasuredStream, desk: Desk, order: DeskOrder, step: Step): Promise<Change> {
  const askedAt = Date.now();
  const edition = await desk.make(order);
  const [standing, wanted] =
    order.step === 'prepare' ? ['prepared' as const, 'prepared'] : ['main' as const, 'inForce'];
  const said = (): readonly (number | undefined)[] =>
    stream.workers.map(({ editions }) => editions.find((one) => one.edition === edition && one.said === wanted)?.at);
  await until(
    `${order.part}, ${step}: in every process`,
    () => !said().includes(undefined) && stream.publishedAt(standing, edition) !== undefined,
  );
  const publishedAt = stream.publishedAt(standing, edition)!;
  const doneAt = Math.max(...said().map((at) => at!));
  if (order.step === 'activate') await untilJudgedBy(stream, edition);
  const endedAt = (order.step === 'activate' ? Date.now() : doneAt) + AFTER_MS;
  await untilTold(stream, endedAt);
  const longestBlock = longestBlockWithin(stream, [[publishedAt, endedAt]]);
  return { part: order.part, step, edition, askedAt, publishedAt, doneAt, endedAt, longestBlock };
}

/** Waits until every partition that has answers has one by an edition; on an idle stream none has any. */
async function untilJudgedBy({ answers }: MeasuredStream, edition: string): Promise<void> {
  const partitions = new Set(answers.map(({ partition }) => partition));
  let seen = 0;
  await until('an answer by the edition in every partition', () => {
    for (; seen < answers.length; seen += 1)
      if (answers[seen]!.edition === edition) partitions.delete(answers[seen]!.partition);
    return partitions.size === 0;
  });
}

/** Waits until every process has told of itself after a time: it lives, and nothing is to come from before. */
export async function untilTold({ workers }: MeasuredStream, at: number): Promise<void> {
  await until('a word of every process', () => workers.every(({ blocks }) => (blocks.at(-1)?.at ?? 0) >= at));
}

/** In any process. @param spans from and to */
export function longestBlockWithin(
  { workers }: MeasuredStream,
  spans: readonly (readonly [number, number])[],
): Pick<LoopBlock, 'ms' | 'ownMs'> {
  const told = workers
    .flatMap(({ blocks }) => blocks)
    .filter(({ at }) => spans.some(([from, to]) => from <= at && at <= to));
  return { ms: Math.max(0, ...told.map(({ ms }) => ms)), ownMs: Math.max(0, ...told.map(({ ownMs }) => ownMs)) };
}
