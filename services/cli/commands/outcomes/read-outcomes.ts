import { type FailedLine, readLines } from '../../../adapters/input/records/read-lines.ts';
import type { InputSource } from '../../../adapters/input/source/input-entry.ts';
import type { Instant } from '../../../risk/declaration/instant.ts';
import { problemsOf } from '../../../risk/declaration/validate.ts';
import { type ErrorLocation, TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { TIDEWAITER_NAMESPACE } from '../../../risk/identity/derived-ids.ts';
import { nameUuid } from '../../../risk/identity/name-uuid.ts';
import { canonicalJson } from '../../../risk/json/canonical.ts';
import { readJson } from '../../../risk/json/read-json.ts';
import type { Outcome } from '../../../risk/messages/outcome.ts';
import { OUTCOME } from '../../../risk/messages/outcome-fields.ts';
import type { Codec } from '../../../scoring/ports/codecs.ts';
import { fieldsBeside, whatFits } from './what-fits.ts';

const LONGEST_LINE = 1024 * 1024;

export interface EncodedOutcome {
  readonly outcome: Outcome;
  readonly value: Buffer;
}

/** An outcome, or why a line is none. */
export type OutcomeEntry = { readonly kind: 'outcome'; readonly encoded: EncodedOutcome } | FailedLine;

/**
 * Outcomes from JSON lines, one a line. What is not stated is filled in: no items, an id that follows from the content
 * (so that recording the same file again repeats nothing), and the time of recording.
 */
export async function* readOutcomes(
  source: InputSource,
  codec: Codec<Outcome>,
  recordedAt: Instant,
): AsyncGenerator<OutcomeEntry> {
  let isEmpty = true;
  for await (const entry of readLines(source, LONGEST_LINE, (text, line) =>
    readLine(text, codec, recordedAt, { file: source.file, line }),
  )) {
    isEmpty = false;
    yield entry;
  }
  if (isEmpty)
    yield {
      kind: 'failed',
      file: source.file,
      error: new TidewaiterError('TDW_INPUT_EMPTY', 'The file holds no outcome.', { location: { file: source.file } }),
    };
}

function readLine(
  text: string,
  codec: Codec<Outcome>,
  recordedAt: Instant,
  location: ErrorLocation & { readonly file: string },
): OutcomeEntry {
  try {
    return { kind: 'outcome', encoded: toOutcome(text, codec, recordedAt, location) };
  } catch (error) {
    if (!(error instanceof TidewaiterError)) throw error;
    return {
      kind: 'failed',
      file: location.file,
      error: new TidewaiterError(error.code, error.message, {
        location: { ...error.location, ...location },
        cause: error,
      }),
    };
  }
}

function toOutcome(text: string, codec: Codec<Outcome>, recordedAt: Instant, location: ErrorLocation): EncodedOutcome {
  const given = givenIn(text, location);
  const filled = {
    recordedAt,
    ...given,
    items: itemsIn(given),
    outcomeId: given['outcomeId'] ?? nameUuid(canonicalJson(given), TIDEWAITER_NAMESPACE),
  };
  const outcome = filled as unknown as Outcome;
  const value = encoded(outcome, codec, location);
  const stray = strayField(outcome, codec.decode(value), '');
  if (stray !== undefined) throw malformed(stray, location);
  const [problem] = problemsOf(codec.decode(value), OUTCOME);
  if (problem !== undefined) throw malformed(problem.path, location);
  return { outcome, value };
}

/** What nobody was wrong about, and no finding that proved right, need not be said. */
function itemsIn({ items = [] }: Readonly<Record<string, unknown>>): unknown {
  if (!Array.isArray(items)) return items;
  return items.map((item: unknown) =>
    typeof item === 'object' && item !== null ? { irregularities: [], confirmedFindings: [], ...item } : item,
  );
}

function encoded(outcome: Outcome, codec: Codec<Outcome>, location: ErrorLocation): Buffer {
  try {
    return codec.encode(outcome);
  } catch (error) {
    if (!(error instanceof TidewaiterError) || error.location?.element === undefined) throw error;
    throw malformed(error.location.element, location);
  }
}

/** Names the field and what it may hold; never what it held. */
function malformed(element: string, location: ErrorLocation): TidewaiterError {
  const fits = whatFits(element);
  const message =
    fits === undefined
      ? `An outcome has no field ${element}; there are ${fieldsBeside(element).join(', ')}.`
      : `${element} must be ${fits}.`;
  return new TidewaiterError('TDW_OUTCOMES_MALFORMED', message, { location: { ...location, element } });
}

function givenIn(text: string, location: ErrorLocation): Record<string, unknown> {
  const written = readJson(text);
  if (written.kind === 'malformed')
    throw new TidewaiterError('TDW_OUTCOMES_MALFORMED', 'The line is no well-formed JSON.', {
      location,
      cause: written.cause,
    });
  if (written.kind === 'repeatedKey')
    throw new TidewaiterError('TDW_OUTCOMES_MALFORMED', `The key ${written.path} stands twice in one object.`, {
      location: { ...location, element: written.path },
    });
  const { value } = written;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TidewaiterError('TDW_OUTCOMES_MALFORMED', 'The line is no JSON object.', { location });
  return value as Record<string, unknown>;
}

/** Path of the first field that did not come through the contract: the contract does not know it. */
function strayField(given: object, kept: object, path: string): string | undefined {
  const known = new Map(Object.entries(kept) as [string, unknown][]);
  for (const [key, value] of Object.entries(given) as [string, unknown][]) {
    const at = path === '' ? key : `${path}.${key}`;
    if (value === undefined || value === null) continue;
    if (!known.has(key)) return at;
    const same = known.get(key);
    if (typeof value === 'object' && typeof same === 'object' && same !== null) {
      const deeper = strayField(value, same, at);
      if (deeper !== undefined) return deeper;
    }
  }
  return undefined;
}
