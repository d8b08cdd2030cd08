import { type Answers, readAnswers } from '../answers.ts';
import { setScene } from '../scene.ts';
import { startWorker, type Worker } from '../workers.ts';
import { countGaps, type GapCount } from './count-gaps.ts';
import { frozenPastRetention } from './frozen-past-retention.ts';
import type { LogBlow } from './log-blow.ts';
import { logStartMoved } from './log-start-moved.ts';
import { partitionsAdded } from './partitions-added.ts';
import { type PlacedInput, placedInput } from './placed-input.ts';
import { isTold, listenForGaps, type Told } from './told-gaps.ts';
import { topicMadeAnew, topicMadeAnewAtOnce } from './topic-made-anew.ts';

const BLOWS: readonly LogBlow[] = [
  logStartMoved,
  topicMadeAnew,
  topicMadeAnewAtOnce,
  frozenPastRetention,
  partitionsAdded,
  logStartMoved,
];
const SCORING_WORKERS = 3;
const SETTLED_WITHIN_MS = 180_000;
const POLL_MS = 100;

/** So little a fetch that records wait in the log; and partitions that are added are soon seen. */
const READING = {
  TIDEWAITER_KAFKA_CONSUMER_MAX_BYTES_PER_PARTITION: '8192',
  TIDEWAITER_KAFKA_CONSUMER_METADATA_MAX_AGE: '2 s',
};

/** Strikes at the topic of declarations itself: every event is answered, or lies in a range that was told. */
export async function runLogBlows(seed: number, report: (line: string) => void): Promise<GapCount> {
  const scene = await setScene(seed, report);
  const environment = { ...scene.environment, ...READING };
  const scoring: Worker[] = [];
  const admin = scene.client.admin();
  try {
    const topic = scene.topics.declarations;
    const input = placedInput(scene.client, topic, seed);
    const answers = await readAnswers(scene.client, scene.topics);
    for (let index = 0; index < SCORING_WORKERS; index += 1)
      scoring.push(await startWorker('scoring', 'kept', environment));
    const told = listenForGaps(scoring, topic, input);
    await admin.connect();
    await input.publish(240);
    await untilSettled(input, answers, told);
    for (const blow of BLOWS) {
      await blow.strike({ scene, admin, topic, scoring, input });
      await untilSettled(input, answers, told);
      report(`${blow.what}: ${inWords(countGaps(input, answers, told))}`);
    }
    await answers.stop();
    return countGaps(input, answers, told);
  } finally {
    await Promise.allSettled(scoring.map((worker) => worker.stop()));
    await admin.disconnect();
    await scene.stop();
  }
}

/** Waits until every event is answered or told, or time is over: what is then neither is counted. */
async function untilSettled({ placed }: PlacedInput, answers: Answers, told: readonly Told[]): Promise<void> {
  const open = (): boolean => placed.some((one) => !answers.assessed.has(one.eventId) && !isTold(one, told));
  for (
    const deadline = Date.now() + SETTLED_WITHIN_MS;
    Date.now() < deadline;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  ) {
    await answers.untilAnswered(0, 0);
    if (!open()) return;
  }
}

const inWords = ({ published, answered, toldLost, unseenGaps }: GapCount): string =>
  `${answered} of ${published} events answered, ${toldLost} told as lost, ${unseenGaps} unseen`;
