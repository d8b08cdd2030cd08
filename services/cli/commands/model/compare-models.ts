import type { Settings } from '../../../../config/settings.ts';
import type { TrainedModel } from '../../../../models/artefact/trained-model.ts';
import { readInput } from '../../../adapters/input/read-input.ts';
import { loadReference } from '../../../adapters/reference-files/load-reference.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { loadModel } from '../../../runtime/compose/load-model.ts';
import { TRAINED } from '../../../runtime/compose/models.ts';
import { composePolicy } from '../../../runtime/compose/policy.ts';
import { composeLocalSnapshots } from '../../../runtime/compose/reference.ts';
import type { RiskModel } from '../../../scoring/ports/risk-model.ts';
import { EXIT, type ExitCode, UsageError } from '../../exit/exit-codes.ts';
import { InputReport } from '../../input/input-report.ts';
import { openSources } from '../../input/open-sources.ts';
import { offlineBatches } from '../../offline/offline-batches.ts';
import { createOfflineFlow } from '../../offline/offline-flow.ts';
import { textTable } from '../../output/text-table.ts';
import type { Shell } from '../../shell/shell.ts';
import { type Agreement, agreementOf, type Pair } from './agreement.ts';
import { asDeclarations } from './described-goods.ts';
import { artefactMeant, type ModelRegistry, openModelRegistry } from './registry.ts';

/** Runs two versions of a model over the items of a file (declarations in any form, or lines of descriptions) and writes how far they agree. */
export async function compareModels(
  shell: Shell,
  versions: readonly [string, string],
  file: string,
  options: { readonly json?: true },
  trained: readonly TrainedModel[] = TRAINED,
): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const registry = await openModelRegistry(settings);
  const [first, second] = [
    await open(registry, versions[0], settings, trained),
    await open(registry, versions[1], settings, trained),
  ];
  if (first.name !== second.name)
    throw new UsageError(`${versions.join(' and ')} are versions of two models: ${first.name} and ${second.name}.`);
  if (first.version === second.version)
    throw new UsageError(`${versions.join(' and ')} are one version of ${first.name}: there is nothing to compare.`);
  const report = new InputReport(shell.err, options.json ? 'json' : 'text');
  const agreement = agreementOf(await answersOf(shell, settings, [first, second], file, report));
  await shell.out.line(
    options.json
      ? JSON.stringify({ model: first.name, versions: [first.version, second.version], ...agreement })
      : inWords([first, second], agreement),
  );
  return report.count.failed > 0 ? EXIT.inputBad : EXIT.ok;
}

/** @throws UsageError, TDW_MODEL_* where the version cannot be used */
async function open(
  registry: ModelRegistry,
  version: string,
  { models: { backend } }: Settings,
  trained: readonly TrainedModel[],
): Promise<RiskModel> {
  const { manifest } = artefactMeant(registry, version);
  const loaded = await loadModel(trainedModel(manifest.name, trained), manifest.version, registry.found, backend);
  if (loaded.state === 'unusable') throw new TidewaiterError(loaded.code, loaded.detail ?? loaded.reason);
  return loaded.model;
}

function trainedModel(name: string, trained: readonly TrainedModel[]): TrainedModel {
  const model = trained.find((one) => one.name === name);
  if (model === undefined) throw new UsageError(`This release has no model ${name}.`);
  return model;
}

async function answersOf(
  shell: Shell,
  settings: Settings,
  models: readonly [RiskModel, RiskModel],
  file: string,
  report: InputReport,
): Promise<readonly Pair[]> {
  const reference = await loadReference(composeLocalSnapshots(settings), settings.authority);
  const flow = createOfflineFlow({ policy: composePolicy(settings), reference, authority: settings.authority, models });
  const [source] = openSources([file], shell);
  const pairs: Pair[] = [];
  const events = report.events(readInput([await asDeclarations(source!)]));
  for await (const batch of offlineBatches(events, settings.scoring.batchSize, shell.now())) {
    for (const { facts } of (await flow.run(batch)).good) {
      for (const {
        sequenceNumber,
        models: [first, second],
      } of facts.items)
        pairs.push({ what: `${facts.event.declarationId}, item ${sequenceNumber}`, first: first!, second: second! });
    }
  }
  return pairs;
}

function inWords(
  [first, second]: readonly [RiskModel, RiskModel],
  { items, sameStatus, odd, sameHeading, scoreDifference, differing }: Agreement,
): string {
  const [one, other] = [first.version.slice(0, 12), second.version.slice(0, 12)];
  const counts = [
    ['items', String(items)],
    ['same status', percent(sameStatus)],
    ['odd to both', String(odd.both)],
    [`odd to ${one} alone`, String(odd.onlyFirst)],
    [`odd to ${other} alone`, String(odd.onlySecond)],
    ['odd to neither', String(odd.neither)],
    ...(sameHeading === undefined ? [] : [['same likely heading', percent(sameHeading)]]),
    ...(scoreDifference === undefined
      ? []
      : [
          [
            'scores apart, mean and most',
            `${scoreDifference.mean.toPrecision(3)}, ${scoreDifference.largest.toPrecision(3)}`,
          ],
        ]),
  ];
  const examples = differing.map(({ what, first: a, second: b }) => [what, answer(a), answer(b)]);
  return [
    textTable([[first.name, `${one} and ${other}`], ...counts]),
    ...(examples.length === 0 ? [] : [textTable([['differing', one, other], ...examples])]),
  ].join('\n');
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function answer({ status, pValue, likely }: Agreement['differing'][number]['first']): string {
  return [
    status,
    ...(pValue === undefined ? [] : [`p ${pValue.toPrecision(2)}`]),
    ...(likely === undefined ? [] : [likely]),
  ].join(', ');
}
