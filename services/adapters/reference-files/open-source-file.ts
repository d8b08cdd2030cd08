import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { SourceBody, SourceFile } from '../../source-files/source-file.ts';
import { inFile } from '../input/source/in-file.ts';

const ZIP_MAGIC = Buffer.from('PK\u0003\u0004', 'latin1');

/** Reads a reference file whole: text in UTF-8 (or UTF-16, where a byte order mark says so), or a spreadsheet workbook (told by its first bytes). Throws `TDW_INPUT_UNREADABLE`, `TDW_REFERENCE_MALFORMED`. */
export async function openSourceFile(path: string): Promise<SourceFile> {
  const bytes = await read(path);
  const name = basename(path);
  return { name, sha256: createHash('sha256').update(bytes).digest('hex'), body: await toBody(name, bytes) };
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw inFile(cause, path);
  }
}

function textOf(bytes: Buffer): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

async function toBody(name: string, bytes: Buffer): Promise<SourceBody> {
  if (!bytes.subarray(0, ZIP_MAGIC.length).equals(ZIP_MAGIC)) return { kind: 'text', text: textOf(bytes) };
  try {
    const sheets = await readWorkbook(bytes);
    return {
      kind: 'workbook',
      sheets: sheets.map(({ sheet, data }) => ({
        name: sheet,
        rows: data.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
      })),
    };
  } catch (cause) {
    throw new TidewaiterError(
      'TDW_REFERENCE_MALFORMED',
      `${name} is no readable workbook: ${(cause as Error).message}`,
      { location: { file: name }, cause },
    );
  }
}
