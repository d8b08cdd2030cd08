import { type Document, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { firstLineOf, TidewaiterError } from '../../../../risk/failure/tidewaiter-error.ts';
import type { Constant, CsvMapping } from './mapping.ts';
import { constantValue, contradictions, placedConstant, type Problem } from './mapping-contradictions.ts';
import { MAPPING, type WrittenMapping } from './mapping-schema.ts';

/**
 * Reads a mapping file (YAML, see config/mappings/README.md). Throws TDW_MAPPING_INVALID, which names every mistake
 * with its line.
 * @param file its name, for messages
 */
export function readMapping(text: string, file: string): CsvMapping {
  const lines = new LineCounter();
  // Everything is text: codes keep their leading noughts, and no country is a "no".
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe', uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined)
    throw invalid(file, error.linePos?.[0].line ?? 1, undefined, `It is no YAML: ${firstLineOf(error)}`);
  const parsed = MAPPING.safeParse(plainOf(document, file));
  const problems = parsed.success ? contradictions(parsed.data) : parsed.error.issues.flatMap(problemsOf);
  if (!parsed.success || problems.length > 0) throw told(problems, file, (path) => lineOf(document, lines, path));
  return mappingOf(parsed.data);
}

function plainOf(document: Document, file: string): unknown {
  try {
    return document.toJS() as unknown;
  } catch (cause) {
    throw invalid(file, 1, undefined, `An alias (*) cannot be followed: ${firstLineOf(cause)}`);
  }
}

/** A choice fails as a whole; what is wrong is what is wrong with the choice that was meant. */
function problemsOf(issue: z.core.$ZodIssue): readonly Problem[] {
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((one) => one.some(({ code }) => code === 'custom')) ?? issue.errors[0] ?? [];
    return meant.map(({ path, message }) => ({ path: [...issue.path, ...path], what: message }));
  }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      what: `is no key of a mapping; known are ${Object.keys(MAPPING.shape).join(', ')}`,
    }));
  return [{ path: issue.path, what: issue.message }];
}

function mappingOf({
  row,
  group = [],
  columns,
  constants,
  values,
  ignore,
  date,
  decimal,
  encoding,
}: WrittenMapping): CsvMapping {
  return {
    row,
    group,
    date,
    decimal,
    encoding,
    columns: new Map(Object.entries(columns)),
    constants: Object.entries(constants).flatMap(([text, value]): readonly Constant[] =>
      placedConstant(text).map(({ path }) => ({ path, value: constantValue(value, path) })),
    ),
    values: new Map(Object.entries(values).map(([name, codes]) => [name, new Map(Object.entries(codes))])),
    ignore: new Set(ignore),
  };
}

function told(
  problems: readonly Problem[],
  file: string,
  lineAt: (path: readonly PropertyKey[]) => number,
): TidewaiterError {
  const [first] = problems;
  const sentences = problems.map(
    ({ path, what }) => `line ${String(lineAt(path))}, ${path.map(String).join(' → ') || 'the file'}: ${what}`,
  );
  return invalid(
    file,
    first === undefined ? 1 : lineAt(first.path),
    first?.path.map(String).join('.'),
    sentences.join('; '),
  );
}

/** The line of a node, or of the nearest above it that is there. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function invalid(file: string, line: number, element: string | undefined, what: string): TidewaiterError {
  return new TidewaiterError('TDW_MAPPING_INVALID', `${what}.`, {
    location: { file, line, ...(element === undefined || element === '' ? {} : { element }) },
  });
}
