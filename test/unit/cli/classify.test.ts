import { describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

const lines = (text: string): Record<string, unknown>[] => text.trim().split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
const asked = [
  { id: 'a', description: 'centrifugal pumps for water', commodityCode: '950300' },
  { id: 2, description: 'samples' },
  { description: 'насосы', commodityCode: '841370' },
];

describe('tidewaiter classify', () => {
  it('given JSON lines, when they are classified, then each has its answer in order', async () => {
    const { code, stdout } = await runCli(['classify', '--json', '-'], { stdin: asked.map((one) => JSON.stringify(one)).join('\n') });
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
    const { code, stdout, stderr } = await runCli(['classify', '--json', '-'], { stdin: `{"description":"ball valves"}\n{"text":"ball valves"}\nno json\n{"description":"ball valves","commodityCode":"848180","commodityCode":"940310"}\n` });
    expect(code).toBe(1);
    expect(lines(stdout)).toHaveLength(1);
    expect(lines(stderr)).toMatchObject([{ code: 'TDW_JSON_FIELD', line: 2 }, { code: 'TDW_JSON_MALFORMED', line: 3 }, { code: 'TDW_JSON_REPEATED_KEY', line: 4, element: 'commodityCode' }]);
  });
});

describe('tidewaiter evaluate classification', () => {
  it('given no data sets, when it is asked to measure, then it says so with a code', async () => {
    const { code, stderr } = await runCli(['evaluate', 'classification', '--json'], { variables: { TIDEWAITER_DATA_SETS: '/nowhere' } });
    expect(code).toBe(1);
    expect(lines(stderr)).toMatchObject([{ code: 'TDW_MODEL_DATA' }]);
  });
});
