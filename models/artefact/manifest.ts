import { z } from 'zod';
import { canonicalJson, sha256Hex } from '../../services/risk/json/canonical.ts';
import { DTYPES, type Table } from './table.ts';
/** Plain data, as a manifest holds it for the model to check with a schema of its own. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

export const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());

/** Raised whenever the folder's form changes so that older releases would misread it. */
export const ARTEFACT_FORMAT = 1;

const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Of tables, lists and models; a list's name is its file's. */
export const nameOfPart = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const table = z.strictObject({
  name: nameOfPart,
  dtype: z.enum(DTYPES),
  /** Rows first. */
  shape: z.array(count),
  /** Byte position in weights.bin, a multiple of 64. */
  offset: count,
  /** int8 only: what a whole number stands for; a list of float32 at `scalesOffset`, one for each row, where it is "rows". */
  scale: z.union([z.number().positive(), z.literal('rows')]).optional(),
  scalesOffset: count.optional(),
});

const list = z.strictObject({ name: nameOfPart, entries: count, sha256 });

const histogram = z
  .strictObject({
    /** Ascending; the first bin is at most the first edge, the last above the last (as models/statistics has them). */
    edges: z.array(z.number()),
    /** One more than edges. */
    counts: z.array(z.number().nonnegative()),
  })
  .refine(({ edges, counts }) => counts.length === edges.length + 1, 'one count more than edges');

const dataFile = z.strictObject({ name: z.string(), bytes: count, sha256, rows: count.optional() });

/** What a model's answers follow from, besides its tables and lists. Its version is a hash over all of it. */
const answers = z.strictObject({
  /** How an input becomes numbers. */
  features: jsonObject,
  /** What each output stands for: name of the output → name of a list. */
  labels: z.record(z.string(), nameOfPart),
  thresholds: z.record(z.string(), z.number()),
  calibration: jsonObject,
});

const training = z.strictObject({
  seed: z.int(),
  /** Backend it was trained on: "tfjs-wasm", or "typed-arrays" where none was in use. */
  backend: z.string(),
  /** Files it was made of. */
  data: z.array(dataFile),
  /** Options, epochs, rows used … whatever it takes to make it again. */
  settings: jsonObject,
});

export const manifestSchema = z.strictObject({
  format: z.literal(ARTEFACT_FORMAT),
  name: nameOfPart,
  version: sha256,
  answers,
  weights: z.strictObject({ bytes: count, sha256 }),
  tables: z.array(table),
  lists: z.array(list),
  training,
  /** As the evaluation found them; the card says them in words. */
  metrics: jsonObject,
  /** How scores and main features were spread in training, to measure drift by: "score", "p-value", "feature/<name>". */
  distributions: z.record(z.string(), histogram),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestTable = Manifest['tables'][number];
export type ManifestList = Manifest['lists'][number];
export type Histogram = z.infer<typeof histogram>;
export type DataFile = z.infer<typeof dataFile>;

/** What training leaves: the manifest's own words, and the tables and lists by name. */
export interface ArtefactDraft extends Pick<Manifest, 'name' | 'answers' | 'training' | 'metrics' | 'distributions'> {
  readonly tables: Readonly<Record<string, Table>>;
  /** Entries without line breaks. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Markdown for people. */
  readonly card: string;
}

export const MANIFEST_FILE = 'manifest.json';

export const WEIGHTS_FILE = 'weights.bin';

export const listFile = (name: string): string => `lists/${name}.txt`;

/**
 * SHA-256 over everything that changes an answer: form, name, features, labels, thresholds, calibration, tables and lists.
 * Not over card, metrics, training record and distributions: a model that is evaluated again stays what it is.
 */
export function versionOf({ format, name, answers, weights, tables, lists }: Omit<Manifest, 'version'>): string {
  return sha256Hex(canonicalJson({ format, name, answers, weights, tables, lists }));
}
