const WIDTH = 200;
/** Texts of up to so many characters, such as codes, share a line. */
const SHORT = 10;

/** JSON with one entry a line: a value that fits on one line stays on it, a longer one is spread over several; codes share lines. */
export function layOut(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value);
  if (flat.length + indent.length <= WIDTH || typeof value !== 'object' || value === null) return flat;
  const deeper = `${indent} `;
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string' && entry.length <= SHORT))
    return `[\n${filled(value, deeper)}\n${indent}]`;
  const lines = Array.isArray(value)
    ? value.map((entry) => deeper + layOut(entry, deeper))
    : Object.entries(value)
        .filter(([, entry]) => entry !== undefined)
        .map(([key, entry]) => `${deeper}${JSON.stringify(key)}: ${layOut(entry, deeper)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** Entries one after the other, in as few lines as hold them. */
function filled(entries: readonly string[], indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const entry of entries.map((text) => `${JSON.stringify(text)},`)) {
    if (line.length + entry.length > WIDTH && line !== indent) {
      lines.push(line);
      line = indent;
    }
    line += entry;
  }
  return [...lines, line].join('\n').replace(/,$/, '');
}
