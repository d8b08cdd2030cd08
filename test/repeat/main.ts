import { repeatOptions } from './options.ts';
import { repeat } from './repeat.ts';

const options = repeatOptions(process.argv.slice(2));
const { held, failed } = await repeat(options, (line) => void process.stderr.write(`${line}\n`));
process.stdout.write(`${held} of ${held + failed} held\n`);
process.exitCode = failed === 0 ? 0 : 1;
