import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { type AnySnapshot, snapshotName } from '../snapshot/snapshot.ts';
/** A new edition of a tariff or a code list changes a few per cent; a truncated download loses far more. */
export const LEAST_SHARE_KEPT = 0.9;

/** How many entries a snapshot has in each of its parts: what the guard compares, and what a report shows. */
export function countEntries({ kind, content }: AnySnapshot): Readonly<Record<string, number>> {
  switch (kind) {
    case 'nomenclature':
      return {
        ...Object.fromEntries(
          content.editions.map(({ edition, subheadings }) => [
            `subheadings of HS ${edition}`,
            Object.values(subheadings).reduce((sum, rest) => sum + rest.split(' ').length, 0),
          ]),
        ),
        'headings with a title': Object.keys(content.headingTitles).length,
      };
    case 'tariff':
    case 'export-codes':
      return {
        headings: content.headings.length,
        lines: content.lines.length,
        'statistical codes': content.statistical.length,
        'lines with a unit': content.lines.filter(([, , units]) => units !== '').length,
        'rates understood': content.lines.filter(([, rate]) => !rate.startsWith('other: ')).length,
        'additional duties': content.additional.reduce((sum, { codes }) => sum + codes.split(' ').length, 0),
      };
    case 'controls':
      return { measures: content.measures.length };
    case 'document-types':
      return { types: Object.keys(content.types).length };
    case 'exchange-rates':
      return {
        days: content.days.length,
        currencies: new Set(content.days.flatMap(({ rates }) => Object.keys(rates))).size,
      };
    case 'usual-ratios':
      return { ratios: content.rows.length };
    case 'high-priority':
      return { codes: content.codes.length };
    case 'geography':
      return {
        countries: content.countries.length,
        positions: content.countries.filter(([, , , latitude]) => latitude !== null).length,
        hubs: Object.keys(content.hubs).length,
      };
  }
}

/**
 * Refuses a snapshot that lost more than a tenth of any of its parts against the version before it: a truncated file, or one
 * whose columns have changed so that a part is no longer understood.
 */
export function refuseShrunk(next: AnySnapshot, before: AnySnapshot): void {
  const [now, then] = [countEntries(next), countEntries(before)];
  const losses = Object.entries(then).filter(([part, count]) => (now[part] ?? 0) < count * LEAST_SHARE_KEPT);
  if (losses.length === 0) return;
  const what = losses.map(([part, count]) => `${part} ${count} → ${now[part] ?? 0}`).join(', ');
  throw new TidewaiterError('TDW_REFERENCE_SHRUNK', `${snapshotName(next)} would shrink: ${what}.`);
}
