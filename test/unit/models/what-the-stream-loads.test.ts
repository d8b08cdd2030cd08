import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../services/adapters/config/project-root.ts';

const LEARNING = /^models\/[^/]+\/learn\//;

describe('what the stream loads of the models', () => {
  test('given all that `tidewaiter run` imports, then it is what answers, and nothing that only learns', () => {
    const loaded = importedFrom([
      'services/cli/commands/run/run.ts',
      'services/scoring/pipeline.ts',
      ...filesIn('runtime'),
    ]);

    expect([...loaded].filter((file) => file.startsWith('models/')).length).toBeGreaterThan(50);
    expect([...loaded].filter((file) => LEARNING.test(file))).toEqual([]);
  });

  test('given what `tidewaiter train` imports, then learning is found in it', () => {
    const loaded = importedFrom([
      'services/cli/commands/train/anomaly.ts',
      'services/cli/commands/train/classification.ts',
    ]);

    expect([...loaded].filter((file) => LEARNING.test(file)).length).toBeGreaterThan(30);
  });
});

const filesIn = (room: string): readonly string[] =>
  readdirSync(join(projectRoot(), 'services', room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `services/${room}/${file}`);

/** The project's files that are loaded with the first ones, at once or when asked for; those of which only types are taken are not. */
function importedFrom(first: readonly string[]): ReadonlySet<string> {
  const loaded = new Set<string>();
  const waiting = [...first];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    waiting.push(...importsOf(file));
  }
  return loaded;
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(projectRoot(), file), 'utf8');
  const found: string[] = [];
  const add = (specifier: ts.Node | undefined): void => {
    if (specifier !== undefined && ts.isStringLiteral(specifier) && specifier.text.startsWith('.'))
      found.push(relative('.', join(dirname(file), specifier.text)));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly) add(node.moduleSpecifier);
    else if (ts.isExportDeclaration(node) && !node.isTypeOnly) add(node.moduleSpecifier);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}
