import type { Cell } from '../features/cells.ts';
import { isFailed } from '../features/cells.ts';
import { isMissing } from '../features/feature.ts';
import type { SeenValue } from '../findings/finding.ts';

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
