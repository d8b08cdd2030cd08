import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openSourceFile } from '../../../services/adapters/reference-files/open-source-file.ts';
import type { SourceFile } from '../../../services/reference/importing/source-file.ts';

const FOLDER = process.env['TIDEWAITER_DATA_SETS'] ?? resolve(import.meta.dirname, '../../../../shared/data');

/** Whether the public tariff, nomenclature and declaration data lie beside the project. */
export const HAS_REFERENCE_DATA = ['tariff', 'nomenclature', 'export-control', 'reference', 'customs-declarations'].every((folder) => existsSync(join(FOLDER, folder)));

export const dataSet = (path: string): Promise<SourceFile> => openSourceFile(join(FOLDER, path));
