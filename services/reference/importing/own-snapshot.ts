import { malformedRow, type SourceFile } from '../../source-files/source-file.ts';
import type { Format, ReadPiece } from '../kinds/format.ts';
import type { Kind } from '../kinds/kind.ts';
import { checkSnapshot, countEntries, firstRowProblem } from '../snapshot/check-snapshot.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

const ID = 'own-snapshot';

export interface OwnSnapshot {
  readonly piece: typeof ID;
  readonly snapshot: Snapshot;
}

/**
 * A snapshot in Tidewaiter's own form, as under config/reference/: how an authority brings in its own controls, document types,
 * or a tariff that no other format fits. Every row is checked.
 */
export function ownSnapshot(kinds: readonly Kind[]): Format<OwnSnapshot> {
  return {
    id: ID,
    description: `a snapshot in Tidewaiter's own JSON (schema, kind, provenance, content), as under config/reference/; kinds ${kinds.map(({ name }) => name).join(', ')}`,
    source: 'as the snapshot says',
    licence: 'as the snapshot says',
    recognises: ({ body }) => body.kind === 'text' && /^\s*\{\s*"schema"\s*:/.test(body.text.slice(0, 200)),
    read(file) {
      const snapshot = checkSnapshot(parse(file), file.name, kinds);
      const problem = firstRowProblem(snapshot, kinds);
      if (problem !== undefined) throw malformedRow(file, undefined, problem.path, problem.what);
      return { piece: { piece: ID, snapshot }, rows: Math.max(0, ...Object.values(countEntries(snapshot, kinds))) };
    },
  };
}

export function isOwnSnapshot(read: ReadPiece): read is ReadPiece<OwnSnapshot> {
  return read.format.id === ID;
}

function parse(file: SourceFile): unknown {
  try {
    return JSON.parse(file.body.kind === 'text' ? file.body.text : '');
  } catch (cause) {
    throw malformedRow(file, undefined, 'content', `no well-formed JSON: ${(cause as Error).message}`);
  }
}
