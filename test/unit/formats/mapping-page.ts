import type { Constants, GroupConstants, TranspositionRow } from '../../../services/adapters/xml/transposition-row.ts';

/** A table of rows as a page for people: element of the source, where it goes, how. */
export function mappingPage(title: string, introduction: string, rows: readonly TranspositionRow[]): string {
  const lines = rows.map((row) => `| ${code(row.from)} | ${targetOf(row)} | ${howOf(row)} |`);
  return [
    `# ${title}`,
    '',
    introduction,
    '',
    ...GENERAL,
    '',
    '| element | stands for, below Declaration | how |',
    '|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

const GENERAL = [
  'Generated from the table that the reader works by; a test holds the two equal. A step with "+" is one element more each time, any other the first of its name.',
  'What has no row here, stands a second time where it may stand once, or finds its place taken is kept in `otherElements` of the event under its path in the message.',
];

const code = (text: string): string => `\`${text}\``;

function targetOf(row: TranspositionRow): string {
  switch (row.kind) {
    case 'shared':
      return code(row.to);
    case 'group':
    case 'value':
      return row.to.map(code).join(', ');
    case 'unneeded':
      return '-';
  }
}

function howOf(row: TranspositionRow): string {
  switch (row.kind) {
    case 'group':
      return [row.isSingle ? '' : 'each is one', ...constantsOf(row.constants)].filter((one) => one !== '').join('; ');
    case 'shared':
      return row.canBeAlone
        ? 'each part is one, with what is said here; without parts it is one itself'
        : 'what is said here goes to each item inside that does not say otherwise';
    case 'value':
      return [
        ...(row.part === undefined ? [] : [`part ${String(row.part + 1)} of the text`]),
        ...(row.reading === undefined ? [] : [row.reading.words]),
        ...constantsOf(row.constants),
      ].join('; ');
    case 'unneeded':
      return `${row.reason}${row.when === undefined ? '' : ' Kept where it is not so.'}`;
  }
}

function constantsOf(constants: Constants | GroupConstants = {}): readonly string[] {
  return Object.entries(constants).map(
    ([name, constant]) => `${code(name)} ${typeof constant === 'string' ? code(constant) : constant.words}`,
  );
}
