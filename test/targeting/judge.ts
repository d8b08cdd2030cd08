import { join } from 'node:path';
import { projectRoot } from '../../services/adapters/config/project-root.ts';
import { readInput } from '../../services/adapters/input/read-input.ts';
import { loadPolicy } from '../../services/adapters/policy-files/load-policy.ts';
import { openSourceFile } from '../../services/adapters/reference-files/open-source-file.ts';
import { loadShippedReference } from '../../services/adapters/reference-files/shipped-reference.ts';
import { type FromFile, offlineBatches } from '../../services/cli/offline/offline-batches.ts';
import { createOfflineFlow, type OfflineDeps } from '../../services/cli/offline/offline-flow.ts';
import type { LabelledDeclaration } from '../../services/generator/fraud/label.ts';
import { generateTrade } from '../../services/generator/generate-trade.ts';
import { readHistory } from '../../services/reference/history/read-history.ts';
import { readLicences } from '../../services/reference/licences/read-licences.ts';
import { knownDay } from '../../services/risk/declaration/day.ts';
import type { Authority } from '../../services/risk/facts/facts.ts';
import type { Policy } from '../../services/risk/policy/policy.ts';
import { openModels, shippedModels } from '../../services/runtime/compose/models.ts';
import type { Assessed } from '../../services/scoring/steps/assess-step.ts';
import { declare, LODGED_AT } from './declare.ts';
import type { Filing } from './filing.ts';
import { trialsFolder } from './read-trials.ts';
import { SHIPPED_MODELS } from './shipped-models.ts';

const AUTHORITIES: Readonly<Record<Filing['authority'], Authority>> = {
  US: { country: 'US', currency: 'USD', timeZone: 'America/New_York' },
  GB: { country: 'GB', currency: 'GBP', timeZone: 'Europe/London' },
};
/** As many as the stream takes at once. */
const BATCH = 200;

export type Judged = Pick<Assessed, 'facts' | 'assessment'>;

export const shippedPolicy = (): Policy => loadPolicy(join(projectRoot(), 'config', 'policy'));

/**
 * Judges filings as `tidewaiter assess` does, each by the authority it is lodged with: by the shipped policy, reference data
 * and models, whatever was activated on this machine, and by the history and licences that lie beside the filings.
 * @returns facts and assessment by the id of the declaration; none for a filing that could not be judged
 */
export async function judge(filings: readonly Filing[]): Promise<ReadonlyMap<string, Judged>> {
  const deps = await openDeps();
  const answers: Judged[] = [];
  for (const [country, authority] of Object.entries(AUTHORITIES)) {
    const mine = filings.filter((filing) => filing.authority === country);
    answers.push(...(await judgeEvents(eventsOf(mine, authority), { ...deps, authority })));
  }
  return new Map(answers.map((judged) => [judged.assessment.declarationId, judged]));
}

/** Judges made-up trade of the United States, schemes among it, by what is shipped; of its traders no history is known. */
export async function judgeMadeUpTrade(declarations: number): Promise<readonly Judged[]> {
  const trade = generateTrade({ seed: 1, declarations, from: knownDay('2026-11-02'), authorityCountry: 'US' });
  return judgeEvents(madeUp(trade), { ...(await openDeps()), authority: AUTHORITIES.US });
}

async function judgeEvents(
  events: AsyncIterable<FromFile>,
  deps: Omit<OfflineDeps, 'reference'>,
): Promise<readonly Judged[]> {
  const flow = createOfflineFlow({ ...deps, reference: loadShippedReference(deps.authority) });
  const answers: Judged[] = [];
  for await (const batch of offlineBatches(events, BATCH, Date.parse(LODGED_AT)))
    answers.push(...(await flow.run(batch)).good);
  return answers;
}

async function* madeUp(trade: Iterable<LabelledDeclaration>): AsyncGenerator<FromFile> {
  for (const { event } of trade)
    if (event.eventType === 'lodged') yield await Promise.resolve({ file: 'made up', event });
}

async function openDeps(): Promise<Omit<OfflineDeps, 'authority' | 'reference'>> {
  return {
    policy: shippedPolicy(),
    models: await openModels({ models: SHIPPED_MODELS }, { models: shippedModels(), trials: {} }),
    history: readHistory(await openSourceFile(join(trialsFolder(), 'history.csv'))),
    licences: readLicences(await openSourceFile(join(trialsFolder(), 'licences.jsonl'))).map((licence) => ({
      ...licence,
      revision: 1,
    })),
  };
}

/** @throws the reason where a filing cannot be read: then its case is wrong */
async function* eventsOf(filings: readonly Filing[], { timeZone }: Authority): AsyncGenerator<FromFile> {
  const lines = filings.map((filing) => `${JSON.stringify(declare(filing))}\n`).join('');
  for await (const entry of readInput([{ file: 'filings', bytes: bytesOf(lines) }], { timeZone })) {
    if (entry.kind === 'failed') throw entry.error;
    if (entry.kind === 'event') yield entry;
  }
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}
