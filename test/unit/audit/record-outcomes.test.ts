import { expect, test } from 'vitest';
import { createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { createOutcomeRecorder, type OutcomeReport } from '../../../services/audit/record-outcomes.ts';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import type { Outcome } from '../../../services/risk/messages/outcome.ts';
import { instant } from '../../harness/checked.ts';

const codec = createCodecs().outcome;
const outcome: Outcome = {
  outcomeId: '7b6f2f0e-6a57-4b55-8c3e-0a2f5a0b1c2d',
  declarationId: '26GB7XQ1LV0KZP4RA3',
  version: 1,
  inspection: 'physical',
  inspectedAt: instant('2026-11-20T09:00:00Z'),
  recordedAt: instant('2026-11-22T08:00:00Z'),
  recordedBy: 'officer-7',
  disposition: 'released',
  items: [],
};
const record = (offset: number, value: Buffer | null) => ({
  topic: 'outcomes',
  partition: 2,
  offset: BigInt(offset),
  timestamp: 0,
  value,
});

async function recorded(
  values: readonly (Buffer | null)[],
  decode: (bytes: Buffer) => Outcome = (bytes) => codec.decode(bytes),
): Promise<{ readonly written: readonly Outcome[]; readonly reports: readonly OutcomeReport[] }> {
  const written: Outcome[] = [];
  const reports: OutcomeReport[] = [];
  const store = {
    recordOutcomes: (outcomes: readonly Outcome[]) =>
      Promise.resolve({
        written: written.push(...outcomes),
        repeated: 0,
        conflicting: [],
        findings: [],
        declarations: [],
      }),
  };
  await createOutcomeRecorder({ decode, store, observe: (report) => reports.push(report) })(
    values.map((value, offset) => record(offset, value)),
  );
  return { written, reports };
}

test('given records that are no outcomes among good ones, when recorded, then the good ones are written and the others told by place and code', async () => {
  const [good, noUuid, noText] = [
    outcome,
    { ...outcome, outcomeId: 'first' },
    { ...outcome, declarationId: '26GB\u0000' },
  ].map((one) => codec.encode(one));
  const { written, reports } = await recorded([noUuid!, good!, Buffer.from('no Avro'), noText!, null]);
  expect(written).toEqual([outcome]);
  expect(reports).toMatchObject([
    {
      written: 1,
      refused: [
        { code: 'TDW_OUTCOMES_MALFORMED', partition: 2, offset: 0n },
        { code: expect.stringMatching(/^TDW_AVRO_/) as string, offset: 2n },
        { code: 'TDW_OUTCOMES_MALFORMED', offset: 3n },
      ],
    },
  ]);
});

test('given a registry that is away, when an outcome is read, then nothing is passed over: it is thrown, and tried again', async () => {
  await expect(
    recorded([codec.encode(outcome)], () => {
      throw new TidewaiterError('TDW_POSTGRES_UNAVAILABLE', 'away');
    }),
  ).rejects.toMatchObject({ failureClass: 'infrastructure' });
});
