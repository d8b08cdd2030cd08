import { Histogram, type Registry } from 'prom-client';
import type { Emitted } from '../../scoring/steps/emit-step.ts';
import type { Read } from './committed-batches.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const ANSWER_BUCKETS = [
  0.01,
  0.025,
  0.05,
  0.1,
  0.175,
  0.25,
  0.5,
  1,
  2.5,
  5,
  10,
  30,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  6 * HOUR,
  24 * HOUR,
];
const REFERRAL_BUCKETS = [
  0.05,
  0.1,
  0.25,
  0.5,
  1,
  2.5,
  5,
  10,
  30,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  6 * HOUR,
  24 * HOUR,
  72 * HOUR,
];

/** Times at which a declaration arrived and, where it was referred, was accepted, milliseconds since the epoch. */
interface Waiting {
  readonly arrivedAt: number;
  readonly referred: boolean;
  readonly acceptedAt: number | undefined;
}

/** How long it took until the answer was committed. */
export function answerTimeMetrics(registry: Registry): Read<readonly Emitted[]> {
  const registers = [registry];
  const answers = new Histogram({
    name: 'tidewaiter_answer_seconds',
    help: 'Time from the arrival of a declaration event to its committed answer.',
    buckets: ANSWER_BUCKETS,
    registers,
  });
  const referrals = new Histogram({
    name: 'tidewaiter_referral_seconds',
    help: 'Time to the committed referral, from the arrival of the event and from the acceptance of the declaration where it states one.',
    labelNames: ['since'] as const,
    buckets: REFERRAL_BUCKETS,
    registers,
  });
  for (const since of ['arrival', 'acceptance']) referrals.zero({ since });
  return (answered) => {
    const waiting = answered.map(waitingSince);
    return (committedAt) => {
      for (const { arrivedAt, referred, acceptedAt } of waiting) {
        const waited = secondsSince(arrivedAt, committedAt);
        answers.observe(waited);
        if (!referred) continue;
        referrals.observe({ since: 'arrival' }, waited);
        if (acceptedAt !== undefined) referrals.observe({ since: 'acceptance' }, secondsSince(acceptedAt, committedAt));
      }
    };
  };
}

function waitingSince({ record, facts: { asOf }, referral }: Emitted): Waiting {
  const referred = referral !== undefined;
  return {
    arrivedAt: record.timestamp,
    referred,
    acceptedAt: referred && asOf.source === 'acceptance' ? Date.parse(asOf.instant) : undefined,
  };
}

/** Clocks of two machines differ: less than nothing is nothing. */
const secondsSince = (then: number, now: number): number => Math.max(0, (now - then) / 1000);
