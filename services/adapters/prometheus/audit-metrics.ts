import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { AuditResult, OutcomesResult, Verdict } from '../../audit/ports/audit-store.ts';
import type { OutcomeReport } from '../../audit/record-outcomes.ts';
import { LANES } from '../../risk/lanes/lane.ts';
import { firstOf } from './labels.ts';

export interface AuditMetrics {
  assessments(report: AuditResult & { readonly records: number; readonly lagSeconds: number }): void;
  outcomes(report: OutcomeReport): void;
  /** Rules of the policy in use, where the process judges: counted from 0 on. */
  use(ruleIds: readonly string[]): void;
}

const SIZE_BUCKETS = [1, 5, 10, 50, 100, 250, 500, 1000, 2500];
const KINDS = ['assessment', 'outcome'] as const;

/** What the audit service wrote, found written already, and found written differently. */
export function auditMetrics(registry: Registry): AuditMetrics {
  const registers = [registry];
  const records = new Counter({
    name: 'tidewaiter_audit_records_total',
    help: 'Records that audit dealt with: written, repeated (there already, the same), conflicting (there already, with other content) or, of outcomes, refused (no outcome as the contract has it).',
    labelNames: ['kind', 'result'] as const,
    registers,
  });
  const lag = new Gauge({
    name: 'tidewaiter_audit_lag_seconds',
    help: 'How old the last assessment was when audit had written it.',
    registers,
  });
  const sizes = new Histogram({
    name: 'tidewaiter_audit_batch_records',
    help: 'Assessments written together.',
    buckets: SIZE_BUCKETS,
    registers,
  });
  const inspected = inspectionMetrics(registry);
  for (const kind of KINDS)
    for (const result of ['written', 'repeated', 'conflicting']) records.inc({ kind, result }, 0);
  records.inc({ kind: 'outcome', result: 'refused' }, 0);
  const add = (kind: (typeof KINDS)[number], { written, repeated, conflicting }: AuditResult): void => {
    records.inc({ kind, result: 'written' }, written);
    records.inc({ kind, result: 'repeated' }, repeated);
    records.inc({ kind, result: 'conflicting' }, conflicting.length);
  };
  return {
    assessments: (report) => {
      add('assessment', report);
      lag.set(report.lagSeconds);
      sizes.observe(report.records);
    },
    outcomes: (report) => {
      add('outcome', report);
      inspected.count(report);
      records.inc({ kind: 'outcome', result: 'refused' }, report.refused.length);
    },
    use: (ruleIds) => inspected.use(ruleIds),
  };
}

/** More rules than a policy has; those of earlier policies are among them. */
const MOST_RULES = 300;
const VERDICTS = ['confirmed', 'otherwise', 'falseAlarm'] as const satisfies readonly Verdict[];
const RULE = /^[a-z0-9][a-z0-9-]{0,80}$/;

export interface InspectionMetrics {
  /** Rules that are counted from 0 on. */
  use(ruleIds: readonly string[]): void;
  /** Outcomes that were written together. */
  count(recorded: OutcomesResult): void;
}

/** What inspections found of what had been said: hits by rule, declarations by lane. */
export function inspectionMetrics(registry: Registry): InspectionMetrics {
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
  return {
    use: (ids) => {
      for (const rule of ids.map(label)) for (const verdict of VERDICTS) findings.inc({ rule, verdict }, 0);
    },
    count: (recorded) => {
      for (const { rule, verdict, times } of recorded.findings) findings.inc({ rule: label(rule), verdict }, times);
      for (const { lane, result, times } of recorded.declarations) declarations.inc({ lane, result }, times);
    },
  };
}
