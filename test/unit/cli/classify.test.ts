import { describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

const lines = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const asked = [
  { id: 'a', description: 'centrifugal pumps for water', commodityCode: '950300' },
  { id: 2, description: 'samples' },
  { description: 'сорочки мужские', commodityCode: '841370' },
];

describe('tidewaiter classify', () => {
  it('given JSON lines, when they are classified, then each has its answer in order', async () => {
    const { code, stdout } = await runCli(['classify', '--json', '-'], {
      stdin: asked.map((one) => JSON.stringify(one)).join('\n'),
    });
    expect(code).toBe(0);
    const [pump, samples, foreign] = lines(stdout);
    expect(pump).toMatchObject({ id: 'a', status: 'ok', mismatch: { level: 'chapter' } });
    expect(pump!['headings']).toHaveLength(5);
    expect(pump!['subheadings']).toHaveLength(5);
    expect(pump!['mismatch']).toHaveProperty('pValue');
    expect(samples).toMatchObject({ id: 2, status: 'vague' });
    expect(foreign).toMatchObject({ status: 'unknown' });
    expect(foreign).not.toHaveProperty('id');
    expect(foreign).not.toHaveProperty('mismatch');
  });

  it('given a line that is none, when the file is classified, then it is told of with its place and the others are answered', async () => {
    const { code, stdout, stderr } = await runCli(['classify', '--json', '-'], {
      stdin: `{"description":"ball valves"}\n{"id":"b","text":"ball valves"}\nno json\n{"description":"ball valves","commodityCode":"848180","commodityCode":"940310"}\n`,
    });
    expect(code).toBe(1);
    expect(lines(stdout)).toMatchObject([
      { status: 'ok' },
      {
        id: 'b',
        status: 'unknown',
        why: 'the line cannot be read (TDW_JSON_FIELD, line 2)',
        headings: [],
        subheadings: [],
      },
      { status: 'unknown' },
      { status: 'unknown' },
    ]);
    expect(lines(stderr)).toMatchObject([
      { code: 'TDW_JSON_FIELD', line: 2, element: 'description', message: 'The key description is missing.' },
      { code: 'TDW_JSON_MALFORMED', line: 3 },
      { code: 'TDW_JSON_REPEATED_KEY', line: 4, element: 'commodityCode' },
    ]);
  });
});

describe('tidewaiter classify, given lines as others write them', () => {
  const classified = async (stdin: string | Buffer): Promise<Record<string, unknown>[]> =>
    lines((await runCli(['classify', '--json', '-'], { stdin })).stdout);

  it.each<[string, string | Buffer]>([
    ['a byte order mark', '\ufeff{"id":1,"description":"ball valves","commodityCode":"848180"}\n'],
    ['UTF-16', Buffer.from('\ufeff{"id":1,"description":"ball valves","commodityCode":"848180"}\r\n', 'utf16le')],
    ['a code as a number', '{"id":1,"description":"ball valves","commodityCode":848180}'],
    ['marks in the code', '{"id":1,"description":"ball valves","commodityCode":"8481-80/ 99.00"}'],
  ])('when there is %s, then it is read', async (_name, stdin) => {
    expect(await classified(stdin)).toMatchObject([{ id: 1, status: 'ok', mismatch: { likely: '848180' } }]);
  });

  it('when a number has lost its nought, then it is the code that it was', async () => {
    const [lost, kept] = await classified(
      '{"description":"bananas fresh","commodityCode":8039010}\n{"description":"bananas fresh","commodityCode":"08039010"}',
    );
    expect(lost).toEqual(kept);
  });

  it('when nothing is said, then it is unknown; when the code is none, then why it is not judged is said', async () => {
    expect(
      await classified(
        '{"description":null,"commodityCode":null}\n{"description":"ball valves","commodityCode":"9801.00"}\n{"description":"ball valves","commodityCode":"84"}\n{"description":"ball valves","commodityCode":""}',
      ),
    ).toMatchObject([
      { status: 'unknown' },
      { status: 'ok', unjudged: 'the Harmonized System has no heading 9801' },
      { status: 'ok', unjudged: 'the declared code has not four digits' },
      { status: 'ok' },
    ]);
  });

  it('when people read it, then nothing is guessed of what says nothing, and why a code is not judged is said', async () => {
    const { stdout } = await runCli(['classify', '-'], {
      stdin: '{"description":""}\n{"description":"ball valves","commodityCode":"84"}',
    });
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      ': unknown (there is no description)',
      expect.stringMatching(/^ball valves: ok; 8481 .*; not judged: the declared code has not four digits$/),
    ]);
  });

  it('when there is a key that nothing is known of, then it is told of once, and the lines are answered', async () => {
    const { code, stdout, stderr } = await runCli(['classify', '--json', '-'], {
      stdin: '{"description":"ball valves","shade":1}\n{"description":"ball valves","shade":2}',
    });
    expect([code, lines(stdout).length]).toEqual([0, 2]);
    expect(lines(stderr)).toEqual([{ file: '-', line: 1, ignored: 'shade' }]);
  });

  it('when there is no such file, then nothing is answered', async () => {
    const { code, stdout, stderr } = await runCli(['classify', '--json', '/nowhere/descriptions.jsonl']);
    expect([code, stdout]).toEqual([1, '']);
    expect(lines(stderr)).toMatchObject([{ code: 'TDW_INPUT_UNREADABLE' }]);
  });

  it('when a line is no text, or too long, then the other lines are answered, each at its place', async () => {
    const answers = await classified(
      Buffer.concat([
        Buffer.from('{"id":"caf\xe9","description":"ball valves"}\n', 'latin1'),
        Buffer.from(`{"id":2,"description":"${'x'.repeat(11 * 1024 * 1024)}"}\n`),
        Buffer.from('{"id":3,"description":"ball valves"}'),
      ]),
    );
    expect(answers.map(({ id, status, why }) => [id, status, why])).toEqual([
      [undefined, 'unknown', 'the line cannot be read (TDW_INPUT_ENCODING, line 1)'],
      [undefined, 'unknown', 'the line cannot be read (TDW_INPUT_TOO_LARGE, line 2)'],
      [3, 'ok', undefined],
    ]);
  });
});

describe('tidewaiter evaluate classification', () => {
  it('given no data sets, when it is asked to measure, then it says so with a code', async () => {
    const { code, stderr } = await runCli(['evaluate', 'classification', '--json'], {
      variables: { TIDEWAITER_DATA_SETS: '/nowhere' },
    });
    expect(code).toBe(1);
    expect(lines(stderr)).toMatchObject([{ code: 'TDW_MODEL_DATA' }]);
  });
});
