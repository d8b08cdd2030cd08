import { Counter, type Registry } from 'prom-client';
import type { FindingResult } from '../../risk/findings/finding.ts';
import type { Emitted } from '../../scoring/steps/emit.ts';
import { missedOf } from '../../risk/findings/missed.ts';
import { oneOf } from './bounded-label.ts';
import { count, type Tally } from './tally.ts';

const RESULTS = ['hit', 'miss', 'unknown', 'error'] as const satisfies readonly FindingResult[];

/** What each rule and model said. @param ids of the policy's rules and of the models: there are no others */
export function findingMetrics(registry: Registry, ids: readonly string[]): (answered: readonly Emitted[]) => void {
  const findings = new Counter({ name: 'tidewaiter_findings_total', help: 'Answers of rules and models, by item or declaration.', labelNames: ['rule', 'result'] as const, registers: [registry] });
  for (const rule of ids) for (const result of RESULTS) findings.inc({ rule, result }, 0);
  const label = oneOf(ids);
  return (answered) => {
    const tallies: Record<FindingResult, Tally> = { hit: new Map(), miss: new Map(), unknown: new Map(), error: new Map() };
    for (const { assessment } of answered) {
      const { checks, items } = assessment;
      for (const { ran, findings } of [{ ran: checks.declaration, findings: assessment.findings }, ...items.map((item) => ({ ran: checks.item, findings: item.findings }))]) {
        for (const { id, result } of findings) count(tallies[result], id);
        for (const id of missedOf(ran, findings)) count(tallies.miss, id);
      }
    }
    for (const result of RESULTS) for (const [id, times] of tallies[result]) findings.inc({ rule: label(id), result }, times);
  };
}
