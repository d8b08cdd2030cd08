import { describe, expect, test } from 'vitest';
import { createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { createMemoryEventRegister } from '../../../services/adapters/memory/event-register.ts';
import { createMemoryLicenceLedger } from '../../../services/adapters/memory/licence-ledger.ts';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import type { Referral } from '../../../services/risk/messages/referral.ts';
import { type Flow, startWith } from '../../../services/scoring/flow/flow.ts';
import { deadLetter, type Entry, ok, type Step } from '../../../services/scoring/flow/step.ts';
import type { EventRegister } from '../../../services/scoring/ports/event-register.ts';
import type { InboundRecord, OutboundRecord } from '../../../services/scoring/ports/stream.ts';
import { REDRIVES_HEADER } from '../../../services/scoring/processor/dead-letters.ts';
import { type BatchReport, createProcessor } from '../../../services/scoring/processor/processor.ts';
import { type Claimed, createClaimStep } from '../../../services/scoring/steps/claim-step.ts';
import type { Emitted } from '../../../services/scoring/steps/emit-step.ts';
import type { Validated } from '../../../services/scoring/steps/validate-step.ts';
import { decisions } from '../../golden/decisions.ts';

const codecs = createCodecs();
const topics = { deadLetters: 'dead-letters', referrals: 'referrals' };
const policy = loadPolicy('config/policy');
const deps = { codecs, topics, maxRecordBytes: 10_000 };

const record = (offset: number, over: Partial<InboundRecord> = {}): InboundRecord => ({
  topic: 'declarations',
  partition: 0,
  offset: BigInt(offset),
  timestamp: Date.parse('2026-03-02T08:00:00Z'),
  key: Buffer.from(`MRN${offset}`),
  value: Buffer.from(`value ${offset}`),
  headers: {},
  ...over,
});

interface Scene {
  readonly runs: number[];
  readonly reports: BatchReport[];
  readonly process: ReturnType<typeof createProcessor>;
}

/** A pipeline of one step, which answers each record under its key. */
function scene(step: (entry: Entry) => ReturnType<typeof ok<Emitted>> | ReturnType<typeof deadLetter>): Scene {
  const runs: number[] = [];
  const reports: BatchReport[] = [];
  const answer: Step<Entry, Emitted> = function answer(entries) {
    runs.push(entries.length);
    return entries.map(step);
  };
  const process = createProcessor({
    judging: () => ({ policy, pipeline: startWith(answer) }),
    register: createMemoryEventRegister(createMemoryLicenceLedger([])),
    ...deps,
    observe: (report) => reports.push(report),
  });
  return { runs, reports, process };
}

const answered = (entry: Entry): ReturnType<typeof ok<Emitted>> =>
  ok({
    ...entry,
    outputs: [{ topic: 'assessments', key: entry.record.key, value: entry.record.value! }],
  } as unknown as Emitted);

describe('answering a batch', () => {
  test('given our own bug on one event, when a batch holds it, then it is tried again, split until the event is alone, and only that one is a dead letter', async () => {
    const { process, runs } = scene((entry) => {
      if (entry.record.offset === 5n) throw new TypeError('of no use');
      return answered(entry);
    });
    const outputs = await process(Array.from({ length: 8 }, (_, offset) => record(offset)));
    expect(outputs.filter((output) => output.topic === 'assessments').map((output) => String(output.key))).toEqual(
      [0, 1, 2, 3, 4, 6, 7].map((offset) => `MRN${offset}`),
    );
    const letters = outputs
      .filter((output) => output.topic === 'dead-letters')
      .map((output) => codecs.deadLetter.decode(output.value));
    expect(letters).toMatchObject([{ code: 'TDW_INTERNAL', input: { offset: 5 }, declarationId: 'MRN5' }]);
    expect(letters[0]!.message).not.toContain('of no use');
    expect(runs).toEqual([8, 8, 4, 4, 4, 2, 2, 1, 1, 1, 2]);
  });

  test('given a step that forgets an event, when a batch holds it, then that one is a dead letter and the others are answered: nothing vanishes', async () => {
    const answer: Step<Entry, Emitted> = (entries) =>
      entries.filter(({ record: { offset } }) => offset !== 2n).map(answered);
    const process = createProcessor({
      judging: () => ({ policy, pipeline: startWith(answer) }),
      register: createMemoryEventRegister(createMemoryLicenceLedger([])),
      ...deps,
      observe: () => undefined,
    });
    const outputs = await process([record(1), record(2), record(3)]);
    expect(outputs.map(({ topic, key }) => `${topic} ${String(key)}`)).toEqual([
      'assessments MRN1',
      'assessments MRN3',
      'dead-letters MRN2',
      'referrals MRN2',
    ]);
  });

  test('given a bug that is gone at the second try, when the batch is tried again, then nothing is a dead letter', async () => {
    let failures = 1;
    const { process, runs } = scene((entry) => {
      if (failures-- > 0) throw new RangeError('once');
      return answered(entry);
    });
    expect((await process([record(1), record(2)])).map((output) => output.topic)).toEqual([
      'assessments',
      'assessments',
    ]);
    expect(runs).toEqual([2, 2]);
  });

  test('given infrastructure that fails, when a batch is answered, then it is thrown to the caller at once and nothing is answered', async () => {
    const { process, runs, reports } = scene(() => {
      throw new TidewaiterError('TDW_POSTGRES_UNAVAILABLE', 'away');
    });
    await expect(process([record(1), record(2)])).rejects.toMatchObject({ code: 'TDW_POSTGRES_UNAVAILABLE' });
    expect(runs).toEqual([2]);
    expect(reports).toEqual([]);
  });

  test('given bad input, when it ends as a dead letter, then the whole record is kept and a person is told', async () => {
    const redrive = {
      at: '2026-03-01T00:00:00Z',
      by: 'op1',
      reason: 'mended',
      deadLetterId: '4be0643f-1d98-573b-97cd-ca98a65347dd',
    };
    const headers = { trace: Buffer.from('abc'), [REDRIVES_HEADER]: Buffer.from(JSON.stringify([redrive])) };
    const { process } = scene(() => deadLetter('TDW_INPUT_EMPTY', 'nothing there'));
    const outputs = await process([record(3, { headers })]);
    expect(codecs.deadLetter.decode(outputs[0]!.value)).toMatchObject({
      code: 'TDW_INPUT_EMPTY',
      step: 'answer',
      key: Buffer.from('MRN3'),
      value: Buffer.from('value 3'),
      redrives: [redrive],
    });
    expect(codecs.referral.decode(outputs[1]!.value)).toMatchObject({
      kind: 'notAssessed',
      declarationId: 'MRN3',
      lane: 'query',
      deadline: '2026-03-02T12:00:00Z',
      failure: { code: 'TDW_INPUT_EMPTY' },
    });
  });

  test('given a key that is no declaration id, when the record cannot be read, then there is a dead letter and no referral', async () => {
    const { process } = scene(() => deadLetter('TDW_INPUT_EMPTY', 'nothing there'));
    expect((await process([record(3, { key: Buffer.from([0, 1, 2]) })])).map((output) => output.topic)).toEqual([
      'dead-letters',
    ]);
    expect((await process([record(4, { key: null })])).map((output) => output.topic)).toEqual(['dead-letters']);
  });

  test('given a header of redrives that is none, when the record is refused, then the dead letter leaves it as a header and counts no redrive', async () => {
    const { process } = scene(() => deadLetter('TDW_INPUT_EMPTY', 'nothing there'));
    for (const header of [
      '{}',
      '[1]',
      '[{"at":"yesterday","by":"op1","reason":"","deadLetterId":"x"}]',
      'no JSON',
      '[{"at":1}]',
    ]) {
      const [letter] = await process([record(3, { headers: { [REDRIVES_HEADER]: Buffer.from(header) } })]);
      expect(codecs.deadLetter.decode(letter!.value)).toMatchObject({
        headers: [{ name: REDRIVES_HEADER, value: Buffer.from(header) }],
        redrives: [],
      });
    }
  });
});

/** A register that tells what is released, with a pipeline that claims what comes out of `before`, and ends as told. */
function claimingScene(
  before: Flow<Entry, Validated>,
  end: Step<Claimed, Emitted>,
): Scene & { readonly released: readonly string[] } {
  const released: string[] = [];
  const memory = createMemoryEventRegister(createMemoryLicenceLedger([]));
  const register: EventRegister = {
    ...memory,
    release: async (ids) => {
      released.push(...ids);
      await memory.release(ids);
    },
  };
  const reports: BatchReport[] = [];
  const process = createProcessor({
    judging: () => ({ policy, pipeline: before.then(createClaimStep({ register })).then(end) }),
    register,
    ...deps,
    observe: (report) => reports.push(report),
  });
  return { runs: [], reports, process, released };
}

describe('the claim of an event that ends as a dead letter', () => {
  const event = { eventId: 'e1', declarationId: 'MRN3', eventType: 'lodged', version: 1 } as DeclarationEvent;
  const read: Flow<Entry, Validated> = startWith((entries) => entries.map((entry) => ok({ ...entry, event })));
  const assessments = (outputs: readonly OutboundRecord[]): number =>
    outputs.filter((output) => output.topic === 'assessments').length;

  test('given a record that claimed it, when it is refused after that, then the claim is released so that a redriven record may have it', async () => {
    const { process, released } = claimingScene(read, (entries) =>
      entries.map(() => deadLetter('TDW_OUTPUT_TOO_LARGE', 'too large')),
    );
    await process([record(3)]);
    expect(released).toEqual(['e1']);
  });

  test('given our own bug after the claim, when it is gone and the record is redriven, then it is assessed, and the dead letter had named step and event', async () => {
    let broken = true;
    const { process, released } = claimingScene(read, function judge(entries) {
      if (broken) throw new TypeError('of no use');
      return entries.map(answered);
    });
    const [letter] = await process([record(3)]);
    expect(codecs.deadLetter.decode(letter!.value)).toMatchObject({
      code: 'TDW_INTERNAL',
      step: 'judge',
      eventId: 'e1',
    });
    expect(released).toEqual(['e1']);
    broken = false;
    expect(assessments(await process([record(9)]))).toBe(1);
  });

  test('given an assessed event, when a repeat of it is refused before it could claim, then the event keeps its claim, and what comes again is a duplicate', async () => {
    const refuseThatAt4 = read.then((entries) =>
      entries.map((entry) =>
        entry.record.offset === 4n ? deadLetter('TDW_EVENT_KEY_MISMATCH', 'elsewhere') : ok(entry),
      ),
    );
    const { process, released, reports } = claimingScene(refuseThatAt4, (entries) => entries.map(answered));
    expect(assessments(await process([record(3)]))).toBe(1);
    await process([record(4)]);
    expect(released).toEqual([]);
    expect(assessments(await process([{ ...record(5), value: record(3).value }]))).toBe(0);
    expect(reports.at(-1)!.ended).toMatchObject([{ kind: 'skip', reason: 'duplicate' }]);
  });

  test('given an assessed event, when a record says something else under its id, then it is skipped, and told apart from a repeat', async () => {
    const { process, reports } = claimingScene(read, (entries) => entries.map(answered));
    await process([record(3)]);
    expect(assessments(await process([record(4)]))).toBe(0);
    expect(reports.at(-1)!.ended).toMatchObject([{ kind: 'skip', reason: 'conflicting' }]);
  });
});

describe('the referral of what could not be assessed', () => {
  const { event: ordinary } = decisions['control-unanswered']!.facts;

  /** The referral and the report of an event that was read and then refused. */
  async function refused(event: DeclarationEvent): Promise<readonly [Referral, BatchReport]> {
    const { process, reports } = claimingScene(
      startWith((entries) => entries.map((entry) => ok({ ...entry, event }))),
      (entries) => entries.map(() => deadLetter('TDW_EVENT_INVALID', 'so')),
    );
    const [, referral] = await process([record(3)]);
    return [codecs.referral.decode(referral!.value), reports.at(-1)!];
  }

  test('given an event that was decoded, when it is refused, then office, place, parties and goods are in the referral, and a deadline from its arrival', async () => {
    const [referral, report] = await refused(ordinary);
    expect(referral).toMatchObject({
      kind: 'notAssessed',
      eventType: 'lodged',
      version: 1,
      functionalReferenceId: 'EXP-2026-004711',
      direction: 'export',
      officeId: 'GB000051',
      goodsLocation: { name: 'FXTFXTFXT' },
      deadline: '2026-03-02T12:00:00Z',
      containers: [{ id: 'MSKU1234565' }],
      items: [{ sequenceNumber: 1, description: ordinary.goodsItems[0]!.commodity!.description, score: 0 }],
    });
    expect(referral.parties.map(({ role }) => role)).toEqual(['declarant', 'exporter', 'consignee']);
    expect(report.referrals).toMatchObject([{ kind: 'notAssessed', lane: 'query' }]);
  });

  test('given an event that holds what cannot be, when it is refused, then office and goods are told as far as they can be, and nothing of the rest', async () => {
    const [item] = ordinary.goodsItems;
    const broken = {
      ...ordinary,
      functionalReferenceId: 'a\u0000b',
      goodsItems: [{ ...item!, sequenceNumber: -4, commodity: { ...item!.commodity!, description: 'x\u0007y' } }],
    };
    const [referral] = await refused(broken);
    expect(referral).toMatchObject({
      officeId: 'GB000051',
      direction: 'export',
      parties: [],
      containers: [],
      items: [{ sequenceNumber: -4, commodityCode: item!.commodity!.classifications[0]!.id }],
    });
    expect(referral).not.toHaveProperty('functionalReferenceId');
    expect(referral).not.toHaveProperty('goodsLocation');
    expect(referral.items[0]).not.toHaveProperty('description');
  });

  test('given goods beyond what a topic takes, when their event is refused, then the referral leaves them out: a transaction with it would be tried for ever', async () => {
    const goodsItems = Array.from({ length: 200 }, (_, index) => ({
      ...ordinary.goodsItems[0]!,
      sequenceNumber: index + 1,
    }));
    const [referral] = await refused({ ...ordinary, goodsItems });
    expect(referral).toMatchObject({
      kind: 'notAssessed',
      declarationId: ordinary.declarationId,
      items: [],
      deadline: '2026-03-02T12:00:00Z',
    });
  });
});
