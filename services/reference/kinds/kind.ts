import type { Day } from '../../risk/declaration/day.ts';
import type { Authority } from '../../risk/facts/facts.ts';
import { type Unknown, unknown } from '../../risk/facts/known.ts';
import type { Assembled, Assembling, Format, Piece, ReadPiece } from './format.ts';
import type { RowProblem } from './rows.ts';

/**
 * A kind of reference data: all that is to be known of it. A new one is a folder here and a line in kinds.ts; what imports,
 * checks, stores, loads and watches reference data follows from that.
 */
export interface Kind<
  Name extends string = string,
  Content extends object = object,
  LookUps extends object = object,
  P extends Piece = Piece,
> {
  /** As snapshots and their topic name it ("tariff"): it stands on record and never changes. */
  readonly name: Name;
  /** For inspectors, behind "no … is loaded". */
  readonly inWords: string;
  /** Whether there is one a country ("tariff/US"), which its content names as `country`. Of others there is one. */
  readonly isByCountry?: true;
  /** Whether a snapshot holds from a day that the importer states; the content of others dates its own rows. */
  readonly isDated?: true;
  /** Whether a process is not ready without it, or somebody is to be told, or nothing is amiss. */
  readonly whenMissing: 'notReady' | 'warning' | 'nothing';
  /** The setting under `reference.oldAfter` that says when it is old; absent where it does not age. */
  readonly oldAfter?: 'tariff' | 'nomenclature' | 'exchangeRates' | 'usualRatios';

  /** Fields that a content cannot be without, and what each is. */
  readonly shape: Readonly<Record<NeededFields<Content>, FieldShape>>;
  /** The first row that cannot be looked up in; `undefined` where all can. For contents that came from outside. */
  rowProblem(content: Content): RowProblem | undefined;
  /** How many entries a content has in each of its parts: what the guard compares, and what a report shows. */
  count(content: Content): Readonly<Record<string, number>>;

  /** How files of others become a snapshot; a kind without is imported in Tidewaiter's own form only. */
  readonly importing?: Importing<Content, P>;

  /** Look-ups over the snapshot that is loaded; they answer `unknown` where none is. Names are unique among all kinds. */
  load(held: Held<Content> | undefined, asked: Asked): LookUps;
  /** By look-up whose answers are worth keeping: the text that tells its questions apart. */
  readonly questions?: Questions<LookUps>;
}

export type FieldShape = 'list' | 'record' | 'text' | 'number';

/** Fields of a content that are not optional. */
export type NeededFields<Content> = {
  [Field in keyof Content]-?: object extends Pick<Content, Field> ? never : Field;
}[keyof Content];

export interface Importing<Content extends object, P extends Piece> {
  readonly formats: readonly Format<P>[];
  /** Snapshots of what was read in these formats. Throws `TDW_REFERENCE_INCOMPLETE`, `…_CONTRADICTS`. */
  assemble(pieces: readonly ReadPiece<P>[], assembling: Assembling<Content>): readonly Assembled<Content>[];
  /** Whether files add to what is in force: such as bring nothing new then leave its version as it is. */
  readonly isAdding?: true;
}

/** A loaded snapshot as its look-ups see it. */
export interface Held<Content> {
  readonly content: Content;
  /** Its short version ("tariff/US@3f2a91c07b1e"): the `from` of every answer. */
  readonly from: string;
  readonly validFrom?: Day;
  /** Inclusive. */
  readonly validTo?: Day;
}

/** On whose behalf look-ups are made. */
export interface Asked {
  readonly authority: AskingAuthority;
  /** Look-ups of another kind, over the same set. */
  readonly lookUpsOf: <LookUps extends object>(kind: LoadableKind<LookUps>) => LookUps;
}

export type AskingAuthority = Pick<Authority, 'country' | 'currency'>;

/** As much of a kind as loading needs, whatever its content. */
export interface LoadableKind<LookUps extends object = object> {
  readonly name: string;
  readonly isByCountry?: true;
  load(held: Held<never> | undefined, asked: Asked): LookUps;
}

export type Questions<LookUps> = {
  readonly [Name in keyof LookUps]?: LookUps[Name] extends (...args: infer Args) => unknown
    ? (...args: Args) => string
    : never;
};

export type ContentOf<K extends Kind> = Parameters<K['count']>[0];
export type LookUpsOf<K extends Kind> = ReturnType<K['load']>;

/** The answer of every look-up of a kind of which nothing is loaded. */
export function notLoaded({ name, inWords }: Pick<Kind, 'name' | 'inWords'>): Unknown {
  return unknown(`no ${inWords} is loaded`, name);
}
