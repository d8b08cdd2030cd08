import { join } from 'node:path';
import { loadSettings } from '../../../services/adapters/config/load-settings.ts';
import { writeArtefact } from '../../../services/adapters/model-files/artefact-folder.ts';
import { createPostgresSnapshotStore } from '../../../services/adapters/postgres/snapshot-store.ts';
import { editionIdOf } from '../../../services/reference/editions/manifest.ts';
import { instantOf } from '../../../services/risk/declaration/instant.ts';
import type { ReferenceActivation } from '../../../services/risk/messages/reference-activation.ts';
import { composePolicy } from '../../../services/runtime/compose/policy.ts';
import { composeDatabase } from '../../../services/runtime/compose/postgres.ts';
import {
  changeParts,
  changePolicy,
  type EditionChange,
  type EditionDesk,
} from '../../../services/runtime/editions/change-edition.ts';
import type { DeskOrder, DeskReport } from './messages.ts';
import { modelVariant, policyVariant, tariffVariant } from './variants.ts';

/**
 * Whoever changes what judges, in a process of its own: what a command needs before it publishes holds up neither the stream nor the
 * bench's clock. Changes are made as the commands make them, with parts that lie ready.
 */
const { settings } = loadSettings({ variables: process.env, workingDirectory: process.cwd() });
const desk: EditionDesk = { settings, database: await composeDatabase(settings.postgres) };
const policy = composePolicy(settings);
const tell = (report: DeskReport): void => void process.send?.(report);

const decision = () => ({ by: 'bench', reason: 'a measurement', at: Date.now() });

async function make({ part, variant, step }: DeskOrder): Promise<EditionChange> {
  switch (part) {
    case 'policy':
      return changePolicy(desk, decision(), policyVariant(policy, variant), step);
    case 'tariff':
    case 'largeTariff': {
      const sealed = tariffVariant(variant, part === 'tariff' ? 'shipped' : 'large');
      await createPostgresSnapshotStore(desk.database).save(sealed);
      return changeParts(desk, decision(), () => [record('tariff', 'US', sealed.version)], step);
    }
    case 'anomaly':
    case 'classification': {
      const encoded = await modelVariant(part, variant);
      writeArtefact(join(settings.models.dir, part, `variant-${variant}`), encoded);
      return changeParts(desk, decision(), () => [record('model', part, encoded.version)], step);
    }
  }
}

function record(kind: string, name: string, version: string): ReferenceActivation {
  const { by, reason, at } = decision();
  return { kind, name, version, activatedAt: instantOf(at), by, reason, parts: {} };
}

process.on('message', (order: DeskOrder) => {
  const began = performance.now();
  make(order).then(
    ({ after }) => tell({ kind: 'made', edition: editionIdOf(after), commandMs: performance.now() - began }),
    (error: unknown) => tell({ kind: 'failed', error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
