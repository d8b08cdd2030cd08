import type { FeatureType } from '../../risk/features/definition/feature.ts';
import type { SeenValue } from '../../risk/findings/finding.ts';
import type { ConditionCompiler, ConditionSource } from '../../risk/rules/condition.ts';

type Values = Readonly<Record<string, SeenValue>>;

/** An expression as a function of what it reads. */
export interface MemoryCondition {
  /** Names that it reads, and their types. */
  readonly reads: Readonly<Record<string, FeatureType>>;
  readonly holds: (values: Values, lists: ConditionSource['lists']) => boolean;
}

/** A compiler that knows some expressions by heart, each as a function: for tests of what is around conditions. */
export function createMemoryConditionCompiler(known: Readonly<Record<string, MemoryCondition>>): ConditionCompiler {
  return {
    compile: ({ expression, variables, lists }) => {
      const condition = known[expression];
      if (condition === undefined) return { ok: false, problems: [`"${expression}" is no condition`] };
      const listed = new Map(variables.map(({ name, type }) => [name, type]));
      const problems = Object.entries(condition.reads).flatMap(([name, type]) =>
        listed.get(name) === type ? [] : [`"${expression}" reads ${name} as ${type}`],
      );
      if (problems.length > 0) return { ok: false, problems };
      const holds = (values: readonly SeenValue[]): boolean => {
        variables.forEach(({ name, type }, index) => {
          if (name in condition.reads && !isOfType(values[index], type)) throw new TypeError(`${name} is no ${type}`);
        });
        return condition.holds(Object.fromEntries(variables.map(({ name }, index) => [name, values[index]!])), lists);
      };
      return { ok: true, condition: { reads: new Set(Object.keys(condition.reads)), holds } };
    },
  };
}

function isOfType(value: SeenValue | undefined, type: FeatureType): boolean {
  switch (type) {
    case 'double':
      return typeof value === 'number';
    case 'string':
      return typeof value === 'string';
    case 'bool':
      return typeof value === 'boolean';
    case 'list<string>':
      return Array.isArray(value);
  }
}
