import type { DeclarationEvent } from '../../risk/declaration/declaration-event.ts';

/** An event that would be published, for people; `--json` writes the event itself. */
export function eventText(
  file: string,
  { declarationId, version, eventType, completeness, goodsItems }: DeclarationEvent,
): string {
  return `${file}: ${eventType} ${declarationId} version ${version}, ${goodsItems.length} ${goodsItems.length === 1 ? 'item' : 'items'}${completeness !== 'whole' ? ', partial' : ''}`;
}
