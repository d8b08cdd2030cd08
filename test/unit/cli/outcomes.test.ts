import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { addOutcomesCommands } from '../../../services/cli/commands/outcomes/command.ts';
import { type OutcomeEntry, readOutcomes } from '../../../services/cli/commands/outcomes/read-outcomes.ts';
import { whatFits } from '../../../services/cli/commands/outcomes/what-fits.ts';
import { instant } from '../../harness/checked.ts';

const codec = createCodecs().outcome;
const OUTCOME = {
  declarationId: '26GB1',
  version: 1,
  inspection: 'physical',
  inspectedAt: '2026-11-20T10:00:00Z',
  recordedBy: 'office-7',
  disposition: 'detained',
  items: [
    {
      sequenceNumber: 1,
      result: 'irregular',
      irregularities: ['classification'],
      correctValue: { value: '120.5', currencyId: 'GBP' },
      disposition: 'detained',
      confirmedFindings: ['x'],
    },
  ],
};

async function read(...lines: readonly string[]): Promise<readonly OutcomeEntry[]> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(Buffer.from(lines.join('\n')));
  }
  const entries: OutcomeEntry[] = [];
  for await (const entry of readOutcomes(
    { file: 'found.jsonl', bytes: bytes() },
    codec,
    instant('2026-11-22T08:00:00Z'),
  ))
    entries.push(entry);
  return entries;
}

describe('an outcome that an office records', () => {
  it('is filled in with the time of recording and an id that follows from its content', async () => {
    const [first, again] = await read(JSON.stringify(OUTCOME), '', JSON.stringify(OUTCOME));
    if (first?.kind !== 'outcome' || again?.kind !== 'outcome') throw new Error('was refused');
    expect(first.encoded.outcome).toMatchObject({ ...OUTCOME, recordedAt: '2026-11-22T08:00:00Z' });
    expect(again.encoded.outcome.outcomeId).toBe(first.encoded.outcome.outcomeId);
    expect(codec.decode(first.encoded.value)).toMatchObject({ declarationId: '26GB1', disposition: 'detained' });
  });

  it.each(['', '\n \n'])('is missed where a file holds none', async (text) => {
    expect(await read(text)).toMatchObject([
      { kind: 'failed', error: { code: 'TDW_INPUT_EMPTY', location: { file: 'found.jsonl' } } },
    ]);
  });

  it('is read behind a byte order mark, as spreadsheets and shells write it', async () => {
    const [first] = await read(`\ufeff${JSON.stringify(OUTCOME)}`);
    expect(first?.kind).toBe('outcome');
  });

  it.each([
    ['is no JSON', '{', undefined],
    ['is no object', '[1]', undefined],
    ['lacks a field', JSON.stringify({ ...OUTCOME, inspectedAt: undefined }), 'inspectedAt'],
    ['has a field that is not known', JSON.stringify({ ...OUTCOME, verdict: 'guilty' }), 'verdict'],
    [
      'has an unknown field in an item',
      JSON.stringify({ ...OUTCOME, items: [{ ...OUTCOME.items[0], colour: 'red' }] }),
      'items.0.colour',
    ],
    ['says twice what was decided', JSON.stringify(OUTCOME).replace('{', '{"disposition":"released",'), 'disposition'],
    ['has an id that is none', JSON.stringify({ ...OUTCOME, outcomeId: 'first' }), 'outcomeId'],
    ['has a control character in an id', JSON.stringify({ ...OUTCOME, declarationId: '26GB\u0000' }), 'declarationId'],
    ['has a value that is not in the list', JSON.stringify({ ...OUTCOME, disposition: 'eaten' }), 'disposition'],
  ])('that %s is refused with its line, and the next one is read', async (_what, line, element) => {
    const [bad, good] = await read(line, JSON.stringify(OUTCOME));
    expect(bad).toMatchObject({
      kind: 'failed',
      error: { location: { file: 'found.jsonl', line: 1, ...(element === undefined ? {} : { element }) } },
    });
    expect(good?.kind).toBe('outcome');
  });

  it.each([
    [
      'disposition',
      { disposition: 'eaten' },
      'disposition must be one of released, releasedAfterCorrection, detained, seized, returned, destroyed, cancelled, undecided.',
    ],
    ['inspection', { inspection: 'look' }, 'inspection must be one of physical, documents, scan, postClearance.'],
    [
      'a result',
      { items: [{ ...OUTCOME.items[0], result: 'bad' }] },
      'items.0.result must be one of conforming, irregular, inconclusive, notInspected.',
    ],
    [
      'an irregularity',
      { items: [{ ...OUTCOME.items[0], irregularities: ['colour'] }] },
      'items.0.irregularities.0 must be a list, each one of classification, value, quantity, origin, licence, party, destination, description, prohibited, other.',
    ],
    [
      'a value',
      { items: [{ ...OUTCOME.items[0], correctValue: { value: 120.5 } }] },
      'items.0.correctValue.value must be a number as text with a point, like "120.5".',
    ],
    ['a time', { inspectedAt: '20.11.2026' }, 'inspectedAt must be a time with its zone, like "2026-11-20T10:00:00Z".'],
    [
      'an id',
      { outcomeId: 'first' },
      'outcomeId must be a UUID, like "3f2b8c1e-8f3e-4a61-9b4f-0a4a6a4f5b11", or left out: it then follows from the content.',
    ],
    ['a version', { version: 0 }, 'version must be a whole number from 1.'],
    [
      'a field that there is none of',
      { verdict: 'guilty' },
      'An outcome has no field verdict; there are outcomeId, declarationId, version, referralId, assessmentId, inspection, inspectedAt, recordedAt, officeId, recordedBy, disposition, items, note.',
    ],
  ])('with %s that cannot be is told what could', async (_what, wrong, message) => {
    const [bad] = await read(JSON.stringify({ ...OUTCOME, ...wrong }));
    expect(bad).toMatchObject({ kind: 'failed', error: { code: 'TDW_OUTCOMES_MALFORMED', message } });
  });

  it('need not say that nothing was wrong or proved right', async () => {
    const [entry] = await read(
      JSON.stringify({ ...OUTCOME, items: [{ sequenceNumber: 1, result: 'conforming', disposition: 'released' }] }),
    );
    expect(entry).toMatchObject({
      kind: 'outcome',
      encoded: { outcome: { items: [{ irregularities: [], confirmedFindings: [] }] } },
    });
  });
});

/** What `tidewaiter outcomes NAME --help` prints. */
function helpOf(name: string): string {
  const program = new Command();
  addOutcomesCommands(program, () => Promise.resolve());
  const command = program.commands[0]!.commands.find((one) => one.name() === name)!;
  let told = '';
  command.configureOutput({ writeOut: (text) => (told += text) }).outputHelp();
  return told;
}

describe('the help of `outcomes record`', () => {
  it('has an example that is an outcome, and names every symbol that there is', async () => {
    const stdout = helpOf('record');
    const example = stdout.split('\n').find((line) => line.trim().startsWith('{'))!;
    expect((await read(example.trim()))[0]?.kind).toBe('outcome');
    const symbols = ['inspection', 'disposition', 'items.result', 'items.irregularities'].flatMap((path) =>
      /one of (.*)$/.exec(whatFits(path)!)![1]!.split(', '),
    );
    expect(symbols.length).toBeGreaterThan(20);
    expect(symbols.filter((symbol) => !new RegExp(`\\b${symbol}\\b`).test(stdout))).toEqual([]);
  });
});
