import { z } from 'zod';
import { TidewaiterError } from '../../../../services/risk/failure/tidewaiter-error.ts';
import type { SourceFile } from '../../../../services/source-files/source-file.ts';
import type { LabelledText } from './labelled-text.ts';

const schema = z.record(z.string(), z.string().regex(/^\d{4,10}$/));

/** The UK tariff's search references: the words by which traders look for a code. One JSON object, words → code. */
export function searchReferenceTexts({ name, body }: SourceFile): readonly LabelledText[] {
  try {
    const references = schema.parse(JSON.parse(body.kind === 'text' ? body.text : ''));
    return Object.entries(references).map(([description, code]) => ({
      description,
      code,
      source: 'search-reference' as const,
    }));
  } catch (cause) {
    throw new TidewaiterError(
      'TDW_REFERENCE_MALFORMED',
      `${name} is no JSON object of words and their codes: ${(cause as Error).message.slice(0, 200)}`,
      { location: { file: name }, cause },
    );
  }
}
