import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { SETTINGS } from '../../../config/schema/schema.ts';
import { type LoadedSettings, loadSettings } from '../../../services/adapters/config/load-settings.ts';
import { settingLines } from '../../../services/cli/commands/config/setting-lines.ts';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));
const load = (variables: Record<string, string>, file?: string): LoadedSettings =>
  loadSettings({ variables, workingDirectory: folder, ...(file === undefined ? {} : { file }) });
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};

const SECRETS = SETTINGS.filter((setting) => setting.secret);
/** Long enough that it cannot stand in a setting's name by chance. */
const secretText = fc
  .string({ minLength: 12, maxLength: 60, unit: 'grapheme-ascii' })
  .filter((text) => text.trim() === text);
const how = fc.constantFrom('variable', 'file');

describe('a secret', () => {
  it('is every password and the address of the database', () => {
    expect(SECRETS.map((setting) => setting.path)).toEqual([
      'kafka.sasl.password',
      'registry.password',
      'postgres.url',
    ]);
  });

  it('reaches the settings from a variable or from its file, and is never shown', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SECRETS), secretText, how, (setting, text, source) => {
        const secret =
          setting.path === 'postgres.url'
            ? `postgres://tidewaiter:${encodeURIComponent(text)}@db:5432/tidewaiter`
            : text;
        const fileVariable = SETTINGS.find(({ path }) => path === setting.fileSetting)?.variable ?? '';
        const loaded = load(
          source === 'variable' ? { [setting.variable]: secret } : { [fileVariable]: write('secret', `${secret}\n`) },
        );
        const line = settingLines(loaded).find((shown) => shown.setting === setting.path);
        expect(JSON.stringify(loaded.settings)).toContain(JSON.stringify(secret));
        expect(line?.value).toBe('«set»');
        expect(line?.from).toBe(source === 'variable' ? `variable ${setting.variable}` : 'secret file secret');
        expect(JSON.stringify(settingLines(loaded))).not.toContain(JSON.stringify(secret).slice(1, -1));
      }),
    );
  });

  it('put where another setting belongs is refused without being shown', () => {
    const others = SETTINGS.filter((setting) => !setting.secret && !['text', 'path'].includes(String(setting.format)));
    fc.assert(
      fc.property(fc.constantFrom(...others), secretText, (setting, secret) => {
        const attempt = (): unknown => load({ [setting.variable]: `http://user:${secret}@host` });
        try {
          attempt();
        } catch (error) {
          expect(error).toBeInstanceOf(TidewaiterError);
          expect((error as Error).message).not.toContain(secret);
          return;
        }
        throw new Error(`${setting.path} took it`);
      }),
      { examples: others.map((setting) => [setting, '#           !']) },
    );
  });

  it.each([
    'hunter2hunter2',
    'tidewaiter:hunter2hunter2@db/tidewaiter',
    'mysql://u:hunter2hunter2@db/tidewaiter',
    'postgres://u:hunter2#hunter2@db:5432/tidewaiter',
  ])('that is no address of a database is refused before it is tried, and not repeated: %s', (address) => {
    expect(() => load({ TIDEWAITER_POSTGRES_URL: address })).toThrow(
      expect.objectContaining({
        code: 'TDW_CONFIG_INVALID',
        message:
          'postgres.url: must be postgres://user:password@host:port/database, with characters like # and / of the password percent-encoded (variable TIDEWAITER_POSTGRES_URL)',
      }),
    );
  });

  it('is refused in a configuration file, and not repeated', () => {
    const own = write('own.yaml', 'postgres:\n  url: postgres://u:hunter2hunter2@h/db\n');
    expect(() => load({}, own)).toThrow(
      expect.objectContaining({
        code: 'TDW_CONFIG_SECRET_IN_FILE',
        message: expect.not.stringContaining('hunter2') as string,
      }),
    );
  });

  it('given twice is refused, as nobody knows which one counts', () => {
    const file = write('secret', 'one');
    expect(() => load({ TIDEWAITER_KAFKA_SASL_PASSWORD: 'two', TIDEWAITER_KAFKA_SASL_PASSWORD_FILE: file })).toThrow(
      expect.objectContaining({ code: 'TDW_CONFIG_INVALID' }),
    );
  });

  it('whose file is missing or empty is refused', () => {
    expect(() => load({ TIDEWAITER_POSTGRES_URL_FILE: 'nowhere' })).toThrow(
      expect.objectContaining({ code: 'TDW_CONFIG_UNREADABLE' }),
    );
    expect(() => load({ TIDEWAITER_POSTGRES_URL_FILE: write('empty', '\n') })).toThrow(
      expect.objectContaining({ code: 'TDW_CONFIG_INVALID' }),
    );
  });
});
