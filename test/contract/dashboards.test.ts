import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Dashboard, dashboards, filledIn } from './observability/dashboard-files.ts';
import { exposedSeries, ownMetrics } from './observability/exposed-metrics.ts';
import { problemsOf, readPromql } from './observability/promql.ts';
import { alertRules, recordedSeries, recordingRules } from './observability/rule-files.ts';

const SERIES = new Map([...exposedSeries(), ...recordedSeries()]);

const expressionsOf = ({ panels, templating }: Dashboard): readonly string[] =>
  panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => filledIn(expr, templating.list)));

describe.each(dashboards().map((dashboard) => ({ dashboard, title: dashboard.title })))(
  'the board $title',
  ({ dashboard }) => {
    test('given what the processes expose, then its panels name no other metric and no other label', () => {
      const expressions = expressionsOf(dashboard);
      expect(expressions.flatMap((expression) => problemsOf(expression, SERIES))).toEqual([]);
      expect(
        expressions.filter((expression) => expression.includes('$')),
        'variables that nobody defines',
      ).toEqual([]);
    });

    test('given its variables, then each takes its values from a metric and a label that there are', () => {
      const asked = dashboard.templating.list
        .filter(({ type }) => type === 'query')
        .map(({ definition }) => /^label_values\((\w+), (\w+)\)$/.exec(definition ?? ''));
      expect(asked.filter((match) => !match || SERIES.get(match[1]!)?.has(match[2]!) !== true)).toEqual([]);
    });

    test('given Grafana from 11 on, then it can load the board: schema, data sources, and panels that do not cover each other', () => {
      expect(dashboard.schemaVersion).toBeGreaterThanOrEqual(39);
      const ids = dashboard.panels.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
        Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
      );
      expect(new Set(cells).size).toBe(cells.length);
      expect(dashboard.panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
      expect(dashboard.panels.filter(({ type, targets = [] }) => type !== 'row' && targets.length === 0)).toEqual([]);
    });
  },
);

describe('all boards together', () => {
  test('given the metrics of our own, then each is on a board, in a rule or in an alert: what nobody looks at is not kept', () => {
    const expressions = [
      ...dashboards().flatMap(expressionsOf),
      ...recordingRules().map(({ expr }) => expr),
      ...alertRules().map(({ expr }) => expr),
    ];
    const read = new Set(expressions.flatMap((expression) => readPromql(expression).selectors.map(({ name }) => name)));
    const unread = ownMetrics().filter(
      (name) => ![name, `${name}_bucket`, `${name}_sum`, `${name}_count`].some((series) => read.has(series)),
    );
    expect(unread).toEqual([]);
  });

  test('given the provisioned data source, then the boards begin with it', () => {
    const { datasources } = parse(
      readFileSync(new URL('../../infra/compose/grafana/datasources/prometheus.yaml', import.meta.url), 'utf8'),
    ) as { readonly datasources: readonly { readonly uid: string }[] };
    const chosen = dashboards().map(
      ({ templating }) =>
        (
          templating.list.find(({ type }) => type === 'datasource') as unknown as {
            readonly current: { readonly value: string };
          }
        ).current.value,
    );
    expect(new Set(chosen)).toEqual(new Set(datasources.map(({ uid }) => uid)));
  });
});
