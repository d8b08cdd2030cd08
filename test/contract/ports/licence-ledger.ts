import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Licence } from '../../../services/risk/facts/facts.ts';
import type { Draw } from '../../../services/risk/licensing/draw.ts';
import type { LicenceLedger } from '../../../services/scoring/ports/licence-ledger.ts';

/** What every ledger must do. `open` gives one over a register that holds the licences. */
export function licenceLedgerContract(open: (licences: readonly Licence[]) => Promise<LicenceLedger>): void {
  const licence = (quantity: string): Licence => ({
    id: `L${randomUUID().slice(0, 8).toUpperCase()}`,
    status: 'issued',
    lines: [{ line: 1, commodityCode: '9303', destinations: [], quantity, unit: 'KGM' }],
    revision: 1,
  });
  const draw = (of: Licence, quantity: string, over: Partial<Draw> = {}): Draw => ({
    eventId: randomUUID(),
    declarationId: randomUUID(),
    item: 1,
    document: 0,
    licenceId: of.id,
    line: 1,
    quantity,
    unit: 'KGM',
    ...over,
  });
  const enough = async (ledger: LicenceLedger, draws: readonly Draw[]): Promise<string[]> =>
    (await ledger.reserve(draws)).map((answer) => answer.enough);

  test('given a line of ten, when three draws of four come, then two are covered and the third is told what is left', async () => {
    const held = licence('10');
    const ledger = await open([held]);
    const answers = await ledger.reserve([draw(held, '4'), draw(held, '4'), draw(held, '4')]);
    expect(answers.map(({ enough, remaining }) => [enough, remaining])).toEqual([
      ['yes', '10'],
      ['yes', '6'],
      ['no', '2'],
    ]);
  });

  test('given an answered draw, when it is asked again, then the first answer stands and nothing is drawn twice', async () => {
    const held = licence('10');
    const ledger = await open([held]);
    const first = draw(held, '7');
    const answers = await ledger.reserve([first]);
    await ledger.reserve([draw(held, '3')]);
    expect(await ledger.reserve([first])).toEqual(answers);
    expect(await enough(ledger, [draw(held, '0.000001')])).toEqual(['no']);
  });

  test('given a later event of the same declaration, when it draws, then it takes the place of the earlier one', async () => {
    const held = licence('10');
    const ledger = await open([held]);
    const first = draw(held, '8');
    await ledger.reserve([first]);
    expect(await enough(ledger, [draw(held, '9', { declarationId: first.declarationId })])).toEqual(['yes']);
    expect(await enough(ledger, [draw(held, '2')])).toEqual(['no']);
  });

  test('given an event that a later one took the place of, when it is asked again (a retry, a process that was frozen), then its first answer stands and the later draw stays', async () => {
    const held = licence('10');
    const ledger = await open([held]);
    const lodged = draw(held, '9');
    const amended = draw(held, '2', { declarationId: lodged.declarationId });
    const answers = await ledger.reserve([lodged, amended]);
    expect(await enough(ledger, [draw(held, '8')])).toEqual(['yes']);
    expect(await ledger.reserve([lodged, amended])).toEqual(answers);
    expect(await ledger.reserve([lodged])).toEqual(answers.slice(0, 1));
    expect(await enough(ledger, [draw(held, '0.000001')])).toEqual(['no']);
  });

  test('given a draw that fits no line, when it is asked, then the answer is undetermined and nothing is drawn', async () => {
    const held = licence('10');
    const ledger = await open([held]);
    expect(await enough(ledger, [draw(held, '5', { line: undefined })])).toEqual(['undetermined']);
    expect(await enough(ledger, [draw(held, '10')])).toEqual(['yes']);
  });
}
