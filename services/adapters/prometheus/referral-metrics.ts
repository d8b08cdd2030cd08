import { Counter, type Registry } from 'prom-client';
import { asksForAPerson, LANES } from '../../risk/policy/lane.ts';
import type { RaisedReferral } from '../../scoring/processor/processor.ts';
import type { Read } from './committed-batches.ts';
import { LabelTally } from './tally.ts';

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
