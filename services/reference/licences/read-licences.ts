import { licenceIdOf } from '../../risk/licensing/cited.ts';
import { readJsonLines } from '../../source-files/read-json-lines.ts';
import { type Malformed, malformedIn, refuseOtherEncoding, type SourceFile } from '../../source-files/source-file.ts';
import { type FoundLicence, isLicenceCsv, LICENCE_COLUMNS, readLicenceCsv } from './licence-csv.ts';
import { LicenceFieldError, type LicenceRecord, toLicence } from './licence-fields.ts';

/**
 * Reads a register of licences: JSON lines (one licence a line, fields as in `Licence`) or CSV (one row a licence line, see
 * `LICENCE_COLUMNS`), told by content. All or nothing: the first broken one throws `TDW_LICENCES_MALFORMED` with file, line and
 * field. The history of changes is the register's own: it grows with every import.
 */
export function readLicences(file: SourceFile): readonly LicenceRecord[] {
  const text = file.body.kind === 'text' ? file.body.text : '';
  const malformed = malformedIn(file, 'TDW_LICENCES_MALFORMED');
  if (text.trim() === '') throw malformed(undefined, undefined, 'holds no licences');
  refuseOtherEncoding(text, malformed);
  const found = text.trimStart().startsWith('{')
    ? readJsonLines(text, malformed).map(({ line, given }) => ({ fileLine: line, given, lineOfLine: [] }))
    : readCsvRows(file, malformed);
  const seen = new Map<string, number>();
  return found.map((entry) => {
    const licence = check(entry, malformed);
    const [id, before] = [licenceIdOf(licence.id), seen.get(licenceIdOf(licence.id))];
    if (before !== undefined) throw malformed(entry.fileLine, 'id', `the licence stands in line ${before} already`);
    seen.set(id, entry.fileLine);
    return licence;
  });
}

function check({ given, fileLine, lineOfLine }: FoundLicence, malformed: Malformed): LicenceRecord {
  try {
    return toLicence(given);
  } catch (error) {
    if (!(error instanceof LicenceFieldError)) throw error;
    const line = /^lines\[(\d+)\]/.exec(error.path)?.[1];
    throw malformed(lineOfLine[Number(line)] ?? fileLine, error.path, error.message.slice(error.path.length + 2));
  }
}

function readCsvRows(file: SourceFile, malformed: Malformed): readonly FoundLicence[] {
  if (!isLicenceCsv(file))
    throw malformed(1, undefined, `is neither JSON lines nor a CSV with the columns ${LICENCE_COLUMNS.join(', ')}`);
  return readLicenceCsv(file, malformed);
}
