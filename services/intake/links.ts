import { groupBy } from './group-by.ts';
import type { BufferedMessage } from './buffered-message.ts';

/** Which MRN a trader's own reference was given, as the messages of one batch tell. */
export interface Links {
  /** For a reference that stands in a folder. */
  readonly mrnFor: (folder: string, lrn: string | undefined) => string | undefined;
  /** Who lodged under a reference, where only one did: a notification does not say. */
  readonly declarantOf: (lrn: string | undefined) => string | undefined;
  readonly mrnOf: (message: BufferedMessage) => string | undefined;
}

/**
 * Notifications, retrieval reports and later messages name MRN and LRN together. A link counts within its folder first (LRNs repeat across
 * traders and test cases), then across the batch, each time only if it is the only one. Last, a folder that holds one lodgement, and
 * later messages that all address one MRN which nothing else claims, is read as that declaration's folder.
 */
export function linksOf(messages: readonly BufferedMessage[]): Links {
  const inFolder = new Map<string, Set<string>>();
  const inBatch = new Map<string, Set<string>>();
  const declarants = new Map<string, Set<string>>();
  for (const message of messages) {
    for (const { mrn, lrn } of namedBy(message)) {
      if (mrn === undefined || lrn === undefined) continue;
      add(inFolder, `${message.folder}\n${lrn}`, mrn);
      add(inBatch, lrn, mrn);
    }
  }
  for (const { summary: what } of messages) if (what.kind === 'lodgement' && what.lrn !== undefined) add(declarants, what.lrn, what.declarant ?? '');
  const mrnFor = (folder: string, lrn: string | undefined): string | undefined => (lrn === undefined ? undefined : only(inFolder.get(`${folder}\n${lrn}`)) ?? only(inBatch.get(lrn)));
  const stated = (message: BufferedMessage): string | undefined => {
    const { summary } = message;
    if (!('mrn' in summary || 'lrn' in summary)) return undefined;
    return summary.mrn ?? mrnFor(message.folder, summary.lrn);
  };
  const byFolder = folderLinks(messages, stated);
  return { mrnFor, declarantOf: (lrn) => only(declarants.get(lrn ?? '')), mrnOf: (message) => stated(message) ?? byFolder.get(message) };
}

function namedBy(message: BufferedMessage): readonly { readonly mrn?: string; readonly lrn?: string }[] {
  const { summary: what } = message;
  return what.kind === 'notification' || what.kind === 'other' ? what.declarations : [what];
}

function folderLinks(messages: readonly BufferedMessage[], stated: (message: BufferedMessage) => string | undefined): ReadonlyMap<BufferedMessage, string> {
  const claimed = new Set(messages.filter((message) => message.summary.kind === 'lodgement').map(stated));
  const found = new Map<BufferedMessage, string>();
  for (const [, inFolder] of groupBy(messages, (message) => message.folder)) {
    const lodgements = inFolder.filter((message) => message.summary.kind === 'lodgement');
    const later = inFolder.filter((message) => message.summary.kind === 'amendment' || message.summary.kind === 'replacement' || message.summary.kind === 'cancellation');
    const mrn = only(new Set(later.map(stated)));
    const [lodgement] = lodgements;
    if (lodgements.length === 1 && lodgement !== undefined && mrn !== undefined && stated(lodgement) === undefined && !claimed.has(mrn)) found.set(lodgement, mrn);
  }
  return found;
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

function only<T>(set: ReadonlySet<T> | undefined): T | undefined {
  return set?.size === 1 ? [...set][0] : undefined;
}
