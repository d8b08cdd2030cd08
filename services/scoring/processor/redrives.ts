import type { Redrive } from '../../risk/dead-letter/dead-letter.ts';
import { code, type Fields, instant, must, text } from '../../risk/declaration/field.ts';
import { problemsOf } from '../../risk/declaration/validate.ts';
import { readJson } from '../../risk/json/read-json.ts';
import type { InboundRecord } from '../ports/stream.ts';

/** Header of a redriven record: the redrives so far, as a JSON list. */
export const REDRIVES_HEADER = 'tidewaiter-redrives';

const REDRIVE: Fields<Redrive> = { at: must(instant), by: must(text), reason: must(text), deadLetterId: must(code) };

/** The redrives that a record says it has behind it. Anybody who may write to the topic may write the header: what is no redrive is left out. */
export function redrivesOf({ headers }: Pick<InboundRecord, 'headers'>): readonly Redrive[] {
  const header = headers[REDRIVES_HEADER];
  const read = header && readJson(header.toString('utf8'));
  if (read?.kind !== 'value' || !Array.isArray(read.value)) return [];
  return read.value.filter((entry): entry is Redrive => problemsOf(entry, REDRIVE).length === 0);
}
