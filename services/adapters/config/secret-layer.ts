import { readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { SETTINGS } from '../../../config/schema/schema.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { Layer, LayerEntry } from './layer.ts';

/** Far above any password or key; keeps a wrong path (a device, a log) from being read whole. */
const LONGEST_SECRET = 64 * 1024;

/**
 * The secrets that stand in files of their own (`kafka.sasl.passwordFile` names the file of `kafka.sasl.password`).
 * One line break at the end is not part of the secret.
 * @param stated the file settings and secrets that the other layers state, the last one counting
 * @throws TDW_CONFIG_UNREADABLE, TDW_CONFIG_INVALID where a secret is given twice; neither names the secret
 */
export function secretLayer(stated: ReadonlyMap<string, LayerEntry>): Layer {
  const entries = SETTINGS.flatMap(({ path, fileSetting }) => {
    const from = fileSetting === undefined ? undefined : stated.get(fileSetting);
    if (typeof from?.value !== 'string') return [];
    if (stated.has(path))
      throw new TidewaiterError('TDW_CONFIG_INVALID', `${path} is given twice: by itself and by ${fileSetting}`, {
        location: { element: path },
      });
    const file = from.value;
    return [
      {
        path,
        value: readSecret(isAbsolute(file) ? file : resolve(from.folder, file), path),
        origin: { kind: 'secretFile', file } as const,
        folder: from.folder,
      },
    ];
  });
  return { entries };
}

function readSecret(file: string, path: string): string {
  const text = read(file, path).replace(/\r?\n$/, '');
  if (text === '' || text.length > LONGEST_SECRET)
    throw new TidewaiterError(
      'TDW_CONFIG_INVALID',
      `The file of ${path} is ${text === '' ? 'empty' : 'too long for a secret'}`,
      { location: { file, element: path } },
    );
  return text;
}

function read(file: string, path: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new TidewaiterError(
      'TDW_CONFIG_UNREADABLE',
      `The file of ${path} cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'no such file'})`,
      { location: { file, element: path }, cause },
    );
  }
}
