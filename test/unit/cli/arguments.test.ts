import { InvalidArgumentError } from 'commander';
import { describe, expect, test } from 'vitest';
import { dayArgument } from '../../../services/cli/arguments/argument-types.ts';

describe('given a day on the command line', () => {
  test('with blanks around, then it is that day', () => {
    expect(dayArgument(' 2026-11-22 ')).toBe('2026-11-22');
  });

  test.each(['2026-02-30', '2026-11-31', '2026-1-1', 'today', ''])('%s, then it is none', (text) => {
    expect(() => dayArgument(text)).toThrow(InvalidArgumentError);
  });
});
