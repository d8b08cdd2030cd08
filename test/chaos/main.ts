import { runLogBlows } from './log/run-log-blows.ts';
import { chaosOptions } from './options.ts';
import { chaosTable, gapTable } from './report.ts';
import { runChaos } from './run-chaos.ts';

const options = chaosOptions(process.argv.slice(2));
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const result = await runChaos(options, say);
say(chaosTable(result));
const log = options.log === 'struck' ? await runLogBlows(options.seed, say) : undefined;
if (log) say(gapTable(log));
if (options.json) process.stdout.write(`${JSON.stringify({ ...result, struck: undefined, ...(log && { log }) })}\n`);
const { lost, doubled, java, judgesDiffer, auditMissing, auditDoubled, ledgerDifference, mixed } = result;
const { unseenGaps = 0, toldWrongly = 0, answeredTwice = 0 } = log ?? {};
process.exitCode =
  unseenGaps +
    toldWrongly +
    answeredTwice +
    lost +
    doubled +
    java.lost +
    java.doubled +
    judgesDiffer +
    auditMissing +
    auditDoubled +
    ledgerDifference +
    mixed ===
  0
    ? 0
    : 1;
