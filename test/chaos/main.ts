import { chaosOptions } from './options.ts';
import { runChaos } from './run-chaos.ts';
import { chaosTable } from './report.ts';

const options = chaosOptions(process.argv.slice(2));
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const result = await runChaos(options, say);
say(chaosTable(result));
if (options.json) process.stdout.write(`${JSON.stringify({ ...result, struck: undefined })}\n`);
const { lost, doubled, java, judgesDiffer, auditMissing, auditDoubled, ledgerDifference } = result;
process.exitCode = lost + doubled + java.lost + java.doubled + judgesDiffer + auditMissing + auditDoubled + ledgerDifference === 0 ? 0 : 1;
