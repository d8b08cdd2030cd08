/** Days and times as one system writes them. */
export interface DatePattern {
  readonly text: string;
  /**
   * ISO 8601: "2026-11-18", or with a time "2026-11-18T15:30:00", and a zone where the pattern has one. `undefined` for
   * a text of another form or a day that is none.
   */
  read(text: string): string | undefined;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const LETTERS: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  MMM: '(?<name>[a-z]{3})',
  MMMM: `(?<name>${MONTHS.join('|')})`,
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  X: '(?<zone>z|[+-]\\d{2}:?\\d{2})',
};
/** What the pattern letters are, for messages and help. */
export const DATE_LETTERS =
  'yyyy, MM or M, MMM (Nov), MMMM (November), dd or d, HH or H, mm, ss, X (zone); [ ] around what may be absent';

/**
 * A pattern like "dd.MM.yyyy[ HH:mm]" in the letters of Unicode TR 35. `undefined` where it has other letters, a letter
 * twice, or no year, month and day.
 */
export function datePattern(text: string): DatePattern | undefined {
  const shape = shapeOf(text);
  if (shape === undefined) return undefined;
  return { text, read: (cell) => isoOf(shape.exec(cell.trim())?.groups) };
}

function shapeOf(pattern: string): RegExp | undefined {
  const parts = pattern.match(/([A-Za-z])\1*|[\s\S]/g) ?? [];
  const shape = parts.map((part) =>
    /^[A-Za-z]/.test(part)
      ? letterOf(part)
      : part === '['
        ? '(?:'
        : part === ']'
          ? ')?'
          : part.replace(/[\\^$.*+?()|{}/-]/, '\\$&'),
  );
  if (shape.includes(undefined)) return undefined;
  try {
    const made = new RegExp(`^${shape.join('')}$`, 'i');
    return ['year', 'day'].every((group) => made.source.includes(`?<${group}>`)) && /\?<(month|name)>/.test(made.source)
      ? made
      : undefined;
  } catch {
    // A letter twice, or brackets that do not close.
    return undefined;
  }
}

/** A "T" stands for itself, as in ISO 8601. */
const letterOf = (part: string): string | undefined => (part === 'T' ? 'T' : LETTERS[part]);

function isoOf(groups: Readonly<Record<string, string | undefined>> | undefined): string | undefined {
  if (groups === undefined) return undefined;
  const month =
    groups['name'] === undefined
      ? Number(groups['month'])
      : MONTHS.findIndex((name) => name.startsWith(groups['name']!.toLowerCase())) + 1;
  const day = `${groups['year']!}-${two(month)}-${two(Number(groups['day']))}`;
  if (!new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day)) return undefined;
  if (groups['hour'] === undefined) return day;
  return `${day}T${groups['hour'].padStart(2, '0')}:${groups['minute'] ?? '00'}:${groups['second'] ?? '00'}${groups['zone']?.toUpperCase() ?? ''}`;
}

const two = (number: number): string => String(number).padStart(2, '0');
