import { loadPolicy, policyFromDocument } from '../../services/adapters/policy-files/load-policy.ts';
import type { Policy } from '../../services/risk/policy/policy.ts';
import { changePolicy } from '../../services/runtime/editions/change-edition.ts';
import type { Blow, Field } from './blow.ts';
import type { Killing } from './order.ts';

const KILL_WITHIN_MS = 60_000;

/** Another policy is put in force while a process of scoring is killed, in the middle of whatever it does: of loading it, or of judging by one or the other. */
export function activateAndKill(index: number): Blow {
  const order: Killing = { order: 'killAfter', milliseconds: 50 * (index % 20) };
  return {
    what: `policy put in force, and kill -9 of scoring after ${order.milliseconds} ms`,
    kill: true,
    strike: async (field) => {
      const struck = field.scoring[index % field.scoring.length]!;
      struck.give(order);
      await Promise.all([activate(field, index), struck.killed(KILL_WITHIN_MS)]);
    },
  };
}

async function activate({ scene: { settings, database } }: Field, index: number): Promise<void> {
  const decision = { by: 'chaos', reason: 'a campaign', at: Date.now() };
  await changePolicy({ settings, database }, decision, variant(index), 'activate');
}

/** The shipped policy with other deadlines: another hash, the same lanes. */
function variant(index: number): Policy {
  const { document } = loadPolicy('config/policy');
  const { lanes } = document;
  const deadlineHours = { ...lanes.deadlineHours, yellow: lanes.deadlineHours.yellow + 1 + index };
  return policyFromDocument({ ...document, lanes: { ...lanes, deadlineHours } });
}
