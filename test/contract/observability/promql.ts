import { parser } from '@prometheus-io/lezer-promql';
type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

/** What an expression reads. */
export interface Reading {
  /** Whether it is PromQL at all. */
  readonly wellFormed: boolean;
  readonly selectors: readonly { readonly name: string; readonly labels: readonly string[] }[];
  /** Labels of `by`, `on`, `ignoring` and `group_left`. */
  readonly grouping: readonly string[];
}

/** Reads an expression of a rule, or of a dashboard once its variables are filled in. */
export function readPromql(expression: string): Reading {
  const selectors: { name: string; labels: string[] }[] = [];
  const grouping: string[] = [];
  let wellFormed = true;
  const text = ({ from, to }: { from: number; to: number }): string => expression.slice(from, to);
  parser.parse(expression).iterate({
    enter: (node) => {
      if (node.type.isError) wellFormed = false;
      if (node.name === 'VectorSelector')
        selectors.push({
          name: text(node.node.getChild('Identifier') ?? node),
          labels: descendants(node.node, 'LabelName').map(text),
        });
      if (node.name === 'GroupingLabels') grouping.push(...descendants(node.node, 'LabelName').map(text));
    },
  });
  return { wellFormed, selectors, grouping };
}

function descendants(node: SyntaxNode, name: string): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  node.cursor().iterate((inner) => {
    if (inner.name === name && inner.from >= node.from && inner.to <= node.to) found.push(inner.node);
  });
  return found;
}

/** Everything in an expression that no process exposes and no recording rule makes. @param series labels by name */
export function problemsOf(expression: string, series: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const { wellFormed, selectors, grouping } = readPromql(expression);
  if (!wellFormed) return [`no PromQL: ${expression}`];
  const known = new Set(selectors.flatMap(({ name }) => [...(series.get(name) ?? [])]));
  return [
    ...selectors.flatMap(({ name, labels }) =>
      series.has(name)
        ? labels.filter((label) => !series.get(name)!.has(label)).map((label) => `${name} has no label ${label}`)
        : [`nobody exposes ${name}`],
    ),
    ...grouping
      .filter((label) => !known.has(label))
      .map((label) => `no metric of the expression has the label ${label}: ${expression}`),
  ];
}
