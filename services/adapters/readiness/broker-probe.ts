import type { Admin } from 'kafkajs';
import type { Probe } from './probes.ts';
import { failing, OK } from './readiness.ts';

/** Whether the brokers answer and have the topics. @param admin connected, or connecting by itself */
export function brokerProbe(admin: Pick<Admin, 'listTopics'>, topics: readonly string[]): Probe {
  return {
    check: 'kafka',
    look: async () => {
      const there = new Set(await admin.listTopics());
      const missing = topics.filter((topic) => !there.has(topic));
      return missing.length === 0 ? OK : failing(`topics are missing: ${missing.join(', ')}`);
    },
  };
}
