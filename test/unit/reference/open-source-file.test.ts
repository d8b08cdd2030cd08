import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSourceFile } from '../../../services/adapters/reference-files/open-source-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidewaiter-source-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = '{"party":"Café"}\n';
test.each<[string, Buffer]>([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 behind a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16, little end first', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
])('given a reference file in %s, then its text is the same', async (name, bytes) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  expect((await openSourceFile(path)).body).toEqual({ kind: 'text', text: TEXT });
});

test('given no such file, then it is told to be absent', async () => {
  await expect(openSourceFile(join(folder, 'gone.csv'))).rejects.toMatchObject({
    code: 'TDW_INPUT_UNREADABLE',
    message: 'Cannot read it: there is no such file.',
  });
});
