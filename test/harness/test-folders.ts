import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Makes new folders, as often as it is called; all are gone after the test file that asked for them. */
export function testFolders(name: string): () => string {
  const root = mkdtempSync(join(tmpdir(), `tidewaiter-${name}-`));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return () => mkdtempSync(join(root, 'folder-'));
}
