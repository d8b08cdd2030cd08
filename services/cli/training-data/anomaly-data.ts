import { isOwnPreference, OWN_COLUMNS, ownRows } from '../../../models/anomaly/learn/data/own-columns.ts';
import {
  isPublicPreference,
  PUBLIC_COLUMNS,
  PUBLIC_LACKS,
  PUBLIC_MUST,
  PUBLIC_SCOPE,
  publicRows,
} from '../../../models/anomaly/learn/data/public-columns.ts';
import type { LabelledRow } from '../../../models/anomaly/learn/data/split.ts';
import type { TrainingDomain } from '../../../models/anomaly/serve/scoring/trained-anomaly.ts';
import type { DataFile } from '../../../models/artefact/manifest.ts';
import { openSourceFile } from '../../adapters/reference-files/open-source-file.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { csvColumns, readCsv, withDecimals } from '../../source-files/read-csv.ts';
import { malformedIn } from '../../source-files/source-file.ts';

const OWN_DECIMALS = ['value', 'net_mass', 'duty_rate', 'quantity', 'packages'];

/** A file of goods items with outcomes, whatever its shape. */
export interface AnomalyData {
  readonly rows: readonly LabelledRow[];
  readonly scopes: readonly TrainingDomain[];
  readonly isPreference: (regime: string) => boolean;
  /** What the shape lacks of what the model could use. */
  readonly lacks: readonly string[];
  /** Lines without a code or an outcome, which cannot be measured. */
  readonly leftOut: number;
  readonly file: DataFile;
}

/**
 * Reads a CSV of the public Korean shape or of an authority's own, told by the columns.
 * @param currency of the values of an own table
 * @throws TDW_MODEL_DATA
 */
export async function readAnomalyData(path: string, currency: string): Promise<AnomalyData> {
  const file = await openSourceFile(path);
  const columns = csvColumns(file);
  const malformed = malformedIn(file, 'TDW_MODEL_DATA');
  const read = readCsv(file, malformed);
  const records = (columns.includes('HS6 Code') ? read : withDecimals(read, OWN_DECIMALS, malformed)).map(
    ({ record }) => record,
  );
  const described = (rows: readonly LabelledRow[]): DataFile => ({
    name: file.name,
    bytes: file.body.kind === 'text' ? Buffer.byteLength(file.body.text) : 0,
    sha256: file.sha256,
    rows: rows.length,
  });
  if (columns.includes('HS6 Code')) {
    mustHave(PUBLIC_MUST, columns, file.name);
    const rows = someOf(publicRows(records, file.name), file.name);
    const lacks = [...PUBLIC_LACKS, ...PUBLIC_COLUMNS.filter((column) => !columns.includes(column))];
    return {
      rows,
      scopes: [{ name: PUBLIC_SCOPE, currency: 'KRW' }],
      isPreference: isPublicPreference,
      lacks,
      leftOut: records.length - rows.length,
      file: described(rows),
    };
  }
  if (columns.includes('commodity_code')) {
    const rows = someOf(ownRows(records, file.name), file.name);
    return {
      rows,
      leftOut: records.length - rows.length,
      scopes: [...new Set(rows.map(({ scope }) => scope))].sort().map((name) => ({ name, currency })),
      isPreference: isOwnPreference,
      lacks: OWN_COLUMNS.filter((column) => !columns.includes(column)),
      file: described(rows),
    };
  }
  throw new TidewaiterError(
    'TDW_MODEL_DATA',
    `${file.name} has neither the columns of the public customs declarations (HS6 Code …) nor those of an own table (${OWN_COLUMNS.join(', ')}).`,
    { location: { file: file.name } },
  );
}

function mustHave(must: readonly string[], columns: readonly string[], file: string): void {
  const missing = must.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    throw new TidewaiterError('TDW_MODEL_DATA', `${file} lacks the columns ${missing.join(', ')}.`, {
      location: { file, line: 1, element: missing[0]! },
    });
}

function someOf(rows: readonly LabelledRow[], file: string): readonly LabelledRow[] {
  if (rows.length > 0) return rows;
  throw new TidewaiterError('TDW_MODEL_DATA', `${file} has no row with a code and an outcome.`, { location: { file } });
}
