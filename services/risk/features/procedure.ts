import type { GoodsItem, GovernmentProcedure } from '../declaration/declaration-event.ts';
import type { Direction } from '../declaration/direction.ts';

/** Requested procedures under which goods leave (UCC-DA annex B, D.E. 1/10). */
const EXPORT_PROCEDURES: ReadonlySet<string> = new Set(['10', '11', '21', '22', '23', '31']);
/** Requested procedures under which goods enter, or go from one procedure to another inside. */
const IMPORT_PROCEDURES: ReadonlySet<string> = new Set([
  '01',
  '07',
  '40',
  '42',
  '43',
  '44',
  '45',
  '46',
  '48',
  '51',
  '53',
  '54',
  '61',
  '63',
  '68',
  '71',
  '78',
  '91',
  '92',
  '95',
  '96',
]);

/** The procedure of an item; its additional procedures, of three characters, have no previous one. */
export function goodsProcedure(goods: GoodsItem): GovernmentProcedure | undefined {
  return goods.governmentProcedures.find(
    ({ currentCode, previousCode }) => currentCode?.length === 2 && previousCode !== undefined,
  );
}

/** Which way goods go under a requested procedure; undefined where it does not say. */
export function directionOfProcedure(requested: string | undefined): Direction | undefined {
  if (requested === undefined) return undefined;
  if (EXPORT_PROCEDURES.has(requested)) return 'export';
  return IMPORT_PROCEDURES.has(requested) ? 'import' : undefined;
}
