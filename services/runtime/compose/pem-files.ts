import { readFile } from 'node:fs/promises';
import type { SslFiles } from '../../../config/settings.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';

/** Contents of PEM files; what is not given is left to the system. */
export interface Pem {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/**
 * The certificates and the key that the settings name.
 * @throws TDW_CONFIG_UNREADABLE
 */
export async function readPemFiles(files: SslFiles): Promise<Pem> {
  const [ca, cert, key] = await Promise.all([files.caFile, files.certFile, files.keyFile].map(read));
  return { ...(ca !== undefined && { ca }), ...(cert !== undefined && { cert }), ...(key !== undefined && { key }) };
}

async function read(file: string | null): Promise<string | undefined> {
  if (file === null) return undefined;
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new TidewaiterError('TDW_CONFIG_UNREADABLE', 'A PEM file cannot be read', { location: { file }, cause });
  }
}
