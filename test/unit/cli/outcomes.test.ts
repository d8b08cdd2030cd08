import { describe, expect, it } from 'vitest';
import { createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { readOutcomes, type OutcomeEntry } from '../../../services/cli/outcomes/read-outcomes.ts';

const codec = createCodecs().outcome;
const OUTCOME = { declarationId: '26GB1', version: 1, inspection: 'physical', inspectedAt: '2026-11-20T10:00:00Z', recordedBy: 'office-7', disposition: 'detained', items: [{ sequenceNumber: 1, result: 'irregular', irregularities: ['classification'], correctValue: { value: '120.5', currencyId: 'GBP' }, disposition: 'detained', confirmedFindings: ['x'] }] };

async function read(...lines: readonly string[]): Promise<readonly OutcomeEntry[]> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(Buffer.from(lines.join('\n')));
  }
  const entries: OutcomeEntry[] = [];
  for await (const entry of readOutcomes({ file: 'found.jsonl', bytes: bytes() }, codec, '2026-11-22T08:00:00Z')) entries.push(entry);
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
    expect(await read(text)).toMatchObject([{ kind: 'failed', error: { code: 'TDW_INPUT_EMPTY', place: { file: 'found.jsonl' } } }]);
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
    ['has an unknown field in an item', JSON.stringify({ ...OUTCOME, items: [{ ...OUTCOME.items[0], colour: 'red' }] }), 'items.0.colour'],
    ['says twice what was decided', JSON.stringify(OUTCOME).replace('{', '{"disposition":"released",'), 'disposition'],
    ['has an id that is none', JSON.stringify({ ...OUTCOME, outcomeId: 'first' }), 'outcomeId'],
    ['has a control character in an id', JSON.stringify({ ...OUTCOME, declarationId: '26GB\u0000' }), 'declarationId'],
    ['has a value that is not in the list', JSON.stringify({ ...OUTCOME, disposition: 'eaten' }), 'disposition'],
  ])('that %s is refused with its line, and the next one is read', async (_what, line, element) => {
    const [bad, good] = await read(line, JSON.stringify(OUTCOME));
    expect(bad).toMatchObject({ kind: 'failed', error: { place: { file: 'found.jsonl', line: 1, ...(element === undefined ? {} : { element }) } } });
    expect(good?.kind).toBe('outcome');
  });
});
