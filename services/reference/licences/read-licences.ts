import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { repeatedKey } from '../../risk/json/repeated-key.ts';
import { licenceIdOf } from '../../risk/licensing/licence-id.ts';
import type { SourceFile } from '../importing/source-file.ts';
import { columnsNotKnown, isLicenceCsv, readLicenceCsv, type FoundLicence } from './licence-csv.ts';
import { LicenceFieldError, toLicence, type LicenceRecord } from './licence-fields.ts';

/**
 * Reads a register of licences: JSON lines (one licence a line, fields as in `Licence`) or CSV (one row a licence line, see
 * `LICENCE_COLUMNS`), told by content. All or nothing: the first broken one throws `TDW_LICENCES_MALFORMED` with file, line and
 * field. The history of changes is the register's own: it grows with every import.
 */
export function readLicences(file: SourceFile): readonly LicenceRecord[] {
  const text = file.body.kind === 'text' ? file.body.text : '';
  if (text.trim() === '') throw malformed(file, undefined, undefined, 'holds no licences');
  const found = text.trimStart().startsWith('{') ? readJsonLines(file, text) : readCsvRows(file);
  const seen = new Map<string, number>();
  return found.map((entry) => {
    const licence = check(file, entry);
    const [id, before] = [licenceIdOf(licence.id), seen.get(licenceIdOf(licence.id))];
    if (before !== undefined) throw malformed(file, entry.fileLine, 'id', `the licence stands in line ${before} already`);
    seen.set(id, entry.fileLine);
    return licence;
  });
}

function check(file: SourceFile, { given, fileLine, lineOfLine }: FoundLicence): LicenceRecord {
  try {
    return toLicence(given);
  } catch (error) {
    if (!(error instanceof LicenceFieldError)) throw error;
    const line = /^lines\[(\d+)\]/.exec(error.path)?.[1];
    throw malformed(file, lineOfLine[Number(line)] ?? fileLine, error.path, error.message.slice(error.path.length + 2));
  }
}

function readJsonLines(file: SourceFile, text: string): readonly FoundLicence[] {
  return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ fileLine: index + 1, given: parseLine(file, line, index + 1), lineOfLine: [] }]));
}

function parseLine(file: SourceFile, line: string, fileLine: number): unknown {
  const given = parsed(file, line, fileLine);
  const twice = repeatedKey(line);
  if (twice !== undefined) throw malformed(file, fileLine, twice, 'stands twice in one object');
  return given;
}

function parsed(file: SourceFile, line: string, fileLine: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw malformed(file, fileLine, undefined, 'is no well-formed JSON');
  }
}

function readCsvRows(file: SourceFile): readonly FoundLicence[] {
  if (!isLicenceCsv(file)) throw malformed(file, 1, undefined, 'is neither JSON lines nor a CSV with the columns id, status and commodityCode');
  const unknownColumns = columnsNotKnown(file);
  if (unknownColumns.length > 0) throw malformed(file, 1, unknownColumns[0], 'is no column of a register of licences');
  return readLicenceCsv(file, (fileLine, column) => {
    throw malformed(file, fileLine, column, 'contradicts an earlier row of the same licence');
  });
}

function malformed(file: SourceFile, line: number | undefined, element: string | undefined, what: string): TidewaiterError {
  const place = { file: file.name, ...(line === undefined ? {} : { line }), ...(element === undefined ? {} : { element }) };
  return new TidewaiterError('TDW_LICENCES_MALFORMED', `${[file.name, line === undefined ? '' : `line ${line}`, element ?? ''].filter((part) => part !== '').join(', ')}: ${what}.`, { place });
}
