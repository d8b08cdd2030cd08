import type { Strength } from '../label.ts';

/** Goods declared as something else. */
export interface Disguise {
  readonly direction: 'import' | 'export';
  readonly truth: string;
  readonly declared: string;
  readonly strength: Strength;
  /** Words chosen to fit both; absent where the goods are called what they are. */
  readonly words?: string;
  /** What is gained by it. */
  readonly gain: string;
}

/** Faint: the neighbouring code, words that fit both. Plain: the true words under another heading. Blatant: under another chapter altogether. */
export const DISGUISES: readonly Disguise[] = [
  {
    direction: 'import',
    truth: '61099010',
    declared: '61091000',
    strength: 'faint',
    words: 'T-shirts, knitted, short sleeves',
    gain: 'duty of 16.5 % in place of 32 %',
  },
  {
    direction: 'import',
    truth: '61103030',
    declared: '61102020',
    strength: 'faint',
    words: 'Pullovers and hooded tops, knitted',
    gain: 'duty of 16.5 % in place of 32 %',
  },
  {
    direction: 'import',
    truth: '90131010',
    declared: '90058040',
    strength: 'faint',
    words: 'Optical scopes, boxed',
    gain: 'duty of 8 % in place of 14.9 %',
  },
  {
    direction: 'export',
    truth: '85423100',
    declared: '85423200',
    strength: 'faint',
    words: 'Integrated circuits on trays',
    gain: 'no licence asked for',
  },
  {
    direction: 'export',
    truth: '88062300',
    declared: '88062200',
    strength: 'faint',
    words: 'Unmanned aircraft with camera',
    gain: 'no licence asked for',
  },
  {
    direction: 'import',
    truth: '42021221',
    declared: '39269099',
    strength: 'plain',
    gain: 'duty of 5.3 % in place of 20 %',
  },
  {
    direction: 'import',
    truth: '61103030',
    declared: '63079098',
    strength: 'plain',
    gain: 'duty of 7 % in place of 32 %',
  },
  {
    direction: 'import',
    truth: '87042101',
    declared: '87032301',
    strength: 'plain',
    gain: 'duty of 2.5 % in place of 25 %',
  },
  { direction: 'import', truth: '29034510', declared: '38249993', strength: 'plain', gain: 'no licence asked for' },
  { direction: 'import', truth: '93033080', declared: '93040020', strength: 'plain', gain: 'no licence asked for' },
  { direction: 'export', truth: '84571000', declared: '84798995', strength: 'plain', gain: 'no licence asked for' },
  { direction: 'export', truth: '90131030', declared: '90051000', strength: 'plain', gain: 'no licence asked for' },
  { direction: 'export', truth: '85423100', declared: '95030000', strength: 'blatant', gain: 'no licence asked for' },
  { direction: 'export', truth: '90142020', declared: '73269086', strength: 'blatant', gain: 'no licence asked for' },
  {
    direction: 'import',
    truth: '81089060',
    declared: '73269086',
    strength: 'blatant',
    gain: 'duty of 2.9 % in place of 15 %',
  },
  {
    direction: 'import',
    truth: '71131929',
    declared: '95030000',
    strength: 'blatant',
    gain: 'duty free in place of 5.5 %',
  },
  {
    direction: 'import',
    truth: '64029990',
    declared: '48191000',
    strength: 'blatant',
    gain: 'duty free in place of 20 %',
  },
];

/** Goods under their right code, in words that recall others of a higher duty or under control. */
export const HONEST_ODDITIES: readonly { readonly code: string; readonly words: string }[] = [
  { code: '95030000', words: 'Toy binoculars for children, plastic' },
  { code: '95030000', words: 'Toy rifles: water guns of plastic' },
  { code: '95030000', words: 'Die-cast toy pick-up trucks, scale 1:32' },
  { code: '39269099', words: 'Luggage tags and suitcase corner guards of plastics' },
  { code: '63079098', words: 'Rifle slings of textile webbing' },
  { code: '73269086', words: 'Steel display stands for gold jewellery' },
];
