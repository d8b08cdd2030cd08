import { describe, expect, it } from 'vitest';
import { isOlder } from '../../../infra/setup/node-version.mjs';

describe('the version of Node', () => {
  it.each([
    ['20.18.3', true],
    ['18.20.0', true],
    ['20.19.0', false],
    ['20.20.2', false],
    ['22.0.0', false],
    ['24.1.0', false],
  ])('%s is older than 20.19.0: %s', (version, expected) => {
    expect(isOlder(version, '20.19.0')).toBe(expected);
  });
});
