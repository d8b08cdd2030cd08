import { readdirSync, readFileSync } from 'node:fs';

export interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly refId: string; readonly expr: string }[];
}

export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly schemaVersion: number;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly Variable[] };
}

export interface Variable {
  readonly name: string;
  readonly type: string;
  readonly definition?: string;
}

const FOLDER = new URL('../../../infra/grafana/dashboards/', import.meta.url);

export const dashboards = (): readonly Dashboard[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Dashboard);

/** Variables that Grafana fills in itself. */
const BUILT_IN: Readonly<Record<string, string>> = { __rate_interval: '5m', __range: '1h', __interval: '1m' };

/** An expression as Prometheus gets it; a variable that nobody defines stays, and makes it no PromQL. */
export function filledIn(expression: string, variables: readonly Variable[]): string {
  return expression.replaceAll(
    /\$\{?(\w+)\}?/g,
    (whole, name: string) => BUILT_IN[name] ?? (variables.some((variable) => variable.name === name) ? '.*' : whole),
  );
}
