import Table from 'cli-table3';

/** How the story is laid out: with frames and colours for a terminal, as plain text for pipes and logs. */
export interface Layout {
  readonly table: (head: readonly string[], rows: readonly (readonly string[])[]) => string;
  readonly heading: (text: string) => string;
  readonly strong: (text: string) => string;
}

const BARE = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '  ',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
} as const;
const BOLD = ['\u001b[1m', '\u001b[22m'] as const;

export function layoutFor(output: 'terminal' | 'plain'): Layout {
  const style = {
    head: output === 'terminal' ? ['cyan'] : [],
    border: output === 'terminal' ? ['grey'] : [],
    compact: true,
  };
  const strong = (text: string): string => (output === 'terminal' ? BOLD.join(text) : text);
  return {
    strong,
    heading: (text) => `\n${strong(text)}\n`,
    table: (head, rows) => {
      const table = new Table({ head: [...head], style, ...(output === 'plain' ? { chars: BARE } : {}) });
      table.push(...rows.map((row) => [...row]));
      return table
        .toString()
        .split('\n')
        .map((line) => line.trimEnd())
        .filter((line) => line !== '')
        .join('\n');
    },
  };
}
