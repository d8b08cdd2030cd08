import type { DeclarationEvent } from './declaration-event.ts';

export type Direction = 'import' | 'export';

/** Which way the goods go, by the first two letters of the type code: EX leaves; IM enters; CO moves within the territory and is treated as entering. */
export function directionOf({ typeCode }: Pick<DeclarationEvent, 'typeCode'>): Direction | undefined {
  switch (typeCode?.slice(0, 2)) {
    case 'EX':
      return 'export';
    case 'IM':
    case 'CO':
      return 'import';
    default:
      return undefined;
  }
}
