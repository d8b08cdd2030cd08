import { Counter, type Registry } from 'prom-client';
import type { OutcomesResult, Verdict } from '../../audit/ports/audit-store.ts';
import { LANES } from '../../risk/policy/lane.ts';
import { firstOf } from './bounded-label.ts';

/** More rules than a policy has; those of earlier policies are among them. */
const MOST_RULES = 300;
const VERDICTS = ['confirmed', 'otherwise', 'falseAlarm'] as const satisfies readonly Verdict[];
const RULE = /^[a-z0-9][a-z0-9-]{0,80}$/;

/** What inspections found of what had been said: hits by rule, declarations by lane. @param ids rules that are known beforehand @returns counts the outcomes that were written together */
export function inspectionMetrics(registry: Registry, ids: readonly string[]): (result: OutcomesResult) => void {
  const registers = [registry];
  const findings = new Counter({
    name: 'tidewaiter_inspected_findings_total',
    help: 'Hits of rules on inspected goods: confirmed by the inspector, otherwise (something else was wrong) or falseAlarm (all was as declared).',
    labelNames: ['rule', 'verdict'] as const,
    registers,
  });
  const declarations = new Counter({
    name: 'tidewaiter_inspected_declarations_total',
    help: 'Inspected declarations, by the lane they had been put in.',
    labelNames: ['lane', 'result'] as const,
    registers,
  });
  for (const lane of LANES) for (const result of ['irregular', 'conforming']) declarations.inc({ lane, result }, 0);
  const label = firstOf(MOST_RULES, RULE);
  for (const rule of ids.map(label)) for (const verdict of VERDICTS) findings.inc({ rule, verdict }, 0);
  return (recorded) => {
    for (const { rule, verdict, times } of recorded.findings) findings.inc({ rule: label(rule), verdict }, times);
    for (const { lane, result, times } of recorded.declarations) declarations.inc({ lane, result }, times);
  };
}
