import { dirname } from 'node:path';
import { AmendmentBases } from '../../intake/amendment-bases.ts';
import { buffer, type BufferedMessage } from '../../intake/buffered-message.ts';
import { EventBuilder } from '../../intake/event-builder.ts';
import { EventDeduplicator } from '../../intake/event-deduplicator.ts';
import { planBatch } from '../../intake/plan-batch.ts';
import type { Planned } from '../../intake/planned.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { documentOf } from '../wco/message/wco-document.ts';
import { readXml, type XmlLimits } from '../xml/read-xml.ts';
import { formatNotRead } from './formats.ts';
import { ParsedMessages } from './parsed-messages.ts';
import type { CsvMapping } from './records/mapping/mapping.ts';
import { readMappedCsv } from './records/mapping/read-mapped-csv.ts';
import { readCsv } from './records/read-csv.ts';
import { readJsonLines } from './records/read-json-lines.ts';
import { inFile } from './source/in-file.ts';
import type { InputEntry, InputSource, RecordOptions } from './source/input-entry.ts';
import { peek } from './source/peek.ts';
import { type InputFormat, sniff } from './source/sniff.ts';
import { unreadFormatOf } from './source/unread-format.ts';
import { messagesIn, unreadXmlOf } from './xml-dialects.ts';

export interface InputOptions extends RecordOptions {
  /** Limits of one XML message; see `DEFAULT_XML_LIMITS`. */
  readonly xmlLimits?: XmlLimits;
  /** How many characters of XML may be held at once, all messages of the call together; 512 Mi unless stated. */
  readonly heldCharacters?: number;
  /** How many events are compared with those that follow; see `EventDeduplicator`. */
  readonly comparedEvents?: number;
  /** How CSV is read; without it its header names schema paths. */
  readonly mapping?: CsvMapping;
}

/** Enough to see a CSV header of all schema paths. */
const HEAD = 64 * 1024;
const HELD_CHARACTERS = 512 * 1024 * 1024;

interface RecordSource extends InputSource {
  readonly format: 'json-lines' | 'csv';
}

/**
 * Declaration events of a batch (all files of one call): XML, JSON lines or CSV, told by content. XML messages are read first
 * and held as text (at most 10 MiB each), because a notification may name the MRN of a lodgement, and a lodgement be the base
 * of an amendment, whatever the order of the files; JSON lines and CSV are then read record by record; an amendment whose
 * lodgement is among those waits for it. Each file ends as events, as skipped by name, or as one error with its place; errors
 * of one file stop no other.
 */
export async function* readInput(
  sources: Iterable<InputSource>,
  options: InputOptions = {},
): AsyncGenerator<InputEntry> {
  const messages: BufferedMessage[] = [];
  const records: RecordSource[] = [];
  let room = options.heldCharacters ?? HELD_CHARACTERS;
  for (const source of sources) {
    const read = await readSource(source, messages.length, room, options);
    if ('error' in read) yield { kind: 'failed', file: source.file, error: read.error };
    else if ('format' in read) records.push(read);
    else {
      room -= read.messages[0]?.text.length ?? 0;
      messages.push(...read.messages);
    }
  }
  yield* eventsOf(messages, records, options);
}

async function* eventsOf(
  messages: readonly BufferedMessage[],
  records: readonly RecordSource[],
  options: InputOptions,
): AsyncGenerator<InputEntry> {
  const plan = planBatch(messages, options.declarationId);
  const bases = new AmendmentBases(records.length === 0 ? [] : plan, documentOf);
  const distinct = new EventDeduplicator(options.comparedEvents);
  const parsed = new ParsedMessages(options.xmlLimits);
  const builder = new EventBuilder(plan, bases, (message) => parsed.of(message), options.timeZone ?? 'UTC');
  for (const planned of plan) if (!bases.isAwaitedBy(planned)) yield entryOf(planned, builder, distinct);
  for (const source of records) {
    for await (const entry of entriesOf(source, options)) {
      if (entry.kind === 'event') bases.offer(entry.event);
      yield entry.kind === 'event' ? { ...entry, event: distinct.distinguish(entry.event) } : entry;
    }
  }
  for (const planned of planBatch(messages, options.declarationId, bases.versions)) {
    if (bases.isAwaitedBy(planned)) yield entryOf(planned, builder, distinct);
  }
}

function entryOf(planned: Planned, builder: EventBuilder, distinct: EventDeduplicator): InputEntry {
  const { file } = planned.message;
  if (planned.kind === 'skip')
    return {
      kind: 'skipped',
      file,
      what: planned.what,
      ...(planned.reason === undefined ? {} : { reason: planned.reason }),
    };
  try {
    return { kind: 'event', file, event: distinct.distinguish(builder.build(planned)) };
  } catch (error) {
    return { kind: 'failed', file, error: inFile(error, file) };
  }
}

function entriesOf(source: RecordSource, options: InputOptions): AsyncGenerator<InputEntry> {
  if (source.format === 'json-lines') return readJsonLines(source, options);
  return options.mapping === undefined ? readCsv(source, options) : readMappedCsv(source, options.mapping, options);
}

type ReadSource =
  { readonly messages: readonly BufferedMessage[] } | RecordSource | { readonly error: TidewaiterError };

async function readSource(
  source: InputSource,
  position: number,
  room: number,
  options: InputOptions,
): Promise<ReadSource> {
  try {
    const { head, bytes } = await peek(source.bytes, HEAD);
    const unread = unreadFormatOf(head);
    if (unread !== undefined) throw formatNotRead(unread);
    const told = sniff(head);
    // Under a mapping a header may be called anything.
    const format = told === 'unrecognised' && options.mapping !== undefined ? 'csv' : told;
    if (format === 'json-lines' || format === 'csv') return { file: source.file, bytes, format };
    if (format !== 'xml') throw notRead(format);
    const { root, text } = await readXml(bytes, options.xmlLimits);
    const unreadXml = unreadXmlOf(root);
    if (unreadXml !== undefined) throw formatNotRead(unreadXml, { line: root.line, element: root.name });
    if (text.length > room)
      throw new TidewaiterError(
        'TDW_INPUT_TOO_LARGE',
        'The call has more XML than is held at once; give the files in several calls.',
      );
    return { messages: buffer({ file: source.file, folder: dirname(source.file), text }, messagesIn(root), position) };
  } catch (error) {
    return { error: inFile(error, source.file) };
  }
}

function notRead(format: Extract<InputFormat, 'empty' | 'unrecognised'>): TidewaiterError {
  if (format === 'empty') return new TidewaiterError('TDW_INPUT_EMPTY', 'The input is empty.');
  return new TidewaiterError(
    'TDW_INPUT_UNRECOGNISED',
    'The content is neither XML, JSON lines nor CSV with a header of schema paths; CSV of another header is read by a mapping file (--map).',
    { location: { line: 1 } },
  );
}
