import { licenceCsvCells } from './licence-csv.ts';
import type { LicenceRecord } from './licence-fields.ts';

/** Licences as JSON lines, one text a licence with its line end; what `readLicences` reads back unchanged. */
export function* writeLicencesJsonLines(licences: Iterable<LicenceRecord>): Generator<string> {
  for (const { id, status, holderId, holderName, validFrom, validTo, lines } of licences)
    yield `${JSON.stringify({ id, status, holderId, holderName, validFrom, validTo, lines })}\n`;
}

/** Licences as CSV, header first; a cell with a comma, a quote or a line end is quoted (RFC 4180). */
export function* writeLicencesCsv(licences: Iterable<LicenceRecord>): Generator<string> {
  for (const cells of licenceCsvCells(licences)) yield `${cells.map(quoted).join(',')}\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
