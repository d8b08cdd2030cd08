import { z } from 'zod';
import { DATE_LETTERS, datePattern } from '../../../../csv/date-pattern.ts';
import { mappedPath } from './mapped-path.ts';
import type { MappedPath } from './mapping.ts';

/** What text decoders of browsers and Node know, and old systems write. */
const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'windows-1256',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-9',
  'iso-8859-15',
  'shift_jis',
  'gb18030',
  'euc-kr',
] as const;

const name = z.string().transform((text) => text.replace(/\s+/g, ' ').trim());
const path = z.string().transform((text, context): MappedPath => {
  const found = mappedPath(text.trim());
  if (found !== undefined) return found;
  context.addIssue({ code: 'custom', message: `the event has no value ${JSON.stringify(text)}` });
  return z.NEVER;
});
const date = z.string().transform((text, context) => {
  const pattern = datePattern(text);
  if (pattern !== undefined) return pattern;
  context.addIssue({
    code: 'custom',
    message: `${JSON.stringify(text)} is no pattern of a day; letters are ${DATE_LETTERS}`,
  });
  return z.NEVER;
});
const several = path.transform((one) => [one]).or(z.array(path).min(1));

/** A mapping file as it is written; every value in it is a text. */
export const MAPPING = z.strictObject({
  row: z.enum(['item', 'declaration'], { error: 'is item or declaration' }),
  group: z.array(name).min(1, 'names at least one column').optional(),
  columns: z.record(name, several),
  constants: z.record(z.string(), z.string()).default({}),
  values: z.record(name, z.record(name, z.string())).default({}),
  ignore: z.array(name).default([]),
  date: date.optional(),
  decimal: z.enum([',', '.'], { error: 'is "," or "."' }).optional(),
  encoding: z.enum(ENCODINGS, { error: `is one of ${ENCODINGS.join(', ')}` }).optional(),
});

export type WrittenMapping = z.infer<typeof MAPPING>;
