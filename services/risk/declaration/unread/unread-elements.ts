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
