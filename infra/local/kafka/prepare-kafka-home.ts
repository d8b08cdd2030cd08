import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../../setup/lock.mjs';
import type { Run } from '../run/run.ts';
import type { Report } from '../server/report.ts';
import { archiveClasses } from './class-archive.ts';
import { fetchJars } from './fetch-jars.ts';
import { formatDataFolder } from './format-data-folder.ts';
import type { Java } from './java.ts';
import { homeOf, type KafkaHome, pomFile } from './kafka-home.ts';

/** Fetches and formats what is not in the cache yet, while no other process does the same. */
export async function prepareKafkaHome(run: Run, java: Java, report: Report): Promise<KafkaHome> {
  const home = homeOf(java);
  mkdirSync(home.folder, { recursive: true });
  await withLock(
    join(home.folder, 'lock'),
    async () => {
      await fetchJars(run, pomFile(), home.jars, report);
      if (!existsSync(home.formatted)) await formatOnce(run, home, report);
      if (!existsSync(home.classArchive)) await archiveClasses(run, home, report);
    },
    (holder) => {
      report(`Waiting for process ${holder}, which is preparing Kafka`);
    },
  );
  return home;
}

/** Formatting takes seconds and gives two small files that hold no port and no path. */
async function formatOnce(run: Run, home: KafkaHome, report: Report): Promise<void> {
  report('Formatting a Kafka data folder (once)');
  const work = mkdtempSync(join(home.folder, 'formatting-'));
  renameSync(await formatDataFolder(run, home, work), home.formatted);
  rmSync(work, { recursive: true });
}
