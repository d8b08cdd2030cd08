const WIDTH = 200;

/** JSON with one entry a line: a value that fits on one line stays on it, a longer one is spread over several. */
export function layOut(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value);
  if (flat.length + indent.length <= WIDTH || typeof value !== 'object' || value === null) return flat;
  const deeper = `${indent} `;
  const lines = Array.isArray(value)
    ? value.map((entry) => deeper + layOut(entry, deeper))
    : Object.entries(value)
        .filter(([, entry]) => entry !== undefined)
        .map(([key, entry]) => `${deeper}${JSON.stringify(key)}: ${layOut(entry, deeper)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}
