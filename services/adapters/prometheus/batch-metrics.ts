import { Counter, Histogram, type Registry } from 'prom-client';
import { ERROR_CODES, type ErrorCode } from '../../risk/failure/error-codes.ts';
import { asksForAPerson, LANES } from '../../risk/lanes/lane.ts';
import type { Ended } from '../../scoring/flow/flow.ts';
import type { SkipReason } from '../../scoring/flow/step.ts';
import type { BatchReport, RaisedReferral } from '../../scoring/processor/processor.ts';
import type { Read } from './committed-batches.ts';
import { LabelTally } from './labels.ts';
const STEP_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const SIZE_BUCKETS = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500];

/** The work itself, whether or not its outcome was committed: how large batches are, and where their time goes. */
export function batchMetrics(registry: Registry): (report: BatchReport) => void {
  const registers = [registry];
  const sizes = new Histogram({
    name: 'tidewaiter_batch_records',
    help: 'Records in a batch.',
    buckets: SIZE_BUCKETS,
    registers,
  });
  const steps = new Histogram({
    name: 'tidewaiter_step_seconds',
    help: 'Time that a step took for a batch.',
    labelNames: ['step'] as const,
    buckets: STEP_BUCKETS,
    registers,
  });
  return ({ records, times }) => {
    sizes.observe(records);
    for (const { step, seconds, entries } of times) if (entries > 0) steps.observe({ step }, seconds);
  };
}

const SKIP_REASONS: readonly SkipReason[] = ['duplicate', 'conflicting'];

/** What did not come through: dead letters by code and class of failure, and records that were skipped. */
export function endedMetrics(registry: Registry): Read<readonly Ended[]> {
  const registers = [registry];
  const deadLetters = new Counter({
    name: 'tidewaiter_dead_letters_total',
    help: 'Records that could not be assessed.',
    labelNames: ['code', 'class'] as const,
    registers,
  });
  const skipped = new Counter({
    name: 'tidewaiter_records_skipped_total',
    help: 'Records that needed no answer of their own.',
    labelNames: ['reason'] as const,
    registers,
  });
  for (const reason of SKIP_REASONS) skipped.inc({ reason }, 0);
  for (const [code, entry] of Object.entries(ERROR_CODES)) {
    if (entry.class === 'input' || entry.class === 'bug') deadLetters.inc({ code, class: entry.class }, 0);
  }
  return (ended) => {
    const [dead, passed] = [new LabelTally<'code' | 'class'>(), new LabelTally<'reason'>()];
    for (const one of ended) {
      switch (one.kind) {
        case 'deadLetter':
          dead.add({ code: one.code, class: classOf(one.code) });
          break;
        case 'skip':
          passed.add({ reason: one.reason });
          break;
      }
    }
    return () => {
      dead.addTo(deadLetters);
      passed.addTo(skipped);
    };
  };
}

const classOf = (code: ErrorCode): string => ERROR_CODES[code].class;

const BEFORE_A_PERSON = LANES.filter(asksForAPerson);

/** What is put before a person, by kind and lane, as the referrals' topic has it. */
export function referralMetrics(registry: Registry): Read<readonly RaisedReferral[]> {
  const referrals = new Counter({
    name: 'tidewaiter_referrals_total',
    help: 'Referrals, by kind and lane as on their topic.',
    labelNames: ['kind', 'lane'] as const,
    registers: [registry],
  });
  for (const kind of ['assessed', 'cancelledAfterReferral'])
    for (const lane of BEFORE_A_PERSON) referrals.inc({ kind, lane }, 0);
  referrals.inc({ kind: 'notAssessed', lane: 'query' }, 0);
  return (raised) => {
    const tally = new LabelTally<'kind' | 'lane'>();
    for (const { kind, lane } of raised) tally.add({ kind, lane });
    return () => tally.addTo(referrals);
  };
}
