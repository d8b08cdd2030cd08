import { readFileSync, writeFileSync } from 'node:fs';

// Prints "PASSED FAILED SKIPPED" of a report of Vitest and lists the skipped tests in a file.
const [report, skippedList] = process.argv.slice(2);
const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
const tests = testResults.flatMap((file) => file.assertionResults);
const withStatus = (...statuses) => tests.filter(({ status }) => statuses.includes(status));
const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'));
const skipped = withStatus('skipped', 'pending', 'todo', 'disabled');

writeFileSync(skippedList, skipped.map(({ fullName }) => `${fullName}\n`).join(''));
console.log(withStatus('passed').length, withStatus('failed').length + broken.length, skipped.length);
