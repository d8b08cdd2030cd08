import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Licence } from '../../../services/risk/facts/facts.ts';
import type { PlannedWriteOff } from '../../../services/risk/licensing/write-off.ts';
import type { LicenceLedger } from '../../../services/scoring/ports/licence-ledger.ts';
import { decimal } from '../../harness/checked.ts';

/** What every ledger must do. `open` gives one over a register that holds the licences. */
export function licenceLedgerContract(open: (licences: readonly Licence[]) => Promise<LicenceLedger>): void {
  const licence = (quantity: string): Licence => ({
    id: `L${randomUUID().slice(0, 8).toUpperCase()}`,
    status: 'issued',
    lines: [{ line: 1, commodityCode: '9303', destinations: [], quantity: decimal(quantity), unit: 'KGM' }],
    revision: 1,
  });
  const writeOff = (of: Licence, quantity: string, over: Partial<PlannedWriteOff> = {}): PlannedWriteOff => ({
    eventId: randomUUID(),
    declarationId: randomUUID(),
    item: 1,
    document: 0,
    licenceId: of.id,
    line: 1,
    quantity: decimal(quantity),
    unit: 'KGM',
    ...over,
  });
  const enough = async (ledger: LicenceLedger, writeOffs: readonly PlannedWriteOff[]): Promise<string[]> =>
    (await ledger.reserve(writeOffs)).map((answer) => answer.enough);

  test('given a line of ten, when three write-offs of four come, then two are covered and the third is told what is left', async () => {
    const held = licence('10');
    const ledger = await open([held]);
    const answers = await ledger.reserve([writeOff(held, '4'), writeOff(held, '4'), writeOff(held, '4')]);
    expect(answers.map(({ enough, remaining }) => [enough, remaining])).toEqual([
      ['yes', '10'],
      ['yes', '6'],
      ['no', '2'],
    ]);
  });

  test('given an answered write-off, when it is asked again, then the first answer stands and nothing is written off twice', async () => {
    const held = licence('10');
    const ledger = await open([held]);
    const first = writeOff(held, '7');
    const answers = await ledger.reserve([first]);
    await ledger.reserve([writeOff(held, '3')]);
    expect(await ledger.reserve([first])).toEqual(answers);
    expect(await enough(ledger, [writeOff(held, '0.000001')])).toEqual(['no']);
  });

  test('given a later event of the same declaration, when it writes off, then it takes the place of the earlier one', async () => {
    const held = licence('10');
    const ledger = await open([held]);
    const first = writeOff(held, '8');
    await ledger.reserve([first]);
    expect(await enough(ledger, [writeOff(held, '9', { declarationId: first.declarationId })])).toEqual(['yes']);
    expect(await enough(ledger, [writeOff(held, '2')])).toEqual(['no']);
  });

  test('given an event that a later one took the place of, when it is asked again (a retry, a process that was frozen), then its first answer stands and the later write-off stays', async () => {
    const held = licence('10');
    const ledger = await open([held]);
    const lodged = writeOff(held, '9');
    const amended = writeOff(held, '2', { declarationId: lodged.declarationId });
    const answers = await ledger.reserve([lodged, amended]);
    expect(await enough(ledger, [writeOff(held, '8')])).toEqual(['yes']);
    expect(await ledger.reserve([lodged, amended])).toEqual(answers);
    expect(await ledger.reserve([lodged])).toEqual(answers.slice(0, 1));
    expect(await enough(ledger, [writeOff(held, '0.000001')])).toEqual(['no']);
  });

  test('given a write-off that fits no line, when it is asked, then the answer is undetermined and nothing is written off', async () => {
    const held = licence('10');
    const ledger = await open([held]);
    expect(await enough(ledger, [writeOff(held, '5', { line: undefined })])).toEqual(['undetermined']);
    expect(await enough(ledger, [writeOff(held, '10')])).toEqual(['yes']);
  });
}
