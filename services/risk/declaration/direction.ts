import type { PreviousDocument, UncheckedEvent } from './declaration-event.ts';

export type Direction = 'import' | 'export';

/** By the first two letters of the type code, or by a whole code of UN/EDIFACT 1001. */
const BY_TYPE: ReadonlyMap<string, Direction> = new Map([
  ['EX', 'export'],
  ['IM', 'import'],
  ['CO', 'import'],
  ['ex', 'export'],
  ['im', 'import'],
  ['co', 'import'],
  ['830', 'export'],
  ['929', 'import'],
]);

type GoodsOf = Partial<Pick<UncheckedEvent, 'goodsShipment' | 'goodsItems'>>;

/** A declaration for export, as a document that came before (EU code list CL178). */
const EXPORT_DECLARATION = 'N830';

/**
 * Which way the goods go: EX and 830 leave; IM and 929 enter; CO moves within the territory and is treated as
 * entering. Goods in transit (T1, T2, TIR …) leave where all of them are under an export declaration. Undefined for
 * any other type.
 */
export function directionOf(event: Pick<UncheckedEvent, 'typeCode'> & GoodsOf): Direction | undefined {
  const { typeCode } = event;
  if (typeCode === undefined) return undefined;
  if (typeCode.startsWith('T')) return isUnderExport(event) ? 'export' : undefined;
  return BY_TYPE.get(typeCode.slice(0, 2)) ?? BY_TYPE.get(typeCode);
}

function isUnderExport({ goodsShipment, goodsItems = [] }: GoodsOf): boolean {
  if (goodsShipment?.previousDocuments.some(isExportDeclaration) === true) return true;
  return (
    goodsItems.length > 0 && goodsItems.every(({ previousDocuments }) => previousDocuments.some(isExportDeclaration))
  );
}

function isExportDeclaration({ categoryCode = '', typeCode = '' }: PreviousDocument): boolean {
  return `${categoryCode}${typeCode}` === EXPORT_DECLARATION;
}
