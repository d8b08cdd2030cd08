import { evaluateAnomaly } from '../../../models/anomaly/evaluation/evaluate-anomaly.ts';
import { injectionText, outcomeText, percentText } from '../../../models/anomaly/evaluation/tables.ts';
import { loadGradients } from '../../adapters/tensorflow/gradients.ts';
import { EXIT, type ExitCode } from '../exit/exit-codes.ts';
import { textTable } from '../output/text-table.ts';
import type { Shell } from '../shell/shell.ts';
import { generatedTable } from '../train/anomaly-generated.ts';
import { openMeasured, type EvaluateAnomalyOptions } from './anomaly-model-file.ts';

export type { EvaluateAnomalyOptions } from './anomaly-model-file.ts';

/** Measures a trained model on a file of goods with outcomes. */
export async function evaluateAnomalyCommand(shell: Shell, options: EvaluateAnomalyOptions): Promise<ExitCode> {
  const { opened, trained, version, data } = await openMeasured(shell, options);
  const evaluation = evaluateAnomaly(opened.tf, trained, data.rows, { seed: options.seed, isPreference: data.isPreference, currency: data.scopes[0]?.currency ?? options.currency });
  if (options.generated) await loadGradients();
  const generated = options.generated ? await generatedTable(opened.tf, options.seed) : undefined;
  if (options.json) {
    await shell.out.line(JSON.stringify({ model: 'anomaly', version, backend: opened.backend, data: data.file, lacks: data.lacks, ...evaluation, ...(generated === undefined ? {} : { generated }) }));
    return EXIT.ok;
  }
  await shell.out.line(`anomaly@${version.slice(0, 12)} on ${data.file.name}: ${String(evaluation.rows)} rows, ${String(evaluation.unseenRows)} with a mass, price and rate that training has not seen. The file lacks: ${data.lacks.join(', ')}.`);
  await shell.out.line(textTable(injectionText(evaluation.injection)));
  await shell.out.line(`Honest goods at p ≤ 0.01: ${percentText(evaluation.injection.realisedAtOwnPValue)}`);
  await shell.out.line(textTable(outcomeText({ 'all rows': evaluation.outcomes.headline, 'unseen triples': evaluation.outcomes.unseenTriples })));
  if (generated !== undefined) await shell.out.line(`On made-up trade:\n${textTable(injectionText(generated))}`);
  return EXIT.ok;
}
