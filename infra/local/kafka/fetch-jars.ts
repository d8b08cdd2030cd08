import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import type { Run } from '../run/run.ts';
import { runToEnd } from '../run/run-to-end.ts';
import type { Report } from '../server/report.ts';

const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/**
 * Fetches the broker's jars into `folder` through Maven, unless they are there.
 * @throws TDW_SETUP_MAVEN_MISSING, TDW_SETUP_KAFKA_FETCH, TDW_STORAGE_UNUSABLE
 */
export async function fetchJars(run: Run, pom: string, folder: string, report: Report): Promise<void> {
  if (existsSync(folder)) return;
  requireMaven();
  report('Fetching Apache Kafka through Maven (43 MB, once)');
  const arriving = `${folder}.arriving`;
  rmSync(arriving, { recursive: true, force: true });
  await runMaven(run, ['-B', '-q', '-f', pom, PLUGIN, `-DoutputDirectory=${arriving}`, '-DincludeScope=runtime']);
  // Under its name only when whole.
  renameSync(arriving, folder);
}

/** @throws TDW_SETUP_MAVEN_MISSING */
export function requireMaven(environment: NodeJS.ProcessEnv = process.env): void {
  if (spawnSync(MAVEN, ['-version'], { env: environment }).status === 0) return;
  throw new TidewaiterError(
    'TDW_SETUP_MAVEN_MISSING',
    'No Maven found (`mvn` is not on the search path); it fetches the jars of the local Kafka broker.',
  );
}

const MAVEN = process.platform === 'win32' ? 'mvn.cmd' : 'mvn';

async function runMaven(run: Run, args: readonly string[]): Promise<void> {
  const { status, output } = await runToEnd(run, MAVEN, args);
  if (status === 0) return;
  const said = output
    .split('\n')
    .filter((line) => line.includes('ERROR'))
    .slice(0, 3)
    .join('\n');
  if (/No space left on device/.test(output))
    throw new TidewaiterError('TDW_STORAGE_UNUSABLE', `No space is left for the jars of Apache Kafka:\n${said}`);
  throw new TidewaiterError('TDW_SETUP_KAFKA_FETCH', `Maven could not fetch the jars of Apache Kafka:\n${said}`);
}

/** The class path of a folder of jars. */
export function classPath(jars: string): string {
  return join(jars, '*');
}
