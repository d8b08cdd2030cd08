import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

// Prints "PASSED FAILED SKIPPED" of a report of Vitest, and writes a list of what was skipped: a line for each file.
const [report, skippedList] = process.argv.slice(2);
const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
const SKIPPED = ['skipped', 'pending', 'todo', 'disabled'];

const skippedOf = ({ assertionResults }) => assertionResults.filter(({ status }) => SKIPPED.includes(status));
const count = (status) =>
  testResults.flatMap(({ assertionResults }) => assertionResults).filter((test) => test.status === status).length;
// A file that does not load has no tests.
const broken = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
);

const lines = testResults
  .map((file) => ({ name: relative('.', file.name), skipped: skippedOf(file) }))
  .filter(({ skipped }) => skipped.length > 0);
writeFileSync(
  skippedList,
  lines.map(({ name, skipped }) => `${name}: ${skipped.length} (${skipped[0].fullName})\n`).join(''),
);
console.log(
  count('passed'),
  count('failed') + broken.length,
  lines.reduce((sum, { skipped }) => sum + skipped.length, 0),
);
