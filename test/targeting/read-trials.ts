import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../../services/adapters/config/project-root.ts';
import { type Filing, readFiling, readTrials, type Trial } from './filing.ts';

/** Where the cases lie, whether the program runs from source or built. */
export const trialsFolder = (): string => join(projectRoot(), 'test', 'targeting');

/** The filings by file, named as the file is. */
export function readAllTrials(): ReadonlyMap<string, readonly Trial[]> {
  const folder = join(trialsFolder(), 'filings');
  const files = readdirSync(folder).sort();
  return new Map(files.map((file) => [file.replace('.yaml', ''), readTrials(document(join(folder, file)))]));
}

/** A filing whose consignee's name is asked: is it a forwarder? */
export interface NamedFiling {
  readonly name: string;
  readonly isForwarder: boolean;
  readonly filing: Filing;
}

const names = z.strictObject({
  filing: z.looseObject({ consignee: z.looseObject({}) }),
  forwarders: z.array(z.string()),
  others: z.array(z.string()),
});

export function readNames(): readonly NamedFiling[] {
  const { filing, forwarders, others } = names.parse(document(join(trialsFolder(), 'names.yaml')));
  return [...forwarders, ...others].map((name, at) => ({
    name,
    isForwarder: at < forwarders.length,
    filing: readFiling({ ...filing, id: `NAME-${String(at + 1)}`, consignee: { ...filing.consignee, name } }),
  }));
}

const code = z.string().regex(/^\d{6}$/);
const description = z.strictObject({
  id: z.string(),
  text: z.string(),
  right: code,
  plausibleWrong: code,
  after: z.string(),
});

/** Goods as they are described, the subheading that is right and the one a cheat would choose. */
export type DescribedGoods = z.output<typeof description>;

export const readDescriptions = (): readonly DescribedGoods[] =>
  z.strictObject({ descriptions: z.array(description) }).parse(document(join(trialsFolder(), 'descriptions.yaml')))
    .descriptions;

const document = (path: string): unknown => parse(readFileSync(path, 'utf8'));
