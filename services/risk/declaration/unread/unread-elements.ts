import type { OtherElement } from '../declaration-event.ts';
import { type ElementGroup, GROUPS, NOT_JUDGED } from './unread-table.ts';

/** Whether an element that has no field may change what is judged: nothing else holds it, and the table does not say that it changes nothing. */
export function isUnread({ path, alsoIn }: OtherElement): boolean {
  return alsoIn === undefined && !NOT_JUDGED.some((one) => one.path.test(path));
}

/** What an element is about, by the innermost of its names that says it. */
export function groupOf(path: string): ElementGroup {
  const names = path.split('/').reverse();
  for (const name of names) {
    const row = GROUPS.find((one) => one.name.test(name));
    if (row !== undefined) return row.group;
  }
  return 'other';
}

/** More names than these help nobody: the message itself has to be seen. */
const MOST_NAMED = 6;
const LONGEST_NAME = 60;
/** Elements that stand around all others say nothing of one. */
const AROUND = new Set(['Declaration', 'GoodsShipment', 'GovernmentAgencyGoodsItem']);
const ORDER: readonly ElementGroup[] = ['goods', 'parties', 'documents', 'values', 'route', 'other'];

/** "goods: second commodity description; parties: consignment consignee name"; undefined where every element that matters was read. Names only: a value may be anybody's. */
export function unreadInWords(others: readonly OtherElement[]): string | undefined {
  const unread = others.filter(isUnread);
  if (unread.length === 0) return undefined;
  const all = new Set(unread.map(({ path }) => path));
  const paths = [...all].filter((path) => !all.has(path.replace(/\/@[^/]*$/, '')) || !path.includes('/@'));
  const named = distinctNames(paths);
  const shown = named.slice(0, MOST_NAMED);
  const groups = ORDER.flatMap((group) => {
    const names = shown.flatMap((one) => (one.group === group ? [one.name] : []));
    return names.length === 0 ? [] : [`${group}: ${names.join(', ')}`];
  });
  const more = named.length - shown.length;
  return `${groups.join('; ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

interface Named {
  readonly group: ElementGroup;
  readonly name: string;
}

/** Goods first; an element of several items is named once. */
function distinctNames(paths: readonly string[]): readonly Named[] {
  const groups = new Map<string, ElementGroup>();
  for (const path of paths) {
    const name = nameOf(path);
    if (!groups.has(name)) groups.set(name, groupOf(path));
  }
  return [...groups]
    .map(([name, group]) => ({ name, group }))
    .sort((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group));
}

/** The last names of a path, as words: "GoodsShipment/GovernmentAgencyGoodsItem[3]/Commodity[2]/Description" is "second commodity description". */
function nameOf(path: string): string {
  const steps = path.split('/').filter((step) => step !== 'text()' && !AROUND.has(step.replace(/\[\d+\]$/, '')));
  const words = (steps.length === 0 ? path.split('/') : steps).slice(-3).map(wordsOf).join(' ').trim();
  return words === '' ? 'an element without a name' : words.slice(0, LONGEST_NAME);
}

/** Only letters and digits: the names are the sender's. */
function wordsOf(step: string): string {
  const [, name = step, nth] = /^(.*?)(?:\[(\d{1,6})\])?$/.exec(step) ?? [];
  const words = name
    .slice(0, LONGEST_NAME)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const lower = words
    .split(' ')
    .map((word) => (/^[A-Z\d]+$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
  return `${nth === undefined ? '' : (ORDINALS[Number(nth)] ?? `${nth}th `)}${lower}`;
}

/** The first of several was read, as a rule. */
const ORDINALS: Readonly<Record<number, string>> = { 1: '', 2: 'second ', 3: 'third ' };
