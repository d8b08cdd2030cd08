import type { DeclarationEvent } from './declaration-event.ts';

export type Direction = 'import' | 'export';

/** By the first two letters of the type code, or by a whole code of UN/EDIFACT 1001. */
const BY_TYPE: ReadonlyMap<string, Direction> = new Map([
  ['EX', 'export'], ['IM', 'import'], ['CO', 'import'], ['ex', 'export'], ['im', 'import'], ['co', 'import'], ['830', 'export'], ['929', 'import'],
]);

/** Which way the goods go: EX and 830 leave; IM and 929 enter; CO moves within the territory and is treated as entering. Undefined for any other type. */
export function directionOf({ typeCode }: Pick<DeclarationEvent, 'typeCode'>): Direction | undefined {
  return typeCode === undefined ? undefined : (BY_TYPE.get(typeCode.slice(0, 2)) ?? BY_TYPE.get(typeCode));
}
