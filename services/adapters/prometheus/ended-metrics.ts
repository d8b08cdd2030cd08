import { Counter, type Registry } from 'prom-client';
import { ERROR_CODES, type ErrorCode } from '../../risk/failure/error-codes.ts';
import type { Ended } from '../../scoring/flow/flow.ts';
import type { SkipReason } from '../../scoring/flow/step.ts';
import type { Read } from './committed-batches.ts';
import { LabelTally } from './tally.ts';

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
