import { type Assembled, piecesOf, type ReadPiece } from '../assemble.ts';

/** The high-priority list stands for itself. */
export function assembleHighPriority(pieces: readonly ReadPiece[]): readonly Assembled<'high-priority'>[] {
  return piecesOf(pieces, 'high-priority').map((read) => ({
    kind: 'high-priority',
    content: { codes: read.piece.codes },
    from: [read],
  }));
}
