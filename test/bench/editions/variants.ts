import { join } from 'node:path';
import { encodeArtefact, type EncodedArtefact } from '../../../models/artefact/encode.ts';
import { celConditionCompiler } from '../../../services/adapters/cel/cel-condition-compiler.ts';
import { projectRoot } from '../../../services/adapters/config/project-root.ts';
import { readArtefact } from '../../../services/adapters/model-files/artefact-folder.ts';
import { readShippedSnapshots } from '../../../services/adapters/reference-files/shipped-reference.ts';
import type { TariffContent, TariffRow } from '../../../services/reference/kinds/tariff/content.ts';
import { seal } from '../../../services/reference/snapshot/seal.ts';
import { isOf, type SealedSnapshot, type SnapshotOf } from '../../../services/reference/snapshot/snapshot.ts';
import { policyHash, reopenPolicy } from '../../../services/risk/policy/compile-policy.ts';
import type { Policy } from '../../../services/risk/policy/policy.ts';

const CHANGED_ROWS = 3;
/** The shipped tariff is one of 6,300 lines; others have some 100,000. */
const LARGE = 10;

/** The policy with another deadline, which changes no lane. */
export function policyVariant({ document }: Policy, variant: number): Policy {
  const { lanes } = document;
  const changed = {
    ...document,
    lanes: { ...lanes, deadlineHours: { ...lanes.deadlineHours, yellow: 25 + variant } },
  };
  return reopenPolicy({ hash: policyHash(changed), document: changed }, celConditionCompiler);
}

/** The shipped tariff with other rates on a few lines. */
export function tariffVariant(variant: number, size: 'shipped' | 'large'): SealedSnapshot {
  const snapshot = shippedTariff();
  const lines = size === 'large' ? snapshot.content.lines.flatMap(tenfold) : snapshot.content.lines;
  const content: TariffContent = {
    ...snapshot.content,
    lines: lines.map((row, index) => (index < CHANGED_ROWS ? withRate(row, `${variant + 1}%`) : row)),
  };
  return seal({ ...snapshot, content });
}

function shippedTariff(): SnapshotOf<'tariff'> {
  for (const { snapshot } of readShippedSnapshots())
    if (isOf('tariff', snapshot) && snapshot.of === 'US') return snapshot;
  throw new RangeError('no tariff of the US comes with this release');
}

/** A line and nine below it. */
function tenfold(row: TariffRow): readonly TariffRow[] {
  const [code, ...rest] = row;
  return Array.from({ length: LARGE }, (_, index): TariffRow =>
    index === 0 ? row : [`${code}${String(index).padStart(2, '0')}`, ...rest],
  );
}

const withRate = ([code, , ...rest]: TariffRow, rate: string): TariffRow => [code, rate, ...rest];

/** A shipped model under another version: something that is part of it, but changes no answer. */
export async function modelVariant(name: string, variant: number): Promise<EncodedArtefact> {
  const { manifest, tables, lists } = await readArtefact(join(projectRoot(), 'models', name, 'shipped'));
  const { answers, training, metrics, distributions } = manifest;
  return encodeArtefact({
    ...{ name, training, metrics, distributions, card: '' },
    answers: { ...answers, features: { ...answers.features, variant } },
    tables: Object.fromEntries(tables),
    lists: Object.fromEntries(lists),
  });
}
