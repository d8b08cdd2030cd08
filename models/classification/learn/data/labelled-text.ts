/** Where a labelled text comes from; the training weighs them differently. */
export type TextSource =
  | 'search-reference'
  | 'older-reference'
  | 'ruling'
  | 'own'
  | 'traded'
  | 'nomenclature'
  | 'eu-nomenclature'
  | 'specified'
  | 'us-tariff'
  | 'us-export'
  | 'templated';

/** A description with the code that an expert or the tariff itself gives to such goods. */
export interface LabelledText {
  readonly description: string;
  /** 4 to 10 digits. */
  readonly code: string;
  readonly source: TextSource;
  /** Kept from training for choosing among models, whatever its hash says. */
  readonly isForChoosing?: true;
}
