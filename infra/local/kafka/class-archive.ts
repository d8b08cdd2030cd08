import { existsSync, renameSync, writeFileSync } from 'node:fs';
import type { Run } from '../run/run.ts';
import type { Report } from '../server/report.ts';
import { startBroker } from './broker.ts';
import { placeBroker } from './broker-place.ts';
import type { KafkaHome } from './kafka-home.ts';

/**
 * Runs a broker once and keeps the classes it loaded (AppCDS), which takes seconds off every later start.
 * Only a convenience: where the runtime writes no archive, brokers start without one.
 */
export async function archiveClasses(run: Run, home: KafkaHome, report: Report): Promise<void> {
  report('Preparing Kafka for quick starts (once)');
  const arriving = `${home.classArchive}.arriving`;
  const place = await placeBroker(run.folder);
  const broker = await startBroker(run, home, place, {
    javaOptions: [`-XX:ArchiveClassesAtExit=${arriving}`, '-Xlog:disable'],
  });
  await broker.halt();
  // An empty archive is ignored by the runtime, and says that there is no use in trying again.
  if (!existsSync(arriving)) writeFileSync(arriving, '');
  renameSync(arriving, home.classArchive);
}
