/** What is changed: a deadline of the policy; three rates of the US tariff, of shipped size or ten times that; nothing that matters in a model. */
export const PARTS = ['policy', 'tariff', 'largeTariff', 'anomaly', 'classification'] as const;
export type Part = (typeof PARTS)[number];

/** One change, as the desk is asked to make it; a variant is another version of the part, the same for the same number. */
export interface DeskOrder {
  readonly part: Part;
  readonly variant: number;
  readonly step: 'prepare' | 'activate';
}

export type DeskReport =
  | { readonly kind: 'made'; readonly edition: string; readonly commandMs: number }
  | { readonly kind: 'failed'; readonly error: string };
