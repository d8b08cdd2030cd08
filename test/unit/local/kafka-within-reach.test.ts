import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whatKeepsKafkaAway } from '../../../infra/local/kafka/kafka-within-reach.ts';

let machine: string;
beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), 'tidewaiter-machine-'));
});
afterEach(() => {
  rmSync(machine, { recursive: true });
});

describe('what keeps a broker away', () => {
  it('is Java, on a machine without', () => {
    expect(whatKeepsKafkaAway(machineWith({}))?.code).toBe('TDW_SETUP_JAVA_MISSING');
  });

  it('is a Java that is too old, and the message says which is there', () => {
    const obstacle = whatKeepsKafkaAway(machineWith({ java: 'openjdk version "11.0.22" 2024-01-16' }));

    expect(obstacle?.code).toBe('TDW_SETUP_JAVA_TOO_OLD');
    expect(obstacle?.message).toContain('Java 11');
  });

  it('is a Java of the days of 1.8', () => {
    expect(whatKeepsKafkaAway(machineWith({ java: 'java version "1.8.0_402"' }))?.message).toContain('Java 8');
  });

  it('is Maven, where Java is there and the jars were never fetched', () => {
    expect(whatKeepsKafkaAway(machineWith({ java: 'openjdk version "21.0.1"' }))?.code).toBe('TDW_SETUP_MAVEN_MISSING');
  });

  it('is nothing with Java and Maven', () => {
    expect(
      whatKeepsKafkaAway(machineWith({ java: 'openjdk version "17.0.15"', mvn: 'Apache Maven 3.8.7' })),
    ).toBeUndefined();
  });

  it('is nothing where brokers are named', () => {
    expect(whatKeepsKafkaAway({ ...machineWith({}), TIDEWAITER_KAFKA_BROKERS: 'kafka-1:9092' })).toBeUndefined();
  });
});

/** An environment whose search path has these programs only, each saying its version. */
function machineWith(programs: { readonly java?: string; readonly mvn?: string }): NodeJS.ProcessEnv {
  const path = join(machine, 'bin');
  mkdirSync(path);
  for (const [name, says] of Object.entries(programs)) {
    writeFileSync(join(path, name), `#!/bin/sh\necho '${says}' >&2\n`);
    chmodSync(join(path, name), 0o755);
  }
  return { PATH: path, TIDEWAITER_CACHE_DIR: join(machine, 'cache') };
}
