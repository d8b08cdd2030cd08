import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import type { Report } from '../report.ts';

const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/**
 * Fetches the broker's jars into `folder` through Maven, unless they are there.
 * @throws TDW_SETUP_MAVEN_MISSING, TDW_SETUP_KAFKA_FETCH
 */
export async function fetchJars(pom: string, folder: string, report: Report): Promise<void> {
  if (existsSync(folder)) return;
  requireMaven();
  report('Fetching Apache Kafka through Maven (43 MB, once)');
  const arriving = `${folder}.arriving`;
  rmSync(arriving, { recursive: true, force: true });
  await runMaven(['-B', '-q', '-f', pom, PLUGIN, `-DoutputDirectory=${arriving}`, '-DincludeScope=runtime']);
  // Under its name only when whole.
  renameSync(arriving, folder);
}

/** @throws TDW_SETUP_MAVEN_MISSING */
export function requireMaven(environment: NodeJS.ProcessEnv = process.env): void {
  if (spawnSync(MAVEN, ['-version'], { env: environment }).status === 0) return;
  throw new TidewaiterError('TDW_SETUP_MAVEN_MISSING', 'No Maven found (`mvn` is not on the search path); it fetches the jars of the local Kafka broker.');
}

const MAVEN = process.platform === 'win32' ? 'mvn.cmd' : 'mvn';

async function runMaven(args: readonly string[]): Promise<void> {
  const maven = spawn(MAVEN, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err] = await Promise.all([text(maven.stdout), text(maven.stderr), once(maven, 'close')]);
  if (maven.exitCode === 0) return;
  const said = `${out}\n${err}`.split('\n').filter((line) => line.includes('ERROR')).slice(0, 3).join('\n');
  throw new TidewaiterError('TDW_SETUP_KAFKA_FETCH', `Maven could not fetch the jars of Apache Kafka:\n${said}`);
}

/** The class path of a folder of jars. */
export function classPath(jars: string): string {
  return join(jars, '*');
}
