import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DataFile } from '../../../models/artefact/manifest.ts';
import type { LabelledText } from '../../../models/classification/learn/data/labelled-text.ts';
import { subheadingCodes } from '../../../models/classification/learn/data/nomenclature-texts.ts';
import { correlationPairs, TEXT_FORMATS } from '../../../models/classification/learn/data/recognise-texts.ts';
import { vagueTexts } from '../../../models/classification/learn/vagueness/material.ts';
import type { MovedCodes } from '../../../models/classification/serve/codes/declared-codes.ts';
import { openSourceFile } from '../../adapters/reference-files/open-source-file.ts';
import { hsNomenclature } from '../../reference/kinds/nomenclature/hs-nomenclature.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { SourceFile } from '../../source-files/source-file.ts';

/** What the classification model is made of, as it was found in files. */
export interface ClassificationData {
  readonly texts: readonly LabelledText[];
  /** Six digits each, sorted. */
  readonly subheadings: readonly string[];
  readonly moved: MovedCodes;
  readonly vague: readonly string[];
  readonly files: readonly DataFile[];
}

/** Where the files lie in a folder laid out as the public data sets are. */
const PUBLIC_FILES = [
  'descriptions/search_references.json',
  'nomenclature/harmonized-system.csv',
  'tariff/hts_2025_basic_edition.csv',
  'nomenclature/hs-10d-2019-exp-code.txt',
  'descriptions/hsclassify_micro_train.csv',
  'nomenclature/HS2022toHS2017ConversionAndCorrelationTables.xlsx',
  'text-training/eu_cn_self_explanatory.csv',
  'text-training/eu_taric10_goods.csv',
  'text-training/us_hts_9902_goods.csv',
  'text-training/uk_search_references_older.csv',
  'text-training/us_cross_subjects.csv',
  'text-training/us_cross_subjects_hs6.csv',
  'text-training/us_cross_facts.csv',
  'text-training/uk_atar_drafts.csv',
];
const PUBLIC_VAGUE = 'descriptions/vague_terms.csv';
export const PUBLIC_RULINGS = 'descriptions/rulings_dev.jsonl';

/**
 * Reads files of any known kind, told by content; a folder stands for those of PUBLIC_FILES that it has.
 * @param vague one vague description a line; in a folder it is found by its name
 * @throws TDW_MODEL_DATA
 */
export async function readClassificationData(
  workingDirectory: string,
  paths: readonly string[],
  vague: string | undefined,
): Promise<ClassificationData> {
  const given = paths.map((path) => resolve(workingDirectory, path));
  const files = await Promise.all(
    given.flatMap(filesOf).map(async (path) => ({ path, file: await openSourceFile(path) })),
  );
  const vaguePath =
    vague === undefined
      ? given.map((path) => join(path, PUBLIC_VAGUE)).find(existsSync)
      : resolve(workingDirectory, vague);
  if (vaguePath === undefined)
    throw new TidewaiterError(
      'TDW_MODEL_DATA',
      'No list of vague descriptions is given: name one with --vague, one description a line.',
    );
  const vagueFile = { path: vaguePath, file: await openSourceFile(vaguePath) };
  const texts = files.flatMap(({ file }) => textsOf(file));
  const nomenclature = files.find(({ file }) => hsNomenclature.recognises(file))?.file;
  return {
    texts,
    subheadings: nomenclature === undefined ? codesIn(texts) : subheadingCodes(nomenclature),
    moved: files.flatMap(({ file }) => correlationPairs(file) ?? []),
    vague: vagueTexts(vagueFile.file),
    files: [...files, vagueFile].map(({ path, file }) => ({
      name: file.name,
      bytes: statSync(path).size,
      sha256: file.sha256,
    })),
  };
}

function filesOf(path: string): readonly string[] {
  if (!existsSync(path))
    throw new TidewaiterError('TDW_MODEL_DATA', `${path} does not exist.`, { location: { file: path } });
  if (!statSync(path).isDirectory()) return [path];
  const found = PUBLIC_FILES.map((name) => join(path, name)).filter(existsSync);
  if (found.length === 0)
    throw new TidewaiterError(
      'TDW_MODEL_DATA',
      `${path} has none of the files that are read (${PUBLIC_FILES.join(', ')}); it has ${readdirSync(path).slice(0, 5).join(', ')} …`,
      { location: { file: path } },
    );
  return found;
}

function textsOf(file: SourceFile): readonly LabelledText[] {
  const format = TEXT_FORMATS.find((one) => one.recognises(file));
  if (format !== undefined) return format.read(file);
  if (correlationPairs(file) !== undefined) return [];
  throw new TidewaiterError(
    'TDW_MODEL_DATA',
    `${file.name} is none of: ${TEXT_FORMATS.map(({ description }) => description).join('; ')}.`,
    { location: { file: file.name } },
  );
}

/** Where no nomenclature is given: what the texts are labelled with. */
function codesIn(texts: readonly LabelledText[]): readonly string[] {
  return [...new Set(texts.filter(({ code }) => code.length >= 6).map(({ code }) => code.slice(0, 6)))].sort();
}
