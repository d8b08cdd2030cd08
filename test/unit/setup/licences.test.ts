import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../infra/setup/project-root.mjs';

interface Package {
  readonly license?: string;
  readonly dev?: boolean;
}

/** BSL-1.0 is the Boost Software License. */
const PERMISSIVE = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BSL-1.0',
  'BlueOak-1.0.0',
]);
/** Packages whose manifest names no licence, with the one that their LICENSE file holds. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = { 'node_modules/@kafkajs/confluent-schema-registry': 'MIT' };

const { packages } = JSON.parse(readFileSync(join(projectRoot(), 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Package>>;
};
const installed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);

describe('what an installation is made of', () => {
  it('is under permissive licences alone, packages of packages included', () => {
    const bound = installed.filter(
      ([path, { license = SAID_ELSEWHERE[path] ?? 'none' }]) =>
        !license
          .replace(/[()]/g, '')
          .split(' AND ')
          .every((one) => PERMISSIVE.has(one)),
    );
    expect(installed.length).toBeGreaterThan(100);
    expect(bound).toEqual([]);
  });

  it('holds the licence that its manifest does not name', () => {
    for (const path of Object.keys(SAID_ELSEWHERE))
      expect(readFileSync(join(projectRoot(), path, 'LICENSE'), 'utf8')).toMatch(/^MIT License/);
  });
});
