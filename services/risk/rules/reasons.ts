import { type Cell, isFailed } from '../features/definition/cells.ts';
import { isMissing } from '../features/definition/feature.ts';
import { type SeenValue, type Tier, tierMayRead } from '../findings/finding.ts';
import type { Gap } from './evaluate-rule.ts';

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** A reason with the places where values go: texts and feature names in turn. */
export interface ReasonTemplate {
  readonly texts: readonly string[];
  readonly names: readonly string[];
}

/** Takes a template apart at its placeholders: "net {item.netMass} kg". */
export function parseTemplate(template: string): ReasonTemplate {
  const parts = template.split(PLACEHOLDER);
  return { texts: parts.filter((_, index) => index % 2 === 0), names: parts.filter((_, index) => index % 2 === 1) };
}

/** The reason in words; a value that is not there is "not stated". */
export function renderReason(template: ReasonTemplate, valueOf: (name: string) => Cell): string {
  return template.texts.reduce(
    (text, next, index) => `${text}${inWords(valueOf(template.names[index - 1] as string))}${next}`,
  );
}

function inWords(cell: Cell): string {
  return isGone(cell) ? 'not stated' : valueInWords(cell);
}

/** A value as people read it: numbers with three decimals, or three digits where they are below one, lists with commas. */
function valueInWords(value: SeenValue): string {
  if (typeof value === 'number') return numberInWords(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  return value.length === 0 ? 'none' : value.join(', ');
}

function numberInWords(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return String(Number(Math.abs(value) >= 1 ? value.toFixed(3) : value.toPrecision(3)));
}

function isGone(cell: Cell): cell is Exclude<Cell, SeenValue> {
  return isFailed(cell) || isMissing(cell);
}

/**
 * Why a check could not be made: what was missing, and what could not be checked for it. A lower tier hears only of what it may know;
 * a trader only of what the
 * declaration itself leaves open: which of the authority's own checks could not be made would show where it is blind.
 */
export function undecidedReason(tier: Tier, title: string, gaps: readonly Gap[]): string | undefined {
  const isVisible = gaps.every(({ ref }) => tierMayRead(tier, ref.feature.tier));
  switch (tier) {
    case 'analyst':
      return sentences(gaps);
    case 'inspector':
      return isVisible ? sentences(gaps) : `Too little is known to check for this: ${uncapitalised(title)}.`;
    case 'trader':
      return isVisible && gaps.every(isOfTheDeclaration) ? sentences(gaps) : undefined;
  }
}

/** Nothing but the declaration itself could have said it. */
const isOfTheDeclaration = ({ ref }: Gap): boolean => ref.feature.from === undefined;

/** "No tariff of GB is loaded, so the national digits of the code could not be checked." */
function sentences(gaps: readonly Gap[]): string {
  const reasons = [...new Set(gaps.map(({ why }) => why))];
  return reasons
    .map((why) => `${capitalised(why)}, so ${notChecked(labelsOf(gaps.filter((gap) => gap.why === why)))}.`)
    .join(' ');
}

const labelsOf = (gaps: readonly Gap[]): readonly string[] => [...new Set(gaps.map(({ ref }) => ref.feature.label))];

function notChecked(labels: readonly string[]): string {
  const clauses = labels.filter(isClause);
  const things = labels.filter((label) => !isClause(label)).map((label) => `the ${label}`);
  const parts = [
    ...(things.length === 0 ? [] : [`${listed(things)} could not be checked`]),
    ...(clauses.length === 0 ? [] : [`it is not known ${listed(clauses)}`]),
  ];
  return parts.join(', and ');
}

const isClause = (label: string): boolean => label.startsWith('whether ');

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Names in capitals stay: "DUCR missing". */
const uncapitalised = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
