import type { SourceFile } from '../../source-files/source-file.ts';

/** What one file contributes to a kind, told apart by its name; several pieces may make one snapshot. */
export interface Piece {
  readonly piece: string;
}

export interface PieceOfFile<P extends Piece = Piece> {
  readonly piece: P;
  /** Rows read, header not counted. */
  readonly rows: number;
}

/** A file format: told by its content, never by its name. */
export interface Format<P extends Piece = Piece> {
  readonly id: string;
  /** For `--help`: what it is and what it is known by. */
  readonly description: string;
  readonly source: string;
  readonly licence: string;
  recognises(file: SourceFile): boolean;
  /** Throws `TDW_REFERENCE_MALFORMED` with file and line. */
  read(file: SourceFile): PieceOfFile<P>;
}

/** A file that was recognised and read. */
export interface ReadPiece<P extends Piece = Piece> {
  readonly file: SourceFile;
  readonly format: Format;
  readonly piece: P;
  readonly rows: number;
}

/** A snapshot's content put together from pieces, with the pieces it came from. */
export interface Assembled<Content = object> {
  readonly of?: string;
  readonly content: Content;
  readonly from: readonly ReadPiece[];
  readonly notes?: readonly string[];
}

/** What pieces meet when they are put together. */
export interface Assembling<Content> {
  /** What is in force of the kind now, for imports that bring only a part of it. @param of which one: a country */
  readonly inForce: (of?: string) => Content | undefined;
  /** Whether the operator gave a reason to import in spite of what contradicts. */
  readonly isForced: boolean;
}

/** The pieces of one name. */
export function piecesOf<P extends Piece, N extends P['piece']>(
  pieces: readonly ReadPiece<P>[],
  name: N,
): readonly ReadPiece<Extract<P, { readonly piece: N }>>[] {
  return pieces.filter(
    (read): read is ReadPiece<P> & ReadPiece<Extract<P, { readonly piece: N }>> => read.piece.piece === name,
  );
}
