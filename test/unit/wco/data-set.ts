import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The public collection of WCO messages beside the project, where it is there. */
export const WCO_XML = join(process.env['TIDEWAITER_DATA_SETS'] ?? resolve(import.meta.dirname, '../../../../shared/data'), 'wco-xml');

export const HAS_WCO_XML = existsSync(WCO_XML);

export function xmlFilesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml')).sort().map((name) => join(folder, name));
}
