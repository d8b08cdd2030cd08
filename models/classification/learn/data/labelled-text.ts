/** Where a labelled text comes from; the training weighs them differently. */
export type TextSource =
  'search-reference' | 'nomenclature' | 'us-tariff' | 'us-export' | 'templated' | 'traded' | 'own';

/** A description with the code that an expert or the tariff itself gives to such goods. */
export interface LabelledText {
  readonly description: string;
  /** 4 to 10 digits. */
  readonly code: string;
  readonly source: TextSource;
}
