import { expect, test } from 'vitest';
import { readHandWritten } from '../../../infra/demo/trade/hand-written.ts';
import { checkDigit } from '../../../services/generator/random/identifiers.ts';
import { validateEvent } from '../../../services/risk/declaration/validate.ts';

test('given the messages written by hand, then the good ones are whole declarations that can be judged, one under its MRN', async () => {
  const { events } = await readHandWritten();
  expect(events.map(({ declarationId }) => declarationId)).toEqual([
    '26US5J7K9L1M3N5P76',
    'LRN:US551290034000:COFFEE-2026-44',
  ]);
  for (const event of events) {
    expect(validateEvent(event)).toEqual([]);
    expect(event.otherElements).toEqual([]);
  }
});

test('given the one that breaks off, then it is told of with its code and line', async () => {
  const { told } = await readHandWritten();
  expect(told.find((line) => line.startsWith('import-broken-off.xml'))).toMatch(/TDW_XML_TRUNCATED in line \d+/);
  expect(told.some((line) => line.startsWith('notification-accepted.xml'))).toBe(true);
});

test('given their containers and their MRN, then the check digits are right', async () => {
  const { events } = await readHandWritten();
  const containers = events
    .flatMap((event) => event.goodsShipment?.consignment?.transportEquipments ?? [])
    .map(({ id }) => id ?? '');
  expect(containers).toHaveLength(1);
  for (const id of containers) expect(Number(id.slice(-1))).toBe(checkDigit(id.slice(0, -1)));
});
