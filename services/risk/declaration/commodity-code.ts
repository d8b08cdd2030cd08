import type { Checked, Unchecked } from './checked.ts';
import type { Classification, GoodsItem } from './declaration-event.ts';

/**
 * A commodity code as it is looked up: without blanks and dots, and of no number of digits that can be none. Whether there is such a code, the
 * nomenclature and the tariff say, of what is not even digits as well.
 */
export type CommodityCode = Checked<'CommodityCode'>;

/** As much of a goods item as its code stands in. */
type Classified = Pick<Unchecked<GoodsItem>, 'commodity'>;

/** Counts of digits below ten that no commodity code has: chapters, headings and subheadings have two each, and so have their national ends. */
const NO_CODE = /^(\d{2}){0,4}\d$/;

/** A code as it is written ("8542.31 00"); undefined where there is none, or what is written can be none. */
export function asCommodityCode(text: string): CommodityCode | undefined {
  return unlessNone(digits(text));
}

const unlessNone = (code: string): CommodityCode | undefined =>
  code === '' || NO_CODE.test(code) ? undefined : (code as CommodityCode);

/**
 * The commodity code that judges the item, undefined where none is declared or what is declared can be none: of 1, 3, 5, 7 or 9 digits it would be read as
 * another chapter, because the digit that was lost is most often a leading zero.
 */
export function commodityCodeOf(item: Classified): CommodityCode | undefined {
  return unlessNone(joined(item.commodity?.classifications ?? []));
}

/** Why there is no code to judge by, in words. */
export function whyNoCode(item: Classified): string {
  const code = statedCodeOf(item);
  if (code === undefined) return 'no commodity code is declared';
  return `the declared code has ${String(code.length)} ${code.length === 1 ? 'digit' : 'digits'}, and no commodity code has`;
}

/** The code as declared, joined from its parts. Spaces and dots are dropped. Undefined where none is declared. */
export function statedCodeOf(item: Classified): string | undefined {
  const code = joined(item.commodity?.classifications ?? []);
  return code === '' ? undefined : code;
}

/**
 * Parts of a code by their types: TSP is the tariff code (eight digits), HS its first six, CN eight digits or the seventh and eighth, TRC the ninth and
 * tenth. Without TSP, CN and HS it is SRZ, else the first whose type is not stated. TRA and GN are additional codes and no part of it.
 */
function joined(classifications: readonly Classification[]): string {
  const of = (type: string | undefined): string => digits(classifications.find((one) => isOfType(one, type))?.id);
  const tariff = of('TSP') || combined(of('HS'), of('CN'));
  if (tariff === '') return of('SRZ') || of(undefined);
  // Behind six digits the TARIC's would be read as the seventh and eighth.
  return tariff.length === CN_DIGITS ? tariff + of('TRC') : tariff;
}

const HS_DIGITS = 6;
const CN_DIGITS = 8;

const combined = (hs: string, cn: string): string =>
  hs.length === HS_DIGITS && cn.length === CN_DIGITS - HS_DIGITS ? hs + cn : cn.length >= HS_DIGITS ? cn : hs;

const PARTS = ['TSP', 'HS', 'CN', 'TRC'] as const;
/** One whose type is not stated may be an additional code; this is none. */
const WHOLE = /^\d{6,}$/;

/** Types of which the item states two that differ, or one that contradicts the code: "HS". Which of them is meant is not known. */
export function contradictingCodeParts(item: Classified): readonly string[] {
  const classifications = item.commodity?.classifications ?? [];
  if (classifications.length < 2) return NONE;
  const code = joined(classifications);
  const untyped = ofType(classifications, undefined)
    .map(({ id }) => digits(id))
    .filter((id) => WHOLE.test(id));
  const typed = PARTS.filter((type) => {
    const stated = new Set(
      ofType(classifications, type)
        .map(({ id }) => digits(id))
        .filter((id) => id !== ''),
    );
    return stated.size > 1 || [...stated].some((id) => !isPartOf(code, type, id));
  });
  return untyped.some((id) => !code.startsWith(id) && !id.startsWith(code)) ? [...typed, 'code without type'] : typed;
}

const NONE: readonly string[] = [];

function isPartOf(code: string, type: string, id: string): boolean {
  if (type === 'TRC') return code.slice(CN_DIGITS).startsWith(id) || code.endsWith(id);
  return type === 'CN' && id.length < HS_DIGITS ? code.slice(HS_DIGITS).startsWith(id) : code.startsWith(id);
}

function ofType(classifications: readonly Classification[], type: string | undefined): readonly Classification[] {
  return classifications.filter((one) => isOfType(one, type));
}

const isOfType = ({ identificationTypeCode: stated }: Classification, type: string | undefined): boolean =>
  stated === type || stated?.toUpperCase() === type;

const SEPARATOR = /[\s.]/;
const digits = (id = ''): string => (SEPARATOR.test(id) ? id.replaceAll(/[\s.]/g, '') : id);

/** The first two digits. */
export const chapterOf = (code: CommodityCode): string => code.slice(0, 2);
