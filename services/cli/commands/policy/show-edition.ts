import { editionIdOf, type EditionManifest, partsOf } from '../../../reference/editions/manifest.ts';
import { readTopicState } from '../../../runtime/editions/change-edition.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import { textTable } from '../../output/text-table.ts';
import type { Shell } from '../../shell/shell.ts';

/** Writes what is in force by the reference topic, part by part, and which edition was announced. */
export async function showEdition(shell: Shell, options: { readonly json?: true }): Promise<ExitCode> {
  const { inForce, prepared } = await readTopicState((await shell.settings()).settings);
  await shell.out.line(
    options.json
      ? JSON.stringify({ inForce: asJson(inForce), ...(prepared && { prepared: asJson(prepared) }) })
      : [table('in force', inForce), ...(prepared ? [table('announced', prepared)] : [])].join('\n'),
  );
  return EXIT.ok;
}

const asJson = (manifest: EditionManifest): object => ({ edition: editionIdOf(manifest), parts: partsOf(manifest) });

function table(standing: string, manifest: EditionManifest): string {
  const parts = Object.entries(partsOf(manifest)).map(([part, version]) => [part, version.slice(0, 12)]);
  return textTable([[`edition, ${standing}`, editionIdOf(manifest).slice(0, 12)], ...parts]);
}
