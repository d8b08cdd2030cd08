import type { Difficulty } from './label.ts';

/** Goods declared as something else. */
export interface Disguise {
  readonly direction: 'import' | 'export';
  readonly trueCode: string;
  readonly declaredCode: string;
  readonly difficulty: Difficulty;
  /** Words chosen to fit both; absent where the goods are called what they are. */
  readonly description?: string;
  /** What is gained by it. */
  readonly motive: string;
}

/** Faint: the neighbouring code, words that fit both. Plain: the true words under another heading. Blatant: under another chapter altogether. */
export const DISGUISES: readonly Disguise[] = [
  {
    direction: 'import',
    trueCode: '61099010',
    declaredCode: '61091000',
    difficulty: 'faint',
    description: 'T-shirts, knitted, short sleeves',
    motive: 'duty of 16.5 % in place of 32 %',
  },
  {
    direction: 'import',
    trueCode: '61103030',
    declaredCode: '61102020',
    difficulty: 'faint',
    description: 'Pullovers and hooded tops, knitted',
    motive: 'duty of 16.5 % in place of 32 %',
  },
  {
    direction: 'import',
    trueCode: '90131010',
    declaredCode: '90058040',
    difficulty: 'faint',
    description: 'Optical scopes, boxed',
    motive: 'duty of 8 % in place of 14.9 %',
  },
  {
    direction: 'export',
    trueCode: '85423100',
    declaredCode: '85423200',
    difficulty: 'faint',
    description: 'Integrated circuits on trays',
    motive: 'no licence asked for',
  },
  {
    direction: 'export',
    trueCode: '88062300',
    declaredCode: '88062200',
    difficulty: 'faint',
    description: 'Unmanned aircraft with camera',
    motive: 'no licence asked for',
  },
  {
    direction: 'import',
    trueCode: '42021221',
    declaredCode: '39269099',
    difficulty: 'plain',
    motive: 'duty of 5.3 % in place of 20 %',
  },
  {
    direction: 'import',
    trueCode: '61103030',
    declaredCode: '63079098',
    difficulty: 'plain',
    motive: 'duty of 7 % in place of 32 %',
  },
  {
    direction: 'import',
    trueCode: '87042101',
    declaredCode: '87032301',
    difficulty: 'plain',
    motive: 'duty of 2.5 % in place of 25 %',
  },
  {
    direction: 'import',
    trueCode: '29034510',
    declaredCode: '38249993',
    difficulty: 'plain',
    motive: 'no licence asked for',
  },
  {
    direction: 'import',
    trueCode: '93033080',
    declaredCode: '93040020',
    difficulty: 'plain',
    motive: 'no licence asked for',
  },
  {
    direction: 'export',
    trueCode: '84571000',
    declaredCode: '84798995',
    difficulty: 'plain',
    motive: 'no licence asked for',
  },
  {
    direction: 'export',
    trueCode: '90131030',
    declaredCode: '90051000',
    difficulty: 'plain',
    motive: 'no licence asked for',
  },
  {
    direction: 'export',
    trueCode: '85423100',
    declaredCode: '95030000',
    difficulty: 'blatant',
    motive: 'no licence asked for',
  },
  {
    direction: 'export',
    trueCode: '90142020',
    declaredCode: '73269086',
    difficulty: 'blatant',
    motive: 'no licence asked for',
  },
  {
    direction: 'import',
    trueCode: '81089060',
    declaredCode: '73269086',
    difficulty: 'blatant',
    motive: 'duty of 2.9 % in place of 15 %',
  },
  {
    direction: 'import',
    trueCode: '71131929',
    declaredCode: '95030000',
    difficulty: 'blatant',
    motive: 'duty free in place of 5.5 %',
  },
  {
    direction: 'import',
    trueCode: '64029990',
    declaredCode: '48191000',
    difficulty: 'blatant',
    motive: 'duty free in place of 20 %',
  },
];

/** Goods under their right code, in words that recall others of a higher duty or under control. */
export const LEGITIMATE_ODDITIES: readonly { readonly code: string; readonly words: string }[] = [
  { code: '95030000', words: 'Toy binoculars for children, plastic' },
  { code: '95030000', words: 'Toy rifles: water guns of plastic' },
  { code: '95030000', words: 'Die-cast toy pick-up trucks, scale 1:32' },
  { code: '39269099', words: 'Luggage tags and suitcase corner guards of plastics' },
  { code: '63079098', words: 'Rifle slings of textile webbing' },
  { code: '73269086', words: 'Steel display stands for gold jewellery' },
];
