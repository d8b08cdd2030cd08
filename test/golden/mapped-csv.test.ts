import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { csvParts } from '../../services/adapters/input/records/csv-rows.ts';
import { readMapping } from '../../services/adapters/input/records/mapping/read-mapping.ts';
import { capitals } from '../../services/risk/declaration/one-form.ts';
import { readAll, textSource } from '../unit/input/sources.ts';

const FOLDER = join(import.meta.dirname, 'mapped-csv');
const SYSTEMS = readdirSync(FOLDER).sort();
const opened = (name: string): { readonly yaml: string; readonly csv: Uint8Array } => ({
  yaml: readFileSync(join(FOLDER, name, 'map.yaml'), 'utf8'),
  csv: readFileSync(join(FOLDER, name, 'declarations.csv')),
});

/** Every value of an event, with its place. */
function leaves(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => leaves(one, `${path}[${String(index)}]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, one]) => leaves(one, path === '' ? name : `${path}.${name}`));
  return [[path, String(value)]];
}

describe('CSV of other systems, by a mapping file', () => {
  it('has ten of them', () => {
    expect(SYSTEMS).toHaveLength(10);
  });

  it.each(SYSTEMS)('%s', async (name) => {
    const { yaml, csv } = opened(name);
    const entries = await readAll([textSource(`${name}.csv`, csv)], { mapping: readMapping(yaml, 'map.yaml') });
    expect(entries.filter(({ kind }) => kind !== 'event')).toEqual([]);
    const events = entries.map((entry) => (entry.kind === 'event' ? Object.fromEntries(leaves(entry.event)) : {}));
    await expect(`${JSON.stringify(events, undefined, 1)}\n`).toMatchFileSnapshot(join(FOLDER, name, 'events.json'));
  });

  it.each(SYSTEMS)(
    '%s loses no cell that is not ignored: each text stands in an event as it is, or as a code in its one form',
    async (name) => {
      const { yaml, csv } = opened(name);
      const mapping = readMapping(yaml, 'map.yaml');
      const entries = await readAll([textSource(`${name}.csv`, csv)], { mapping });
      const told = new Set(
        entries.flatMap((entry) => (entry.kind === 'event' ? leaves(entry.event).map(([, value]) => value) : [])),
      );
      let columns: readonly string[] = [];
      for await (const part of csvParts(textSource('-', csv).bytes, mapping.encoding)) {
        if (part.kind === 'header') columns = part.columns;
        if (part.kind !== 'row') continue;
        const texts = part.cells.filter((cell, index) => cell.trim() !== '' && isText(columns[index] ?? ''));
        for (const cell of texts)
          expect(told).toSatisfy((all: ReadonlySet<string>) => all.has(cell.trim()) || all.has(capitals(cell)), cell);
      }
      function isText(column: string): boolean {
        const paths = mapping.columns.get(column) ?? [];
        return (
          paths.length > 0 &&
          !mapping.values.has(column) &&
          paths.every(({ field }) => ['text', 'code'].includes(field.kind))
        );
      }
    },
  );

  it('says of each why its mapping is as it is', () => {
    for (const name of SYSTEMS) expect(opened(name).yaml).toMatch(/^# [A-Z]/);
    expect(SYSTEMS.map((name) => (parse(opened(name).yaml) as { row: string }).row)).toContain('declaration');
  });
});
