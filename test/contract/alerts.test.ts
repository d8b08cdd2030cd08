import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { exposedSeries } from './observability/exposed-metrics.ts';
import { problemsOf } from './observability/promql.ts';
import { alertRules, alertTests, PROMETHEUS, recordedSeries, recordingRules } from './observability/rule-files.ts';

const promtool = (...args: string[]): ReturnType<typeof spawnSync> =>
  spawnSync('promtool', args, { cwd: fileURLToPath(new URL('tests/', PROMETHEUS)), encoding: 'utf8' });
const missing = promtool('--version').error !== undefined;

describe('rules and alerts', () => {
  test('given what the processes expose, when rules and alerts are read, then they name nothing else', () => {
    const series = new Map([...exposedSeries(), ...recordedSeries()]);
    const problems = [...recordingRules(), ...alertRules()].flatMap(({ expr }) => problemsOf(expr, series));
    expect(problems).toEqual([]);
  });

  test('given the alerts, when their tests are read, then each is proven both to fire and to stay quiet', () => {
    const tests = alertTests();
    const fires = (alert: string): boolean =>
      tests.some(({ alertname, exp_alerts }) => alertname === alert && exp_alerts.length > 0);
    const rests = (alert: string): boolean =>
      tests.some(({ alertname, exp_alerts }) => alertname === alert && exp_alerts.length === 0);
    expect(
      alertRules()
        .map(({ alert }) => alert)
        .filter((alert) => !fires(alert) || !rests(alert)),
    ).toEqual([]);
  });

  test('given an alert, when somebody is called, then its severity is known and it points to its own entry of the runbook', () => {
    for (const { alert, labels, annotations } of alertRules()) {
      expect(['page', 'ticket'], alert).toContain(labels.severity);
      expect(annotations.runbook_url).toBe(`infra/RUNBOOK.md#${alert.toLowerCase()}`);
      expect(annotations.summary, alert).not.toBe('');
    }
  });

  test.skipIf(missing)(
    'given promtool (skipped where it is not on the path), when it checks and tests the rules, then it is content',
    { timeout: 600_000 },
    () => {
      const config = promtool('check', 'config', '../prometheus.yml');
      expect(config.status, String(config.stderr)).toBe(0);
      const files = readdirSync(new URL('tests/', PROMETHEUS));
      const tests = promtool('test', 'rules', ...files);
      expect(tests.status, `${String(tests.stdout)}${String(tests.stderr)}`).toBe(0);
    },
  );
});
