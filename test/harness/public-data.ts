import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSourceFile } from '../../services/adapters/reference-files/open-source-file.ts';
import { dataSetsFolder } from '../../services/cli/training-data/data-sets-folder.ts';
import type { SourceFile } from '../../services/source-files/source-file.ts';

/** The public data sets beside the project; what needs them is skipped where they are absent, and says so. */
const FOLDER = dataSetsFolder(join(import.meta.dirname, '../..'), process.env) ?? 'absent';

export const publicPath = (path: string): string => join(FOLDER, path);

/** The public collection of WCO messages. */
export const WCO_XML = publicPath('wco-xml');
export const HAS_WCO_XML = existsSync(WCO_XML);

/** Whether the public tariff, nomenclature and declaration data are there. */
export const HAS_REFERENCE_DATA = [
  'tariff',
  'nomenclature',
  'export-control',
  'reference',
  'customs-declarations',
].every((folder) => existsSync(publicPath(folder)));

export const dataSet = (path: string): Promise<SourceFile> => openSourceFile(publicPath(path));

export function xmlFilesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => join(folder, name));
}
