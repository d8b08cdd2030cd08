import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SETTINGS } from '../../../config/schema/schema.ts';
import { projectRoot } from '../../../infra/setup/project-root.mjs';

interface Service {
  readonly image?: string;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly ports?: readonly string[];
  readonly restart?: string;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly volumes: Readonly<Record<string, null>>;
}

const INFRA = join(projectRoot(), 'infra');
const compose = parse(readFileSync(join(INFRA, 'compose.yaml'), 'utf8'), { merge: true }) as Compose;
const services = Object.entries(compose.services);

describe('the compose file', () => {
  it('has broker, database, registry, monitoring and both services of Tidewaiter', () => {
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining(['kafka', 'postgres', 'registry', 'prometheus', 'grafana', 'scoring', 'audit']),
    );
  });

  it.each(services)(
    '%s waits only for what is there, and for health only where it is checked',
    (_name, { depends_on = {} }) => {
      for (const [other, { condition }] of Object.entries(depends_on)) {
        expect(compose.services).toHaveProperty([other]);
        if (condition === 'service_healthy') expect(compose.services[other]?.healthcheck).toBeDefined();
        if (condition === 'service_completed_successfully') expect(compose.services[other]?.restart).toBeUndefined();
      }
    },
  );

  it('never waits in a circle', () => {
    const waitsFor = (name: string, seen: readonly string[]): readonly string[] => {
      expect(seen).not.toContain(name);
      return Object.keys(compose.services[name]?.depends_on ?? {}).flatMap((other) => waitsFor(other, [...seen, name]));
    };
    for (const [name] of services) waitsFor(name, []);
  });

  it.each(services)('%s is one exact version', (_name, { image }) => {
    expect(image).toMatch(/:v?\d+\.\d+/);
  });

  it.each(services.filter(([, { restart }]) => restart !== undefined))(
    '%s, which stays, has its health checked',
    (_name, { healthcheck }) => {
      expect(healthcheck?.test.length).toBeGreaterThan(1);
    },
  );

  it.each(services)('%s is reached from this machine only', (_name, { ports = [] }) => {
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it.each(services)(
    '%s uses volumes and secrets that are declared, and mounts nothing that is missing',
    (_name, { volumes = [], secrets = [] }) => {
      for (const secret of secrets) expect(compose.secrets).toHaveProperty([secret]);
      for (const source of volumes.map((volume) => volume.split(':')[0] as string)) {
        if (source.startsWith('.')) expect(existsSync(join(INFRA, source)), source).toBe(true);
        else expect(compose.volumes).toHaveProperty([source]);
      }
    },
  );

  it.each(services)(
    "%s can gain no rights, and has none but its account's (Postgres begins as root)",
    (name, { cap_drop, security_opt }) => {
      expect(security_opt).toContain('no-new-privileges:true');
      if (name !== 'postgres') expect(cap_drop).toEqual(['ALL']);
    },
  );

  it.each(services)('%s has no password in its environment', (_name, { environment = {} }) => {
    const secret = Object.keys(environment).filter((name) => /(PASSWORD|SECRET|POSTGRES_URL)$/.test(name));
    expect(secret).toEqual([]);
  });

  it('configures Tidewaiter by settings that exist', () => {
    const known = SETTINGS.map(({ variable }) => variable);
    const used = services
      .flatMap(([, { environment = {} }]) => Object.keys(environment))
      .filter((name) => name.startsWith('TIDEWAITER_'));

    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('builds from a Dockerfile that is there', () => {
    expect(
      existsSync(
        join(
          INFRA,
          compose.services['scoring']?.build?.context ?? '',
          compose.services['scoring']?.build?.dockerfile ?? '',
        ),
      ),
    ).toBe(true);
  });
});
