import { parseArgs } from 'node:util';
import { judgeAll } from './answers.ts';
import { classify } from './described.ts';
import { figuresOf } from './figures.ts';
import { readDescriptions } from './read-trials.ts';
import { caseLines, figuresTable } from './report.ts';
import { ruleTable } from './rule-table.ts';

const { values } = parseArgs({
  options: {
    list: { type: 'boolean', default: false },
    rules: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const answers = await judgeAll();
const figures = figuresOf(answers, await classify(readDescriptions()));
if (values.list)
  process.stderr.write(
    caseLines(answers)
      .map((line) => `${line}\n`)
      .join(''),
  );
if (values.rules) process.stderr.write(`${ruleTable(answers)}\n`);
process.stdout.write(`${values.json ? JSON.stringify(figures) : figuresTable(figures)}\n`);
