import type { SourceFile } from '../../../../services/source-files/source-file.ts';
import type { LabelledText } from './labelled-text.ts';

/** Columns of the Census Bureau's fixed-width text, as [start, end): code, short and long description. */
const FIELDS = { code: [0, 10], short: [14, 65], long: [69, 224] } as const;

/** US Schedule B: the abbreviated and the long description of each export code (HS 2017). */
export function usExportTexts({ body }: SourceFile): readonly LabelledText[] {
  if (body.kind !== 'text') return [];
  return body.text.split(/\r?\n/).flatMap((row) => {
    const cut = ([start, end]: readonly [number, number]): string => row.slice(start, end).trim();
    const code = cut(FIELDS.code);
    if (!/^\d{10}$/.test(code)) return [];
    return [...new Set([cut(FIELDS.long), cut(FIELDS.short)])].map((text) => ({
      description: spelledOut(text),
      code,
      source: 'us-export' as const,
    }));
  });
}

/** Abbreviations of Schedule B, as far as they are frequent and have one meaning. */
const ABBREVIATIONS = new Map(
  Object.entries({
    pts: 'parts',
    prts: 'parts',
    acc: 'accessories',
    access: 'accessories',
    mach: 'machinery',
    machs: 'machines',
    equip: 'equipment',
    appar: 'apparatus',
    elec: 'electric',
    prep: 'preparations',
    preps: 'preparations',
    mfr: 'manufacture',
    mfg: 'manufacturing',
    mtl: 'material',
    mtls: 'materials',
    wt: 'weight',
    ov: 'over',
    nt: 'not',
    cntg: 'containing',
    cont: 'containing',
    fab: 'fabric',
    fabs: 'fabrics',
    syn: 'synthetic',
    artif: 'artificial',
    veg: 'vegetable',
    hsehld: 'household',
    refrig: 'refrigerated',
    frzn: 'frozen',
    frsh: 'fresh',
    chld: 'chilled',
    prepd: 'prepared',
    presvd: 'preserved',
    excl: 'excluding',
    exc: 'except',
    incl: 'including',
    instr: 'instruments',
    instrs: 'instruments',
    vehs: 'vehicles',
    veh: 'vehicles',
    mtr: 'motor',
    eng: 'engines',
    engs: 'engines',
    wmn: 'women',
    mn: 'men',
    boy: 'boys',
    grl: 'girls',
    wvn: 'woven',
    knt: 'knit',
    cot: 'cotton',
    bldg: 'building',
    constr: 'construction',
    indus: 'industrial',
    ind: 'industrial',
    comml: 'commercial',
    agric: 'agricultural',
    chem: 'chemical',
    pharm: 'pharmaceutical',
    alum: 'aluminum',
    irn: 'iron',
    stl: 'steel',
    stnls: 'stainless',
    cpr: 'copper',
    rubb: 'rubber',
    plast: 'plastics',
    pls: 'plastics',
    art: 'articles',
    arts: 'articles',
    wi: 'with',
    wo: 'without',
    wth: 'with',
    pcs: 'pieces',
  }),
);

function spelledOut(text: string): string {
  return text.toLowerCase().replace(/[a-z]+/g, (word) => ABBREVIATIONS.get(word) ?? word);
}
