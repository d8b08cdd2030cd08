import type { DeclarationEvent } from '../../risk/declaration/declaration-event.ts';

export const FRAUD_PATTERNS = [
  'wrongCode',
  'undervaluation',
  'expiredLicence',
  'licenceOfAnother',
  'diversion',
  'impossibleMass',
] as const;
export type FraudPatternName = (typeof FRAUD_PATTERNS)[number];

/** How plainly a fraud pattern shows in the declaration. */
export const DIFFICULTIES = ['faint', 'plain', 'blatant'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** What a declaration truly is. A hard negative is legitimate and looks like the fraud pattern it names. */
export type Label =
  | { readonly kind: 'ordinary'; readonly note: string }
  | {
      readonly kind: 'fraud';
      readonly pattern: FraudPatternName;
      readonly difficulty: Difficulty;
      readonly note: string;
    }
  | { readonly kind: 'hardNegative'; readonly pattern: FraudPatternName; readonly note: string };

/** An event with the truth behind it, which no check ever sees. */
export interface LabelledDeclaration {
  readonly event: DeclarationEvent;
  readonly label: Label;
}
