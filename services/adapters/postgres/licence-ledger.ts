import Big from 'big.js';
import { decimalOf } from '../../risk/declaration/decimal-text.ts';
import type { WriteOffAnswer } from '../../risk/facts/facts.ts';
import type { LicenceLedger } from '../../scoring/ports/licence-ledger.ts';
import type { Database } from './database.ts';

const RESERVE = 'SELECT answer, remaining::text, unit FROM reserve_write_offs($1::jsonb) ORDER BY nth';

interface AnswerRow extends Record<string, unknown> {
  readonly answer: WriteOffAnswer['enough'];
  readonly remaining: string | null;
  readonly unit: string | null;
}

/** The ledger in Postgres: the function `reserve_write_offs` locks the licences in order, keeps first answers and reserves the rest. */
export function createPostgresLicenceLedger(database: Database): LicenceLedger {
  return {
    reserve: async (writeOffs) => {
      const rows = await database.query<AnswerRow>(RESERVE, [JSON.stringify(writeOffs)]);
      return rows.map((row) => ({
        enough: row.answer,
        ...(row.remaining !== null && { remaining: decimalOf(new Big(row.remaining)) }),
        ...(row.unit !== null && { unit: row.unit }),
      }));
    },
  };
}
