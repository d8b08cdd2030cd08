import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from '../../../../../config/settings.ts';
import { readGroup } from '../../../../adapters/kafka/admin/read-group.ts';
import { type Logs, openLogs } from '../../../../adapters/kafka/progress/logs.ts';
import { readProgress } from '../../../../adapters/kafka/progress/read-progress.ts';
import { withAdmin } from '../../../../adapters/kafka/with-admin.ts';
import type { ServiceName } from '../../../../runtime/compose/consumer.ts';
import { groupOf, READS } from '../../../../runtime/compose/consumer.ts';
import { composeCommandKafka } from '../../../../runtime/compose/kafka.ts';
import type { Check } from './check.ts';
import { diagnoseProgress, type SeenProgress } from './diagnose-progress.ts';

/** Between two looks at a partition in which records wait: one that is read moves in so long. Milliseconds. */
const LOOK_AGAIN_MS = 3_000;

/** How far a service has come, partition by partition, and who reads: the same numbers as its readiness and alerts go by. */
export function progressCheck(service: ServiceName, settings: Settings, now: () => number): Check {
  return {
    name: `${service} progress`,
    examine: async () => {
      const kafka = await composeCommandKafka(settings.kafka);
      const seen = await withAdmin(kafka, async (admin) => {
        const logs = await openLogs(kafka);
        try {
          return {
            group: await readGroup(admin, groupOf(service, settings.kafka).groupId),
            ...(await lookTwice(logs, admin, service, settings, now)),
          };
        } finally {
          await logs.stop();
        }
      });
      const retentionMs = Math.min(...READS[service].map((topic) => settings.retention.topics[topic]));
      return diagnoseProgress(seen, {
        service,
        retentionMs,
        standstillAfterMs: settings.kafka.consumer.standstillAfter,
        now: now(),
      });
    },
  };
}

async function lookTwice(
  logs: Logs,
  admin: Parameters<typeof readProgress>[1],
  service: ServiceName,
  { kafka }: Settings,
  now: () => number,
): Promise<Pick<SeenProgress, 'before' | 'progress'>> {
  const question = { ...groupOf(service, kafka), now };
  const progress = await readProgress(logs, admin, question);
  if (progress.records === 0) return { before: progress, progress };
  await pause(LOOK_AGAIN_MS);
  return { before: progress, progress: await readProgress(logs, admin, question) };
}
