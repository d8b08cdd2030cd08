import { type LogBlow, removeAllBut } from './log-blow.ts';

const FROZEN_WITHIN_MS = 60_000;

/** Every scoring process freezes before a commit, longer than the topic keeps what is published meanwhile. */
export const frozenPastRetention: LogBlow = {
  what: 'all scoring frozen past the retention',
  strike: async (field) => {
    const { scoring, input } = field;
    for (const worker of scoring) worker.give({ order: 'freezeAt', point: 'beforeCommit' });
    await input.publish(240);
    await Promise.all(scoring.map((worker) => worker.frozen(FROZEN_WITHIN_MS)));
    await input.publish(240);
    await removeAllBut(20, field);
    for (const worker of scoring) worker.thaw();
  },
};
