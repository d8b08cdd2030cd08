import { z } from 'zod';
import type { ErrorCode } from '../../../services/risk/failure/error-codes.ts';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import { sha256Hex } from '../../../services/risk/json/canonical.ts';
import type { ArtefactSource } from '../../artefact/decode.ts';
import { rowsByWord, type WordVectors } from '../serve/word-vectors.ts';

const file = z.strictObject({
  name: z.string().min(1),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What distil.py writes beside the vectors; `made` is for people. */
const manifestSchema = z.strictObject({
  format: z.literal(1),
  words: z.int().positive(),
  dimensions: z.int().positive(),
  files: z.strictObject({ vocabulary: file, vectors: file, scales: file }),
  made: z.record(z.string(), z.json()),
});

const MANIFEST = 'manifest.json';

/**
 * The vectors from their folder, checked against the manifest; numbers are views of the files' bytes (little-endian).
 * @throws TDW_MODEL_MISSING, TDW_MODEL_MALFORMED, TDW_MODEL_CORRUPT
 */
export function decodeWordVectors(source: ArtefactSource): WordVectors {
  const { words: count, dimensions, files } = manifestOf(source);
  const vocabulary = checked(source, files.vocabulary);
  const words = new TextDecoder().decode(vocabulary).split('\n').slice(0, -1);
  const values = new Int8Array(checked(source, files.vectors));
  const scales = new Float32Array(Uint8Array.from(checked(source, files.scales)).buffer);
  if (words.length !== count || values.length !== count * dimensions || scales.length !== count)
    throw refusal(source, 'TDW_MODEL_MALFORMED', 'its files do not hold as many words as its manifest says');
  const version = sha256Hex([files.vocabulary.sha256, files.vectors.sha256, files.scales.sha256].join('\n'));
  return { version, dimensions, words, values, scales, rowOf: rowsByWord(words) };
}

function manifestOf(source: ArtefactSource): z.infer<typeof manifestSchema> {
  try {
    return manifestSchema.parse(JSON.parse(new TextDecoder().decode(content(source, MANIFEST))));
  } catch (cause) {
    if (cause instanceof TidewaiterError) throw cause;
    throw refusal(source, 'TDW_MODEL_MALFORMED', 'its manifest is none', cause);
  }
}

function checked(source: ArtefactSource, { name, bytes, sha256 }: z.infer<typeof file>): Uint8Array {
  const read = content(source, name);
  if (read.length !== bytes || sha256Hex(read) !== sha256)
    throw refusal(source, 'TDW_MODEL_CORRUPT', `${name} is not what the manifest says`);
  return read;
}

function content(source: ArtefactSource, name: string): Uint8Array {
  const bytes = source.read(name);
  if (bytes === undefined) throw refusal(source, 'TDW_MODEL_MISSING', `${name} is not there`);
  return bytes;
}

function refusal({ place }: ArtefactSource, code: ErrorCode, what: string, cause?: unknown): TidewaiterError {
  return new TidewaiterError(code, `${place} holds no word vectors that can be used: ${what}.`, {
    location: { file: place },
    ...(cause === undefined ? {} : { cause }),
  });
}
