import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** What comes and goes on the stream: types alone, of which there is nothing to keep or to answer. */
const TYPES_ALONE = ['stream.ts'];

const testsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`);

const rooms = readdirSync('services').filter((room) => existsSync(`services/${room}/ports`));
const ports = rooms
  .flatMap((room) => readdirSync(`services/${room}/ports`))
  .filter((file) => !TYPES_ALONE.includes(file));
const tests = testsIn('test').map((file) => ({ file, text: readFileSync(file, 'utf8') }));

describe.each(ports)('the port in %s', (file) => {
  const suite = `contract/ports/${file}`;

  test('has one form in memory, which passes the contract of the port without servers', () => {
    expect(existsSync(`services/adapters/memory/${file}`)).toBe(true);
    expect(existsSync(`test/${suite}`)).toBe(true);
    expect(readFileSync('test/unit/memory/memory-ports.test.ts', 'utf8')).toContain(suite);
  });

  test('has an adapter that passes the same contract', () => {
    const others = tests.filter(({ file: of, text }) => !of.includes('unit/memory') && text.includes(`ports/${file}'`));
    const own = others.filter(({ text }) => text.includes(suite) || text.includes(`./ports/${file}`));
    expect(own).not.toEqual([]);
  });
});
