import type { DataFile } from '../../../artefact/manifest.ts';
import { fieldName } from '../../serve/evidence.ts';
import type { TrainedAnomaly } from '../../serve/scoring/trained-anomaly.ts';
import type { OutcomeComparison } from '../outcome/learn-outcomes.ts';
import { ERROR_TITLES, type ErrorType } from '../training/inject-errors.ts';
import type { AnomalyEvaluation } from './evaluate-anomaly.ts';
import type { Example } from './examples.ts';
import type { InjectionTable } from './injection-table.ts';
import type { LeftOutRecall } from './leave-one-type-out.ts';
import { aucText, biasText, injectionText, markdown, outcomeText, percentText } from './tables.ts';

/** What a card is written from. */
export interface CardSource {
  readonly trained: TrainedAnomaly;
  readonly seed: number;
  readonly data: readonly DataFile[];
  readonly test: readonly DataFile[];
  readonly lacks: readonly string[];
  readonly evaluation: AnomalyEvaluation;
  /** The same table on generated trade, which has quantities and packages. */
  readonly generated?: InjectionTable;
  readonly untaught: LeftOutRecall;
  readonly comparison: OutcomeComparison;
  /** Remarks on the data itself, a paragraph each. */
  readonly remarks: readonly string[];
}

/** The model's card, from its evaluation: nothing in it is written by hand but what no figure can say. */
export function cardOf(source: CardSource): string {
  return (
    [
      `# Anomaly: what is odd about a goods item given its code, origin and route`,
      use(source),
      data(source),
      figures(source),
      generatedFigures(source),
      failures(source),
      bias(source),
      limits(source),
    ]
      .filter((part) => part !== '')
      .join('\n\n') + '\n'
  );
}

function use({ trained: { domains: scopes, knowledge } }: CardSource): string {
  return `## Intended use
Says of a declared goods item how odd its numbers and countries are among honest goods like it, which fields make it so, what would be usual (median and range of similar goods) and how rare that is. It supports a referral; a person decides. Judged are: ${knowledge.network.fields.map(fieldName).join(', ')}; a number that is not stated is unknown and is left out, never taken for zero.

In full it answers for ${scopes.map(({ name }) => name).join(', ')}. For all other goods it only compares value per kilogram and mass per unit with reference data, and takes its p-values from how far the goods it learned from stray where similar goods differ as much: there it finds errors of orders of magnitude and little else. An authority trains it on its own declarations (\`tidewaiter train anomaly --data …\`).

How: (1) how unlikely each field is among similar goods (kernel density per code, HS6 mixed with HS4, HS2 and all goods; counts of origin × dispatch × code and the like); (2) how unlikely each field is to an autoencoder that sees all other fields (embeddings of categories, robustly scaled numbers, hidden fields predicted); (3) boosted trees combine both, having learned from honest goods beside the same goods with errors (a)–(f) planted; (4) split-conformal p-values per chapter, per how well the code is known, or for all, whichever is the narrowest segment of enough goods. A second model, of boosted trees, learns from outcomes alone how likely an inspection finds something.`;
}

function data({ seed, data: files, test, lacks, trained, remarks }: CardSource): string {
  const listed = (some: readonly DataFile[]): string =>
    some
      .map(({ name, rows, sha256 }) => `${name} (${String(rows ?? 0)} rows, SHA-256 ${sha256.slice(0, 16)}…)`)
      .join(', ');
  const segments = [...trained.calibration.tables]
    .map(([segment, { count }]) => `${segment === '*' ? 'all goods' : segment} ${String(count)}`)
    .join('; ');
  return `## Data and splits
- Learned from: ${listed(files)}. Tested on: ${listed(test)}. Seed ${String(seed)}.
- Rows that share an exact mass, price and rate are one case and stay on one side. Usual is learned from cases where nothing was found: 80 % teach, 10 % teach the combination, 10 % calibrate (${segments}).
- The data lack: ${lacks.join(', ')}.
${remarks.map((remark) => `- ${remark}`).join('\n')}`;
}

function figures({ evaluation: { outcomes, injection, rows, unseenRows }, untaught, comparison }: CardSource): string {
  return `## Figures, with 95 % intervals
Test file: ${String(rows)} rows, ${String(unseenRows)} of them with a mass, price and rate that training has not seen.

### Errors planted into honest goods: share found at one false alarm in a hundred
${String(injection.honest)} honest goods with unseen triples. Their own p ≤ 0.01 calls ${percentText(injection.realisedAtOwnPValue)} of them odd.

${markdown(injectionText(injection))}

(a) takes over the other code's rate, (f) the preference's rate and regime, as someone who cheats would: nothing contradicts on the face of it.

The combination was taught with errors of these kinds, planted into other goods; the baselines were not. Taught all kinds but the one that is then planted, it finds: ${Object.entries(
    untaught,
  )
    .map(([kind, recall]) => `${ERROR_TITLES[kind as ErrorType]} ${percentText(recall)}`)
    .join('; ')}. Against errors that nobody thought of, expect these figures.

### Findings of inspections
By cross-validation over groups of the training data, boosted trees rank with an area of ${aucText(comparison.boostedTrees)}, logistic regression on the same features with ${aucText(comparison.logistic)}; the trees are used.

${markdown(outcomeText({ 'all rows (headline)': outcomes.headline, 'unseen triples': outcomes.unseenTriples }))}

The headline figure is flattered by repeats: a row whose mass, price and rate were learned from has the outcome of its twin. The honest figure is the one on unseen triples. Most of what inspections found remains unexplained: where an area of 0.5 is blind guessing and 1 is knowing, this is nearer to guessing, and numbers alone (unit-value z, isolation forest, this anomaly model) say next to nothing of findings in these data.`;
}

function generatedFigures({ generated }: CardSource): string {
  if (generated === undefined) return '';
  return `### The same on generated trade, which states quantities and packages
A model of the same kind, trained on the honest past that the project's generator makes up, tested on honest trade of later days. The generator draws from simple distributions: these figures show that the method reads quantities, not how it fares in the world.

${markdown(injectionText(generated))}`;
}

function failures({ evaluation: { examples } }: CardSource): string {
  const list = (some: readonly Example[]): string =>
    some
      .map(
        ({ goods, pValue, evidence }) =>
          `- ${goods}: p = ${String(pValue)}${evidence.length === 0 ? '' : `; ${evidence.map(({ field, seen, usual }) => `${field} ${seen}, usual: ${usual}`).join('; ')}`}`,
      )
      .join('\n');
  return `## Where it fails
Honest goods that it calls odd:
${list(examples.falseAlarms)}

Goods declared at three tenths of their value that it finds ordinary (mostly codes of which few goods or very different ones are known):
${list(examples.missed)}`;
}

function bias({ evaluation: { bias: report } }: CardSource): string {
  return `## False alarms on honest goods, by what must not decide alone
${String(report.honest)} honest goods with unseen triples; overall ${percentText(report.overall)} at a stated 1 %. "More than chance" is tested at 1 % over all groups together. \`tidewaiter evaluate bias --data …\` makes the whole table.

${markdown(biasText(report))}

Origin is one of the fields that are judged, together with where the goods come from and what they are: an origin that is rare for its route may raise an alarm, an origin as such may not.`;
}

function limits({ trained: { domains: scopes } }: CardSource): string {
  return `## What it must not be used for
- To refuse goods, to accuse a trader, or to set a penalty: it says that something is unusual, not that it is wrong.
- To call goods of other administrations than ${scopes.map(({ name }) => name).join(', ')} usual: it has not seen them.
- As proof that goods are in order: most offences leave value, mass and route as they should be.
- With a p-value below what its calibration goods can show (one over their number): smaller ones do not exist, the score alone orders beyond.`;
}
