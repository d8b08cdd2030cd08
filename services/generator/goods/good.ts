/** What a kind of goods is, as those who trade in it know it: its code, its names, what it weighs and costs, where it comes from and goes. */
export interface Good {
  /** Eight digits of the US tariff schedule, 2025 edition. */
  readonly code: string;
  /** The ways traders describe it. */
  readonly texts: readonly [string, string, string, ...string[]];
  /** Supplementary unit that the tariff asks for (UN/ECE Rec. 20); absent where the tariff counts by net mass only. */
  readonly unit?: Unit;
  /** Median kilograms of one unit. */
  readonly kgPerUnit?: number;
  /** Median US dollars of one kilogram. */
  readonly usdPerKg: number;
  /** Standard deviation of the logarithm of the value of one kilogram between qualities; 0.25 where not said. */
  readonly spread?: number;
  /** Median net mass of one goods item, kilograms. */
  readonly lotKg: number;
  /** Package type (UN/ECE Rec. 21) and the kilograms that one usually holds. */
  readonly pack: readonly [type: string, kg: number];
  /** Relative frequency as an import and as an export. */
  readonly imports: number;
  readonly exports: number;
  /** Usual countries of origin of imports, ISO 3166-1 alpha-2, the most frequent first. */
  readonly from: readonly string[];
  /** Usual countries of destination of exports. */
  readonly to: readonly string[];
  readonly mode: 'sea' | 'air';
  /** The licence that the goods need, and in which direction. */
  readonly control?: Control;
  /** Certificates and statements that come with the goods as a matter of course: that they are not on the dual-use list, say. */
  readonly papers?: readonly Paper[];
}

export interface Paper {
  readonly direction: 'import' | 'export';
  /** Category and type: "Y901". */
  readonly document: string;
}

/** BLL barrel, DZN dozen, GRM gram, LTR litre, MIL thousand, MTK m², MTQ m³, NAR number of articles, NPR number of pairs, TNE tonne. */
export type Unit = 'BLL' | 'DZN' | 'GRM' | 'LTR' | 'MIL' | 'MTK' | 'MTQ' | 'NAR' | 'NPR' | 'TNE';

export interface Control {
  readonly direction: 'import' | 'export';
  /** Category and type of the licence document: "X002". */
  readonly document: string;
  /** Control entry that the licence's line names beside the commodity. */
  readonly entry: string;
}
