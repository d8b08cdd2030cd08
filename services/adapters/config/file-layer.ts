import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { SETTINGS } from '../../../config/schema/schema.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { Layer, LayerEntry } from './layer.ts';
import { didYouMean } from './suggestion.ts';

const PATHS = SETTINGS.map((setting) => setting.path);
const SECRETS = new Set(SETTINGS.filter((setting) => setting.secret).map((setting) => setting.path));

/**
 * The settings of one YAML (or JSON) file.
 * @param file absolute or relative to the working directory
 * @param shownAs how the file is called in answers
 * @param folder what relative paths in it are relative to; by default its own folder
 * @throws TDW_CONFIG_UNREADABLE, TDW_CONFIG_UNKNOWN_KEY, TDW_CONFIG_SECRET_IN_FILE, TDW_CONFIG_INVALID
 */
export function fileLayer(file: string, shownAs: string, folder: string = dirname(file)): Layer {
  const origin = { kind: 'file', file: shownAs } as const;
  const entries = leaves(parse(file, shownAs), '', shownAs);
  return { entries: entries.map(({ path, value }) => ({ path, value, origin, folder })) };
}

function parse(file: string, shownAs: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(read(file, shownAs), { lineCounter: lines });
  const [error] = document.errors;
  if (error)
    throw new TidewaiterError('TDW_CONFIG_UNREADABLE', `${shownAs} is not YAML: ${error.message.split('\n')[0]}`, {
      location: { file: shownAs, line: lines.linePos(error.pos[0]).line },
    });
  return plain(document, shownAs);
}

function plain(document: ReturnType<typeof parseDocument>, shownAs: string): unknown {
  try {
    return document.toJS() as unknown;
  } catch (cause) {
    throw new TidewaiterError('TDW_CONFIG_UNREADABLE', `${shownAs} is not YAML: an alias in it cannot be resolved`, {
      location: { file: shownAs },
      cause,
    });
  }
}

function read(file: string, shownAs: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new TidewaiterError(
      'TDW_CONFIG_UNREADABLE',
      `${shownAs} cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'no such file'})`,
      { location: { file: shownAs }, cause },
    );
  }
}

function leaves(node: unknown, path: string, file: string): Pick<LayerEntry, 'path' | 'value'>[] {
  if (node === null || node === undefined) return [];
  if (typeof node !== 'object' || Array.isArray(node))
    throw new TidewaiterError(
      'TDW_CONFIG_INVALID',
      `${path === '' ? file : path} must be a group of settings, not a single value`,
      { location: place(file, path) },
    );
  return Object.entries(node).flatMap(([key, value]) => entriesAt(path === '' ? key : `${path}.${key}`, value, file));
}

function entriesAt(path: string, value: unknown, file: string): Pick<LayerEntry, 'path' | 'value'>[] {
  if (SECRETS.has(path))
    throw new TidewaiterError('TDW_CONFIG_SECRET_IN_FILE', `${path} is a secret and stands in ${file}`, {
      location: place(file, path),
    });
  if (PATHS.includes(path)) return [{ path, value }];
  if (PATHS.some((known) => known.startsWith(`${path}.`))) return leaves(value, path, file);
  throw new TidewaiterError(
    'TDW_CONFIG_UNKNOWN_KEY',
    `${file} states ${path}, which is no setting.${didYouMean(path, PATHS)}`,
    { location: place(file, path) },
  );
}

function place(file: string, path: string): { file: string; element?: string } {
  return path === '' ? { file } : { file, element: path };
}
