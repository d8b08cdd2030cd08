import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Licence } from '../../../services/risk/facts/facts.ts';
import { licenceIdOf } from '../../../services/risk/licensing/cited.ts';
import type { LicenceRegister } from '../../../services/scoring/ports/licence-register.ts';
import { day, decimal } from '../../harness/checked.ts';

/** What every register of licences must answer. `open` gives one that holds these; `undefined` where none was ever loaded. */
export function licenceRegisterContract(
  open: (licences: readonly Licence[] | undefined) => Promise<LicenceRegister>,
): void {
  const licence = (over: Partial<Licence> = {}): Licence => ({
    id: `GB ${randomUUID().slice(0, 8)}`,
    status: 'issued',
    holderId: 'GB1',
    validFrom: day('2026-01-01'),
    validTo: day('2026-12-31'),
    lines: [{ line: 1, controlEntry: '5A002', destinations: ['JP'], quantity: decimal('0.5'), unit: 'KGM' }],
    revision: 1,
    ...over,
  });

  test('given no register at all, then what it would say is unknown, not absent', async () => {
    const answers = await (await open(undefined)).find(['GB1', 'GB2']);
    expect([...answers.values()].map(({ state }) => state)).toEqual(['unknown', 'unknown']);
  });

  test('given a licence, when it is asked for by its key, then it is found as it was brought in, and by no other spelling of its id', async () => {
    const held = licence();
    const register = await open([held]);
    const key = licenceIdOf(held.id);
    const answers = await register.find([key, held.id]);
    const { status, holderId, validFrom, validTo, lines } = held;
    expect(answers.get(key)).toMatchObject({
      state: 'found',
      value: { status, holderId, validFrom, validTo, lines },
    });
    expect(answers.get(held.id)).toMatchObject({ state: 'absent' });
  });

  test('given ids that are asked for together, then each has its answer, and those of which there is no licence are absent', async () => {
    const [one, other] = [licence(), licence({ status: 'revoked' })];
    const [first, second] = [licenceIdOf(one.id), licenceIdOf(other.id)];
    const answers = await (await open([one, other])).find([second, 'NOWHERE', first]);
    expect([first, second, 'NOWHERE'].map((id) => answers.get(id)?.state)).toEqual(['found', 'found', 'absent']);
    expect(answers.size).toBe(3);
    for (const answer of answers.values()) expect(answer.from).toMatch(/^licences@./);
  });

  test('given nothing that is asked for, then there is no answer', async () => {
    expect((await (await open([licence()])).find([])).size).toBe(0);
  });

  test('given fields that a licence does not state, then they are not stated in the answer either', async () => {
    const held: Licence = {
      id: `L${randomUUID()}`,
      status: 'issued',
      lines: [{ line: 1, commodityCode: '84', destinations: [] }],
      revision: 1,
    };
    const answer = (await (await open([held])).find([licenceIdOf(held.id)])).get(licenceIdOf(held.id));
    expect(answer?.state === 'found' && Object.keys(answer.value).sort()).toEqual([
      'id',
      'lines',
      'revision',
      'status',
    ]);
  });
}
