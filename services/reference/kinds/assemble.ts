import type { Day } from '../../risk/declaration/declaration-event.ts';
import type { SourceFile } from '../../source-files/source-file.ts';
import type { SnapshotContent, SnapshotKind } from '../snapshot/contents.ts';
import type { Format, Piece } from './format.ts';

/** A file that was recognised and read. */
export interface ReadPiece<P extends Piece = Piece> {
  readonly file: SourceFile;
  readonly format: Format;
  readonly piece: P;
  readonly rows: number;
}

/** A snapshot's content put together from pieces, with the pieces it came from. */
export interface Assembled<K extends SnapshotKind = SnapshotKind> {
  readonly kind: K;
  readonly of?: string;
  readonly content: SnapshotContent[K];
  readonly from: readonly ReadPiece[];
  readonly validFrom?: Day;
  readonly notes?: readonly string[];
}

/** What is active now, for imports that bring only a part of a kind. */
export type Active = <K extends SnapshotKind>(kind: K, of?: string) => SnapshotContent[K] | undefined;

type PieceName = Piece['piece'];
type PieceOf<N extends PieceName> = Extract<Piece, { readonly piece: N }>;

/** The pieces of one name. */
export function piecesOf<N extends PieceName>(pieces: readonly ReadPiece[], name: N): readonly ReadPiece<PieceOf<N>>[] {
  return pieces.filter((read): read is ReadPiece<PieceOf<N>> => read.piece.piece === name);
}
