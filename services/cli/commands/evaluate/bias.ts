import { biasReport } from '../../../../models/anomaly/learn/evaluation/bias.ts';
import { unseenRows } from '../../../../models/anomaly/learn/evaluation/evaluate-anomaly.ts';
import { biasText, percentText } from '../../../../models/anomaly/learn/evaluation/tables.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import { textTable } from '../../output/text-table.ts';
import type { Shell } from '../../shell/shell.ts';
import { type EvaluateAnomalyOptions, openMeasured } from './anomaly-model-file.ts';

/** Counts false alarms on honest goods that the model has not learned from, by what must not decide alone. */
export async function evaluateBiasCommand(shell: Shell, options: EvaluateAnomalyOptions): Promise<ExitCode> {
  const { opened, trained, version, data } = await openMeasured(shell, options);
  const report = biasReport(opened.tf, trained, unseenRows(trained, data.rows));
  if (options.json) {
    await shell.out.line(
      JSON.stringify({ model: 'anomaly', version, backend: opened.backend, data: data.file, ...report }),
    );
    return EXIT.ok;
  }
  await shell.out.line(
    `anomaly@${version.slice(0, 12)} on ${String(report.honest)} honest goods of ${data.file.name}; all together ${percentText(report.overall)} at a stated 1 %.`,
  );
  await shell.out.line(textTable(biasText(report, Infinity)));
  return EXIT.ok;
}
