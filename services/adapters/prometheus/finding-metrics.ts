import { Counter, type Registry } from 'prom-client';
import type { FindingResult } from '../../risk/findings/finding.ts';
import type { Emitted } from '../../scoring/steps/emit.ts';
import { oneOf } from './bounded-label.ts';
import type { Read } from './committed-batches.ts';
import { count, type Tally } from './tally.ts';

const RESULTS = ['hit', 'miss', 'unknown', 'error'] as const satisfies readonly FindingResult[];

/** What each rule and model said. @param ids of the policy's rules and of the models: there are no others */
export function findingMetrics(registry: Registry, ids: readonly string[]): Read<readonly Emitted[]> {
  const findings = new Counter({
    name: 'tidewaiter_findings_total',
    help: 'Answers of rules and models, by item or declaration.',
    labelNames: ['rule', 'result'] as const,
    registers: [registry],
  });
  for (const rule of ids) for (const result of RESULTS) findings.inc({ rule, result }, 0);
  const label = oneOf(ids);
  return (answered) => {
    const tallies: Record<FindingResult, Tally> = {
      hit: new Map(),
      miss: new Map(),
      unknown: new Map(),
      error: new Map(),
    };
    const ran = new Map<readonly string[], number>();
    for (const {
      assessment: { checks, findings: ofDeclaration, items },
    } of answered) {
      count(ran, checks.declaration);
      count(ran, checks.item, items.length);
      for (const { id, result } of ofDeclaration) count(tallies[result], id);
      for (const item of items) for (const { id, result } of item.findings) count(tallies[result], id);
    }
    tallies.miss = missesOf(ran, tallies);
    return () => {
      for (const result of RESULTS)
        for (const [id, times] of tallies[result]) findings.inc({ rule: label(id), result }, times);
    };
  };
}

/** A check that was run found nothing where there is no finding of it; the lists of checks are the policy's, and so few. */
function missesOf(ran: ReadonlyMap<readonly string[], number>, found: Readonly<Record<FindingResult, Tally>>): Tally {
  const misses: Tally = new Map();
  for (const [ids, times] of ran) for (const id of ids) count(misses, id, times);
  for (const result of RESULTS) for (const [id, times] of found[result]) count(misses, id, -times);
  return new Map([...misses].filter(([, times]) => times > 0));
}
