import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's own folder, found upwards from this file, whether it runs from source or built into dist/. */
export function projectRoot(from: string = import.meta.dirname): string {
  if (isProject(from)) return from;
  const parent = dirname(from);
  if (parent === from)
    throw new Error('Tidewaiter runs outside its project folder: no package.json of its own above it');
  return projectRoot(parent);
}

function isProject(folder: string): boolean {
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: string }).name === 'tidewaiter';
  } catch {
    return false;
  }
}
