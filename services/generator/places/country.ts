/** A trading partner's country as its shippers know it. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** Currencies that invoices are written in, the most frequent first (ISO 4217). */
  readonly currencies: readonly string[];
  /** UN/LOCODE of sea ports and of airports. */
  readonly sea: readonly string[];
  readonly air: readonly string[];
  readonly cities: readonly string[];
  /** Countries where lines that serve it transship as a matter of course; empty where services are direct. */
  readonly by: readonly string[];
  /** Whether the seller and the buyer may claim a preference by an agreement with the United States. */
  readonly agreement: 'none' | 'free trade';
}
