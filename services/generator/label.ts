import type { DeclarationEvent } from '../risk/declaration/declaration-event.ts';

export const SCHEMES = [
  'wrongCode',
  'undervaluation',
  'expiredLicence',
  'licenceOfAnother',
  'diversion',
  'impossibleMass',
] as const;
export type SchemeName = (typeof SCHEMES)[number];

/** How plainly a scheme shows in the declaration. */
export const STRENGTHS = ['faint', 'plain', 'blatant'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** What a declaration truly is. A red herring is honest and looks like the scheme it names. */
export type Label =
  | { readonly kind: 'ordinary'; readonly note: string }
  | { readonly kind: 'scheme'; readonly scheme: SchemeName; readonly strength: Strength; readonly note: string }
  | { readonly kind: 'redHerring'; readonly scheme: SchemeName; readonly note: string };

/** An event with the truth behind it, which no check ever sees. */
export interface LabelledDeclaration {
  readonly event: DeclarationEvent;
  readonly label: Label;
}
