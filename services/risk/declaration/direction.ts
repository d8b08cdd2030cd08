import type { DeclarationEvent } from './declaration-event.ts';

export type Direction = 'import' | 'export';

/** By the first two letters of the type code. */
const BY_TYPE: Readonly<Record<string, Direction>> = { EX: 'export', IM: 'import', CO: 'import' };

/** Which way the goods go: EX leaves; IM enters; CO moves within the territory and is treated as entering. Undefined for any other type. */
export function directionOf({ typeCode }: Pick<DeclarationEvent, 'typeCode'>): Direction | undefined {
  return BY_TYPE[typeCode?.slice(0, 2) ?? ''];
}
