import { malformedRow, type SourceFile } from '../../source-files/source-file.ts';
import type { Format } from '../kinds/format.ts';
import { firstRowProblem } from '../snapshot/check-rows.ts';
import { checkSnapshot } from '../snapshot/check-snapshot.ts';
import { SNAPSHOT_KINDS } from '../snapshot/contents.ts';
import { countEntries } from './guard.ts';
/**
 * A snapshot in Tidewaiter's own form, as under config/reference/: how an authority brings in its own controls, document types,
 * or a tariff that no other format fits. Every row is checked.
 */
export const ownSnapshot: Format = {
  id: 'own-snapshot',
  description: `a snapshot in Tidewaiter's own JSON (schema, kind, provenance, content), as under config/reference/; kinds ${SNAPSHOT_KINDS.join(', ')}`,
  source: 'as the snapshot says',
  licence: 'as the snapshot says',
  recognises: ({ body }) => body.kind === 'text' && /^\s*\{\s*"schema"\s*:/.test(body.text.slice(0, 200)),
  read(file) {
    const snapshot = checkSnapshot(parse(file), file.name);
    const problem = firstRowProblem(snapshot);
    if (problem !== undefined) throw malformedRow(file, undefined, problem.path, problem.what);
    return {
      piece: { piece: 'snapshot', snapshot },
      rows: Object.values(countEntries(snapshot)).reduce((most, count) => Math.max(most, count), 0),
    };
  },
};

function parse(file: SourceFile): unknown {
  try {
    return JSON.parse(file.body.kind === 'text' ? file.body.text : '');
  } catch (cause) {
    throw malformedRow(file, undefined, 'content', `no well-formed JSON: ${(cause as Error).message}`);
  }
}
