import type { ControlMeasure } from '../../../risk/facts/facts.ts';
import { firstProblem, isCountry, isDocumentCode, isText, type RowProblem } from '../rows.ts';
import { statesDays, type Validity } from '../validity.ts';

export interface ControlsContent {
  readonly measures: readonly ControlRow[];
}

export interface ControlRow extends ControlMeasure, Validity {
  readonly directions: readonly ('import' | 'export')[];
  /** Beginnings of commodity codes, two digits or more. */
  readonly prefixes: readonly string[];
  readonly exceptPrefixes?: readonly string[];
  /** Only for these destinations; absent where it holds for all. */
  readonly destinations?: readonly string[];
  /** Only for goods of these origins; absent where it holds for all. */
  readonly origins?: readonly string[];
}

export function controlProblem({ measures }: ControlsContent): RowProblem | undefined {
  return firstProblem('measures', measures, wantedInstead);
}

function wantedInstead(row: ControlRow): string | undefined {
  if (![row.id, row.title, row.subject, row.legalBasis].every(isText))
    return 'an id, a title, a subject and a legal basis';
  if (row.certainty !== 'always' && row.certainty !== 'possible') return 'the certainty "always" or "possible"';
  if (row.concern !== undefined && row.concern !== 'high') return 'the concern "high" or none';
  if (!row.directions.every((direction) => direction === 'import' || direction === 'export'))
    return 'directions "import" or "export"';
  if (
    row.prefixes.length === 0 ||
    ![...row.prefixes, ...(row.exceptPrefixes ?? [])].every((prefix) => /^\d{2,10}$/.test(prefix))
  )
    return 'prefixes of two digits or more';
  if (![...row.documentCodes, ...row.waiverCodes].every(isDocumentCode)) return 'document codes';
  if (![...(row.destinations ?? []), ...(row.origins ?? [])].every(isCountry)) return 'countries of ISO 3166-1 alpha-2';
  return statesDays(row) ? undefined : 'days of validity';
}
