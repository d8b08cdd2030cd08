import { describe, expect, test } from 'vitest';
import { loadSettings } from '../../../services/adapters/config/load-settings.ts';
import type { Diagnosis } from '../../../services/cli/commands/doctor/checks/check.ts';
import { referenceCheck } from '../../../services/cli/commands/doctor/checks/reference.ts';
import type { ReferenceData } from '../../../services/risk/look-up/reference-data.ts';
import { REQUIRED_SETS } from '../../../services/runtime/compose/reference.ts';

const { settings } = loadSettings({ variables: {}, workingDirectory: process.cwd() });
const TODAY = '2026-11-22';

const examined = (sourceDays: Readonly<Record<string, string>>): Promise<Diagnosis> =>
  referenceCheck(
    settings,
    () => Promise.resolve({ sourceDays } as unknown as ReferenceData),
    () => Date.parse(TODAY),
  ).examine();

const complete = Object.fromEntries([...REQUIRED_SETS, 'tariff/GB', 'business-lines'].map((name) => [name, TODAY]));

describe('the doctor on reference data', () => {
  test('given all that judgement needs, when it looks, then it is content', async () => {
    expect((await examined(complete)).status).toBe('ok');
  });

  test.each(Object.keys(complete))(
    'given %s is not loaded, when it looks, then it says so and what to do',
    async (name) => {
      const others = Object.fromEntries(Object.entries(complete).filter(([other]) => other !== name));
      expect(await examined(others)).toMatchObject({
        status: 'warn',
        says: `${name} is not loaded`,
        todo: expect.stringContaining('tidewaiter reference import') as string,
      });
    },
  );

  test('given exchange rates of the summer, when it looks, then it asks for current ones', async () => {
    expect(await examined({ ...complete, 'exchange-rates': '2026-07-01' })).toMatchObject({
      status: 'warn',
      says: 'exchange-rates is of 2026-07-01',
    });
  });
});
