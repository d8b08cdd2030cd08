import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

export const PROMETHEUS = new URL('../../../infra/prometheus/', import.meta.url);

export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook_url: string };
}

export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
}

export interface AlertTest {
  readonly alertname: string;
  readonly exp_alerts: readonly unknown[];
}

export const alertRules = (): readonly AlertRule[] => rulesOf('alerts.yml') as readonly AlertRule[];
export const recordingRules = (): readonly RecordingRule[] => rulesOf('recording.yml') as readonly RecordingRule[];

/** What each recorded series keeps of its labels, as its name says before the first colon: "lane:…", "tidewaiter:…" for none. */
export function recordedSeries(): Map<string, ReadonlySet<string>> {
  return new Map(
    recordingRules().map(({ record }) => [
      record,
      new Set(record.startsWith('tidewaiter:') ? [] : record.split(':')[0]!.split('_')),
    ]),
  );
}

/** Every expectation of the promtool tests. */
export function alertTests(): readonly AlertTest[] {
  const folder = new URL('tests/', PROMETHEUS);
  const files = readdirSync(folder).map(
    (name) =>
      parse(readFileSync(new URL(name, folder), 'utf8')) as {
        readonly tests: readonly { readonly alert_rule_test: readonly AlertTest[] }[];
      },
  );
  return files.flatMap(({ tests }) => tests.flatMap(({ alert_rule_test }) => alert_rule_test));
}

function rulesOf(file: string): readonly unknown[] {
  const { groups } = parse(readFileSync(new URL(`rules/${file}`, PROMETHEUS), 'utf8')) as {
    readonly groups: readonly { readonly rules: readonly unknown[] }[];
  };
  return groups.flatMap(({ rules }) => rules);
}
