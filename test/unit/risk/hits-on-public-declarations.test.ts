import { createReadStream } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadSettings } from '../../../services/adapters/config/load-settings.ts';
import { readInput } from '../../../services/adapters/input/read-input.ts';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import { createFileSnapshotStore } from '../../../services/adapters/reference-files/file-snapshot-store.ts';
import { loadReference } from '../../../services/adapters/reference-files/load-reference.ts';
import { type FromFile, offlineBatches } from '../../../services/cli/offline/offline-batches.ts';
import { createOfflineFlow } from '../../../services/cli/offline/offline-flow.ts';
import type { Assessment } from '../../../services/risk/messages/assessment.ts';
import { composeOfflineModels } from '../../../services/runtime/compose/models.ts';
import { HAS_WCO_XML, WCO_XML, xmlFilesIn } from '../../harness/public-data.ts';
import { testFolders } from '../../harness/test-folders.ts';

const authority = { country: 'GB', currency: 'GBP', timeZone: 'Europe/London' };
const policy = loadPolicy('config/policy');
const MOST = 0.05;
/** Rules that may hit more than one in twenty there, and why that is right. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'description-too-vague':
    'the gate is set so that one in twenty telling descriptions is called vague; its ten points alone move no lane',
  'description-unread':
    'these are trial messages, some of whose goods are called ttimportphysical and the like; ten points alone move no lane',
};

const newFolder = testFolders('reference');

async function* events(): AsyncGenerator<FromFile> {
  const sources = xmlFilesIn(WCO_XML).map((file) => ({
    file,
    bytes: createReadStream(file) as AsyncIterable<Uint8Array>,
  }));
  for await (const entry of readInput(sources))
    if (entry.kind === 'event' && entry.event.eventType === 'lodged') yield { file: entry.file, event: entry.event };
}

async function assessments(): Promise<readonly Assessment[]> {
  const reference = await loadReference(createFileSnapshotStore(newFolder()), authority);
  const flow = createOfflineFlow({
    policy,
    reference,
    authority,
    models: await composeOfflineModels(loadSettings({ variables: {}, workingDirectory: process.cwd() }).settings),
  });
  const answers: Assessment[] = [];
  for await (const batch of offlineBatches(events(), 500, Date.parse('2026-11-20T12:00:00Z')))
    answers.push(...(await flow.run(batch)).good.map(({ assessment }) => assessment));
  return answers;
}

describe.skipIf(!HAS_WCO_XML)(
  'the rules on the public declarations (skipped: no ../shared/data/wco-xml, set TIDEWAITER_DATA_SETS)',
  () => {
    it('hit honest trade rarely, and never fail', async () => {
      const answers = await assessments();
      const count = (result: string): Map<string, number> => {
        const hits = new Map<string, number>();
        for (const { findings, items } of answers) {
          const ids = new Set(
            [...findings, ...items.flatMap((item) => item.findings)]
              .filter((finding) => finding.result === result)
              .map(({ id }) => id),
          );
          for (const id of ids) hits.set(id, (hits.get(id) ?? 0) + 1);
        }
        return hits;
      };
      const hits = count('hit');
      const unknown = count('unknown');
      const lines = policy.rules.map(
        ({ document: { id } }) =>
          `${String(hits.get(id) ?? 0).padStart(4)} hit ${String(unknown.get(id) ?? 0).padStart(4)} unknown  ${id}`,
      );
      process.stdout.write(`Rules on ${answers.length} public lodgements:\n${lines.sort().reverse().join('\n')}\n`);
      expect(answers.length).toBeGreaterThanOrEqual(140);
      expect([...count('error')]).toEqual([]);
      expect([...hits].filter(([id, number]) => number > MOST * answers.length && EXPLAINED[id] === undefined)).toEqual(
        [],
      );
    }, 60_000);
  },
);
