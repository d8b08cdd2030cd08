import { type LogBlow, removeAllBut } from './log-blow.ts';

/** Scoring waits for Postgres; meanwhile the oldest of what it has not read leaves the log. */
export const logStartMoved: LogBlow = {
  what: 'log start moved past unread records',
  strike: async (field) => {
    field.scene.wire.cut();
    await field.input.publish(600);
    await removeAllBut(20, field);
    field.scene.wire.mend();
  },
};
