import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LoadedSettings, loadSettings } from '../../../services/adapters/config/load-settings.ts';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const load = (variables: Record<string, string> = {}, file?: string): LoadedSettings =>
  loadSettings({ variables, workingDirectory: folder, ...(file === undefined ? {} : { file }) });
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};
const refusal = (action: () => unknown): { code: string; message: string } => {
  try {
    action();
  } catch (error) {
    if (error instanceof TidewaiterError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('was accepted');
};

describe('settings', () => {
  it('are complete and valid in every environment as shipped', () => {
    for (const environment of ['development', 'production', 'test'])
      expect(load({ TIDEWAITER_ENV: environment }).settings.authority.country).toBe('GB');
  });

  it('take a later source in place of an earlier one, and say which it was', () => {
    const own = write('own.yaml', 'http:\n  port: 1001\nkafka:\n  clientId: from-file\n');
    const { settings, origins } = load({ TIDEWAITER_ENV: 'test', TIDEWAITER_HTTP_PORT: '1002' }, own);
    expect(settings.http.port).toBe(1002);
    expect(origins.get('http.port')).toEqual({ kind: 'variable', variable: 'TIDEWAITER_HTTP_PORT' });
    expect(settings.kafka.clientId).toBe('from-file');
    expect(origins.get('kafka.clientId')).toEqual({ kind: 'file', file: 'own.yaml' });
    expect(origins.get('kafka.topics.partitions')).toEqual({ kind: 'file', file: 'config/test.yaml' });
    expect(origins.get('authority.country')).toEqual({ kind: 'file', file: 'config/default.yaml' });
    expect(origins.get('kafka.sasl.mechanism')).toEqual({ kind: 'default' });
  });

  it('read durations in words and refuse a number without a unit', () => {
    expect(load({ TIDEWAITER_SHUTDOWN_TIMEOUT: '12 s' }).settings.shutdown.timeout).toBe(12_000);
    for (const wrong of ['12', '12 parsecs', '-1 s', '0 s'])
      expect(refusal(() => load({ TIDEWAITER_SHUTDOWN_TIMEOUT: wrong })).code).toBe('TDW_CONFIG_INVALID');
  });

  it('read a list of brokers from a variable', () => {
    expect(load({ TIDEWAITER_KAFKA_BROKERS: 'a:9092, b:9093' }).settings.kafka.brokers).toEqual(['a:9092', 'b:9093']);
  });

  it('count an empty variable as not set', () => {
    expect(load({ TIDEWAITER_REGISTRY_URL: '', TIDEWAITER_ENV: '' }).settings.registry.url).toBeNull();
  });

  it('resolve relative paths against where they were written', () => {
    expect(load({ TIDEWAITER_DATA_DIR: 'state' }).settings.dataDir).toBe(join(folder, 'state'));
    expect(load({}, write('own.yaml', 'policyDir: mine\n')).settings.policyDir).toBe(join(folder, 'mine'));
  });

  it.each([
    ['a number with letters', { TIDEWAITER_SCORING_BATCH_SIZE: '12abc' }],
    ['a flag that is neither true nor false', { TIDEWAITER_KAFKA_SSL_ENABLED: 'yes' }],
    ['a port above 65535', { TIDEWAITER_HTTP_PORT: '70000' }],
    ['a broker without a port', { TIDEWAITER_KAFKA_BROKERS: 'broker' }],
    ['a time zone that does not exist', { TIDEWAITER_AUTHORITY_TIME_ZONE: 'Europe/Atlantis' }],
    ['a mechanism that does not exist', { TIDEWAITER_KAFKA_SASL_MECHANISM: 'gssapi' }],
    ['an environment that does not exist', { TIDEWAITER_ENV: 'staging' }],
  ])('refuse %s', (_what, variables) => {
    expect(refusal(() => load(variables)).code).toBe('TDW_CONFIG_INVALID');
  });

  it.each([
    ['more copies in sync than there are', { TIDEWAITER_KAFKA_TOPICS_MIN_INSYNC_REPLICAS: '2' }],
    ['heartbeats too rare for the session', { TIDEWAITER_KAFKA_CONSUMER_HEARTBEAT_INTERVAL: '20 s' }],
    [
      'an account without a password',
      { TIDEWAITER_KAFKA_SASL_MECHANISM: 'scram-sha-512', TIDEWAITER_KAFKA_SASL_USERNAME: 'scoring' },
    ],
    [
      'a password sent in the clear',
      {
        TIDEWAITER_KAFKA_SASL_MECHANISM: 'plain',
        TIDEWAITER_KAFKA_SASL_USERNAME: 'scoring',
        TIDEWAITER_KAFKA_SASL_PASSWORD: 'x',
      },
    ],
    ['two topics of one name', { TIDEWAITER_KAFKA_TOPICS_NAMES_NOTICES: 'customs.referrals' }],
    ['events forgotten before their topic', { TIDEWAITER_RETENTION_TABLES_EVENTS: '1 day' }],
    ['events larger than their dead letters', { TIDEWAITER_LIMITS_MESSAGE_BYTES: '9000000' }],
  ])('refuse %s', (_what, variables) => {
    expect(refusal(() => load(variables)).code).toBe('TDW_CONFIG_INVALID');
  });

  it('say where a wrong value stands', () => {
    const own = write('own.yaml', 'http:\n  port: many\n');
    expect(refusal(() => load({}, own)).message).toBe(
      'http.port: must be a port from 0 (any free one) to 65535 (own.yaml)',
    );
  });
});

describe('an unknown setting', () => {
  it('is refused in a file, with the nearest known name', () => {
    const own = write('own.yaml', 'kafka:\n  grupId: x\n');
    expect(refusal(() => load({}, own))).toEqual({
      code: 'TDW_CONFIG_UNKNOWN_KEY',
      message: 'own.yaml states kafka.grupId, which is no setting. Did you mean kafka.groupId?',
    });
  });

  it('is refused as a variable, with the nearest known name', () => {
    expect(refusal(() => load({ TIDEWAITER_KAFKA_BROKER: 'a:1' }))).toEqual({
      code: 'TDW_CONFIG_UNKNOWN_KEY',
      message: 'The variable TIDEWAITER_KAFKA_BROKER is no setting. Did you mean TIDEWAITER_KAFKA_BROKERS?',
    });
  });

  it('is refused below a setting and at a prototype', () => {
    for (const text of [
      'http:\n  port:\n    number: 1\n',
      '__proto__:\n  x: 1\n',
      'constructor: 1\n',
      'kafka: 5\n',
      '- 1\n',
      '"": 1\n',
    ])
      expect(refusal(() => load({}, write('own.yaml', text))).code).toMatch(/^TDW_CONFIG_/);
  });

  it('is none where the variable belongs to the tests or the build', () => {
    expect(() =>
      load({ TIDEWAITER_TEST_ANYTHING: '1', TIDEWAITER_DATA_SETS: '/x', TIDEWAITER_CACHE_DIR: '/y' }),
    ).not.toThrow();
  });
});

describe('a file of settings', () => {
  it.each([
    ['is not there', undefined],
    ['is not YAML', 'kafka: [\n'],
    ['states a key twice', 'dataDir: a\ndataDir: b\n'],
    ['uses an alias that is not defined', 'dataDir: *nowhere\n'],
  ])('that %s is refused as a whole', (_what, text) => {
    const name = text === undefined ? 'absent.yaml' : write('own.yaml', text);
    expect(refusal(() => load({}, name)).code).toBe('TDW_CONFIG_UNREADABLE');
  });
});
