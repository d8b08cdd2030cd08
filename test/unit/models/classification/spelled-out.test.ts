import { describe, expect, it } from 'vitest';
import { withoutDigits } from '../../../../models/classification/serve/text/digits.ts';
import { withoutPadding } from '../../../../models/classification/serve/wording/padding.ts';
import { createSpelledOut } from '../../../../models/classification/serve/wording/spelled-out.ts';

const ENGLISH = new Set(['rifle', 'barrels', 'camera', 'drums', 'for', 'pump', 'hose', 'tubes']);
const spelledOut = createSpelledOut((word) => ENGLISH.has(word));

describe('a description spelled out', () => {
  it.each([
    ['XC7K325T-2FFG900I', 'field programmable gate array'],
    ['STM32F103C8T6 LQFP48', 'microcontroller'],
    ['GRM188R71H104KA93D', 'ceramic capacitor'],
    ['6204-2RS', 'ball bearing'],
    ['Glock 17 slide', 'pistol'],
    ['CAS 75-44-5', 'phosgene'],
    ['VALVE F/ PUMP', 'VALVE for PUMP'],
    ['SS BRG ASSY', 'bearing assembly'],
    ['подшипники 6204', 'ball bearing'],
    ['rodamientos SKF', 'ball bearing'],
    ['Gewehrläufe', 'rifle'],
    ['柴油发动机', 'engine'],
  ])('given %s, then it says %s', (description, words) => {
    expect(spelledOut(description).text).toContain(words);
  });

  it.each(['hose for pump', 'ISO9001 tubes', 'M12X50 bolts', 'LiFePO4 cells', '12-10-2026', 'CAS 12-34-5'])(
    'given %s, then it is left as it stands',
    (description) => {
      expect(spelledOut(description)).toEqual({ text: description, named: [], reworded: [] });
    },
  );

  it('given a part number, then what it names is told beside it as it is written', () => {
    expect(spelledOut('FPGA XC7K325T-2FFG900I').named).toEqual([
      { written: 'XC7K325T-2FFG900I', goods: 'field programmable gate array integrated circuit' },
    ]);
  });

  it('given the number of a chemical, then it is no figure to be made zeros of, as any other is', () => {
    expect(withoutDigits('CAS 67-63-0, 200 drums, lot 12-34-5')).toBe('CAS 67-63-0, 000 drums, lot 00-00-0');
  });
});

describe('padding', () => {
  it.each([
    ['Rifle barrels as per invoice', 'Rifle barrels'],
    ['P/N 4711-0815 Rifle barrels', 'Rifle barrels'],
    ['said to contain rifle barrels', 'rifle barrels'],
  ])('given "%s", then "%s" is left', (description, goods) => {
    expect(withoutPadding(description).trim()).toBe(goods);
  });

  it.each(['as per invoice', 'partition walls', 'see attached list', 'price list printed'])(
    'given "%s", then it stands as it is',
    (description) => {
      expect(withoutPadding(description)).toBe(description);
    },
  );
});
