import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';

/** Kafka 4 brokers need 17. */
const OLDEST_MAJOR = 17;

export interface Java {
  readonly command: string;
  readonly major: number;
  /** The full text of `java -version`: tells one runtime from another. */
  readonly description: string;
}

/**
 * The Java runtime of JAVA_HOME, else of the search path.
 * @throws TDW_SETUP_JAVA_MISSING, TDW_SETUP_JAVA_TOO_OLD
 */
export function findJava(environment: NodeJS.ProcessEnv = process.env): Java {
  const command = javaCommand(environment);
  const answer = spawnSync(command, ['-version'], { encoding: 'utf8', env: environment });
  const major = majorOf(answer.stderr ?? '');
  if (answer.status !== 0 || major === undefined) {
    throw new TidewaiterError(
      'TDW_SETUP_JAVA_MISSING',
      `No Java found (tried ${command}); a local Kafka broker needs a JDK ≥ ${OLDEST_MAJOR}.`,
    );
  }
  if (major < OLDEST_MAJOR) {
    throw new TidewaiterError(
      'TDW_SETUP_JAVA_TOO_OLD',
      `${command} is Java ${major}; a local Kafka broker needs ${OLDEST_MAJOR} or later.`,
    );
  }
  return { command, major, description: answer.stderr };
}

function javaCommand(environment: NodeJS.ProcessEnv): string {
  const fromHome = environment['JAVA_HOME'] === undefined ? undefined : join(environment['JAVA_HOME'], 'bin', 'java');
  return fromHome !== undefined && existsSync(fromHome) ? fromHome : 'java';
}

/** `version "17.0.15"` or, up to Java 8, `version "1.8.0_402"`. */
function majorOf(description: string): number | undefined {
  const found = /version "(?:1\.)?(\d+)/.exec(description);
  return found === null ? undefined : Number(found[1]);
}
