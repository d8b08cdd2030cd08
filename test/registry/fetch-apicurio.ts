import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireMaven } from '../../infra/local/kafka/fetch-jars.ts';
import { cacheFolder } from '../../infra/local/server/cache-folder.ts';

/** The last line that runs on Java 17. */
const VERSION = '3.0.9';
const ARTIFACT = `io.apicurio:apicurio-registry-app:${VERSION}:tar.gz:all`;
/** The last version that does without the parent's descriptor, which is not published, and that copies what it got. */
const GET = 'org.apache.maven.plugins:maven-dependency-plugin:2.8:get';

/** The runnable jar of the Apicurio registry, fetched through Maven (109 MB) unless it is in the cache. */
export function fetchApicurio(): string {
  const folder = join(cacheFolder(), `apicurio-${VERSION}`);
  const jar = join(folder, `apicurio-registry-app-${VERSION}-runner.jar`);
  if (existsSync(jar)) return jar;
  requireMaven();
  const arriving = `${folder}.arriving`;
  const archive = join(arriving, 'apicurio.tar.gz');
  rmSync(arriving, { recursive: true, force: true });
  mkdirSync(arriving, { recursive: true });
  execFileSync('mvn', ['-B', '-q', GET, `-Dartifact=${ARTIFACT}`, '-Dtransitive=false', `-Ddest=${archive}`], {
    stdio: 'inherit',
  });
  execFileSync('tar', ['-xzf', archive, '-C', arriving]);
  rmSync(archive);
  rmSync(folder, { recursive: true, force: true });
  renameSync(arriving, folder);
  return jar;
}
