import { describe, expect, test } from 'vitest';
import { loadPolicy, policyFromDocumentInTurns } from '../../../services/adapters/policy-files/load-policy.ts';

const shipped = loadPolicy('config/policy');

/** How often something else has its turn while a policy is checked. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let [turns, going] = [0, true];
  const turn = (): void => {
    turns += 1;
    if (going) setImmediate(turn);
  };
  setImmediate(turn);
  await work.finally(() => (going = false));
  return turns;
}

describe('a stored policy that is checked beside other work', () => {
  test('given a policy, when it is checked, then it is the same policy, and other work has its turn between any two rules', async () => {
    const checking = policyFromDocumentInTurns(shipped.document);
    expect(await turnsDuring(checking)).toBeGreaterThanOrEqual(shipped.rules.length - 1);
    expect((await checking).hash).toBe(shipped.hash);
  });

  test('given a policy with a mistake, then it is refused as ever', async () => {
    const [first, ...rules] = shipped.document.rules;
    const wrong = { ...shipped.document, rules: [{ ...first!, condition: 'item.nonsense > 1' }, ...rules] };
    await expect(policyFromDocumentInTurns(wrong)).rejects.toMatchObject({ code: 'TDW_POLICY_REJECTED' });
  });
});
