import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { classify } from '../wco/message/classify.ts';
import { readXml } from '../wco/xml/read-xml.ts';
import { Bases } from './call/bases.ts';
import { hold, type HeldMessage } from './call/held-message.ts';
import { inFile } from './call/in-file.ts';
import { planCall } from './call/plan.ts';
import { EventTeller } from './call/tell-events.ts';
import { ToldEvents } from './call/told-events.ts';
import type { InputEntry, InputOptions, InputSource } from './input-entry.ts';
import { readCsv } from './records/read-csv.ts';
import { readJsonLines } from './records/read-json-lines.ts';
import { peek } from './source/peek.ts';
import { sniff, type InputFormat } from './source/sniff.ts';

/** Enough to see a CSV header of all schema paths. */
const HEAD = 64 * 1024;
const HELD_CHARACTERS = 512 * 1024 * 1024;

interface RecordSource extends InputSource {
  readonly format: 'json-lines' | 'csv';
}

/**
 * Declaration events of a call: XML, JSON lines or CSV, told by content. XML messages are read first and held as text (at most 10 MiB each), because a
 * notification may name the MRN of a lodgement, and a lodgement be the base of an amendment, whatever the order of the files; JSON lines and CSV
 * are then read record by record; an amendment whose lodgement is among those waits for it. Each file ends as events, as skipped by name, or as one error with its place; errors of one file stop no other.
 */
export async function* readInput(sources: Iterable<InputSource>, options: InputOptions = {}): AsyncGenerator<InputEntry> {
  const held: HeldMessage[] = [];
  const records: RecordSource[] = [];
  let room = options.heldCharacters ?? HELD_CHARACTERS;
  for (const source of sources) {
    const read = await readSource(source, held.length, room, options);
    if ('error' in read) yield { kind: 'failed', file: source.file, error: read.error };
    else if ('format' in read) records.push(read);
    else {
      room -= read.held[0]?.text.length ?? 0;
      held.push(...read.held);
    }
  }
  const plan = planCall(held, options.declarationId);
  const told = new ToldEvents(options.comparedEvents);
  const bases = new Bases(records.length === 0 ? [] : plan);
  const teller = new EventTeller(plan, told, bases, options.xmlLimits);
  for (const planned of plan) if (!bases.isAwaitedBy(planned)) yield teller.tell(planned);
  for (const source of records) {
    const entries = source.format === 'csv' ? readCsv(source, options) : readJsonLines(source, options);
    for await (const entry of entries) {
      if (entry.kind === 'event') bases.offer(entry.event);
      yield entry.kind === 'event' ? told.entry(entry.file, entry.event) : entry;
    }
  }
  for (const planned of planCall(held, options.declarationId, bases.versions)) if (bases.isAwaitedBy(planned)) yield teller.tell(planned);
}

type ReadSource = { readonly held: readonly HeldMessage[] } | RecordSource | { readonly error: TidewaiterError };

async function readSource(source: InputSource, position: number, room: number, options: InputOptions): Promise<ReadSource> {
  try {
    const { head, bytes } = await peek(source.bytes, HEAD);
    const format = sniff(head);
    if (format === 'json-lines' || format === 'csv') return { file: source.file, bytes, format };
    if (format !== 'xml') throw notRead(format);
    const { root, text } = await readXml(bytes, options.xmlLimits);
    if (text.length > room) throw new TidewaiterError('TDW_INPUT_TOO_LARGE', 'The call has more XML than is held at once; give the files in several calls.');
    return { held: hold(source.file, text, classify(root), position) };
  } catch (error) {
    return { error: inFile(error, source.file) };
  }
}

function notRead(format: Extract<InputFormat, 'empty' | 'unrecognised'>): TidewaiterError {
  return format === 'empty' ? new TidewaiterError('TDW_INPUT_EMPTY', 'The input is empty.') : new TidewaiterError('TDW_INPUT_UNRECOGNISED', 'The content is neither XML, JSON lines nor CSV with a header of schema paths.', { place: { line: 1 } });
}
