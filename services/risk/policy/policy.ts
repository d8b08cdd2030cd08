import type { EventType } from '../declaration/declaration-event.ts';
import type { Direction } from '../declaration/direction.ts';
import type { Scope } from '../findings/finding.ts';
import type { Rule } from '../rules/rule.ts';
import type { PolicyDocument } from './policy-document.ts';

/** A policy that was checked and compiled: every case of every rule came out as it says. */
export interface Policy {
  /** SHA-256 of the document in canonical form (RFC 8785), lowercase hexadecimal: its name. */
  readonly hash: string;
  /** The whole document, to be stored under the hash before its first use. */
  readonly document: PolicyDocument;
  readonly rules: readonly Rule[];
  /** The rules to run on one kind of event, in the order of their ids. */
  readonly rulesFor: (scope: Scope, eventType: EventType, direction: Direction | undefined) => SelectedRules;
  readonly ruleNamed: (id: string) => Rule | undefined;
}

/** The rules for one kind of event, and their ids in the same order. */
export interface SelectedRules {
  readonly rules: readonly SelectedRule[];
  readonly ids: readonly string[];
}

/** A rule to run; `undecidable` where it is about one direction and the declaration's is not known. */
export interface SelectedRule {
  readonly rule: Rule;
  readonly applies: 'yes' | 'undecidable';
}
