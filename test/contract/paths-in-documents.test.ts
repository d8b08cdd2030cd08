import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const ROOMS = ['services', 'models', 'config', 'schemas', 'infra', 'test'];
const NOT_OURS = new Set(['node_modules', 'fixtures', 'made']);
/** A link of Markdown to a file or folder of the project, as seen from the document. */
const LINKS = /\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g;
/** A path as documents write it in a code span: whole, from the project's root. */
const PATHS = /`((?:services|models|config|schemas|infra|test)\/[\w./-]+)`/g;

function documentsIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : documentsIn(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const missingIn = (file: string, text: string): readonly string[] => [
  ...[...text.matchAll(LINKS)].map(([, link = '']) => join(dirname(file), link)).filter((path) => !existsSync(path)),
  ...[...text.matchAll(PATHS)].map(([, path = '']) => path).filter((path) => !existsSync(path)),
];

test.each(['README.md', ...ROOMS.flatMap(documentsIn)])('given the paths that %s names, then each is there', (file) => {
  expect(missingIn(file, readFileSync(file, 'utf8'))).toEqual([]);
});

test('given a path or link that leads nowhere, then it is told', () => {
  expect(missingIn('infra/README.md', '[a](../services/README.md) [b](nowhere.md) `services/risk/gone.ts`')).toEqual([
    join('infra', 'nowhere.md'),
    'services/risk/gone.ts',
  ]);
});
