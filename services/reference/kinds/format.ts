import type { DutyRate } from '../../risk/facts/facts.ts';
import type { SourceFile } from '../../source-files/source-file.ts';
import type { ExchangeRatesContent } from '../snapshot/contents.ts';
import type { AnySnapshot } from '../snapshot/snapshot.ts';

/** A tariff line before it is written in a snapshot's notation. */
export interface RawTariffLine {
  readonly code: string;
  readonly rate: DutyRate;
  readonly units: readonly string[];
  readonly description?: string;
}

/** Provision that adds duty to lines named elsewhere (chapter 99 of the US tariff). */
export interface Provision {
  readonly id: string;
  readonly percent: string;
  readonly origins: readonly string[];
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** What one file contributes; several pieces make a snapshot. */
export type Piece =
  | {
      readonly piece: 'tariff';
      readonly country: string;
      readonly lines: readonly RawTariffLine[];
      readonly statistical: readonly (readonly [string, readonly string[]])[];
      readonly provisions: readonly Provision[];
    }
  | {
      readonly piece: 'additional-duties';
      readonly country: string;
      readonly rows: readonly { readonly line: number; readonly code: string; readonly provision: string }[];
    }
  | { readonly piece: 'export-codes'; readonly country: string; readonly lines: readonly RawTariffLine[] }
  | {
      readonly piece: 'nomenclature';
      readonly edition: '2022';
      readonly subheadings: readonly string[];
      readonly chapterTitles: Readonly<Record<string, string>>;
      readonly headingTitles: Readonly<Record<string, string>>;
    }
  | { readonly piece: 'correlation'; readonly pairs: readonly (readonly [code2022: string, code2017: string])[] }
  | { readonly piece: 'exchange-rates'; readonly base: string; readonly days: ExchangeRatesContent['days'] }
  | {
      readonly piece: 'high-priority';
      readonly codes: readonly (readonly [code: string, tier: string, description: string])[];
    }
  | {
      readonly piece: 'countries';
      readonly countries: readonly { readonly code: string; readonly name: string; readonly region: string }[];
    }
  | { readonly piece: 'snapshot'; readonly snapshot: AnySnapshot }
  | {
      readonly piece: 'ports';
      readonly ports: readonly {
        readonly locode: string;
        readonly country: string;
        readonly latitude: number;
        readonly longitude: number;
      }[];
    };

export interface PieceOfFile {
  readonly piece: Piece;
  /** Rows read, header not counted. */
  readonly rows: number;
}

/** A file format: told by its content, never by its name. */
export interface Format {
  readonly id: string;
  /** For `--help`: what it is and what it is known by. */
  readonly description: string;
  readonly source: string;
  readonly licence: string;
  recognises(file: SourceFile): boolean;
  /** Throws `TDW_REFERENCE_MALFORMED` with file and line. */
  read(file: SourceFile): PieceOfFile;
}
