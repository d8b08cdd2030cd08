import {
  type AnomalyEvaluation,
  evaluateAnomaly,
  unseenRows,
} from '../../../../models/anomaly/learn/evaluation/evaluate-anomaly.ts';
import type { InjectionTable } from '../../../../models/anomaly/learn/evaluation/injection-table.ts';
import { outcomeFigures } from '../../../../models/anomaly/learn/evaluation/outcome-figures.ts';
import { injectionText, outcomeText, percentText } from '../../../../models/anomaly/learn/evaluation/tables.ts';
import { loadGradients } from '../../../adapters/tensorflow/tensorflow.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import { textTable } from '../../output/text-table.ts';
import type { Shell } from '../../shell/shell.ts';
import { generatedTable } from '../../training-data/generated-trade.ts';
import { type EvaluateAnomalyOptions, type Measured, openMeasured } from './anomaly-model-file.ts';

export type { EvaluateAnomalyOptions } from './anomaly-model-file.ts';

/** Why a file that was learned from whole has a headline figure and no honest one. */
const ALL_SEEN =
  'every row of the file has a mass, price and rate that training has seen: only the headline figure, which repeats flatter, can be measured';

/** Measures a trained model on a file of goods with outcomes. */
export async function evaluateAnomalyCommand(shell: Shell, options: EvaluateAnomalyOptions): Promise<ExitCode> {
  const measured = await openMeasured(shell, options);
  const { opened, version, data } = measured;
  if (options.generated) loadGradients();
  const generated = options.generated ? await generatedTable(opened.tf, options.seed) : undefined;
  const evaluation = evaluated(measured, options);
  if (options.json)
    await shell.out.line(
      JSON.stringify({
        model: 'anomaly',
        version,
        backend: opened.backend,
        data: data.file,
        lacks: data.lacks,
        leftOut: data.leftOut,
        ...evaluation,
        ...(generated === undefined ? {} : { generated }),
      }),
    );
  else for (const text of inWords(measured, evaluation, generated)) await shell.out.line(text);
  return EXIT.ok;
}

type Evaluated =
  | AnomalyEvaluation
  | {
      readonly rows: number;
      readonly unseenRows: 0;
      readonly outcomes: Pick<AnomalyEvaluation['outcomes'], 'headline'>;
      readonly why: string;
    };

function evaluated(
  { opened: { tf }, trained, data: { rows, isPreference, scopes } }: Measured,
  { seed, currency }: EvaluateAnomalyOptions,
): Evaluated {
  if (unseenRows(trained, rows).length === 0)
    return {
      rows: rows.length,
      unseenRows: 0,
      outcomes: { headline: outcomeFigures(tf, trained, rows, seed) },
      why: ALL_SEEN,
    };
  return evaluateAnomaly(tf, trained, rows, { seed, isPreference, currency: scopes[0]?.currency ?? currency });
}

function* inWords(
  { version, data }: Measured,
  evaluation: Evaluated,
  generated: InjectionTable | undefined,
): Generator<string> {
  yield `anomaly@${version.slice(0, 12)} on ${data.file.name}: ${String(evaluation.rows)} rows, ${String(evaluation.unseenRows)} with a mass, price and rate that training has not seen${data.leftOut === 0 ? '' : `, ${String(data.leftOut)} left out for want of a code or an outcome`}. The file lacks: ${data.lacks.join(', ')}.`;
  if ('injection' in evaluation) {
    yield textTable(injectionText(evaluation.injection));
    yield `Honest goods at p ≤ 0.01: ${percentText(evaluation.injection.realisedAtOwnPValue)}`;
    yield textTable(
      outcomeText({ 'all rows': evaluation.outcomes.headline, 'unseen triples': evaluation.outcomes.unseenTriples }),
    );
  } else {
    yield textTable(outcomeText({ 'all rows': evaluation.outcomes.headline }));
    yield evaluation.why;
  }
  if (generated !== undefined) yield `On made-up trade:\n${textTable(injectionText(generated))}`;
}
