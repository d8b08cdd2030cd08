import { piecesOf, type Assembled, type ReadPiece } from './assemble.ts';

/** Daily rates are missing on holidays and for a long week-end at most; ten days without any mean that the table has ended. */
const DAILY_MAXIMUM_AGE_DAYS = 10;

export function assembleExchangeRates(pieces: readonly ReadPiece[]): readonly Assembled<'exchange-rates'>[] {
  return piecesOf(pieces, 'exchange-rates').map((read) => ({
    kind: 'exchange-rates',
    content: { base: read.piece.base, maximumAgeDays: DAILY_MAXIMUM_AGE_DAYS, days: read.piece.days },
    from: [read],
  }));
}
