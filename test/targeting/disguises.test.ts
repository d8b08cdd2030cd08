import { beforeAll, describe, expect, it } from 'vitest';
import { asksForAPerson, type Lane, LANES } from '../../services/risk/lanes/lane.ts';
import type { Filing, Trial } from './filing.ts';
import { judge, type Judged } from './judge.ts';
import { readAllTrials } from './read-trials.ts';

/** What a cheat does to a description so that it is not held against the code; the goods stay the same. */
const DISGUISES: Readonly<Record<string, (goods: string) => string>> = {
  'foreign words behind': (goods) => `${goods}, pour la chasse et les loisirs`,
  'foreign words in front': (goods) => `Lieferung von Waren aus dem Lager: ${goods}`,
  'upper case': (goods) => goods.toUpperCase(),
  hyphens: (goods) => goods.replaceAll(' ', '-'),
  'as per invoice': (goods) => `${goods} as per invoice`,
  'a part number in front': (goods) => `P/N 4711-0815 ${goods}`,
};
const FOREIGN = ['foreign words behind', 'foreign words in front'];

const strictness = (lane: Lane): number => -LANES.indexOf(lane);

interface Disguised {
  readonly plain: Filing;
  readonly disguise: string;
  readonly filing: Filing;
}

function disguised(trials: readonly Trial[], disguises: readonly string[]): readonly Disguised[] {
  return trials.flatMap(({ filing }) =>
    disguises.map((disguise, at) => ({
      plain: filing,
      disguise,
      filing: { ...filing, id: `${filing.id}-D${String(at + 1)}`, goods: DISGUISES[disguise]!(filing.goods) },
    })),
  );
}

describe('descriptions in disguise', () => {
  const files = readAllTrials();
  const wrong = [...files.values()].flat().filter(({ atLeast }) => atLeast !== undefined);
  const ordinary = files.get('ordinary') ?? [];
  const [ofWrong, ofOrdinary] = [disguised(wrong, Object.keys(DISGUISES)), disguised(ordinary, FOREIGN)];
  let answers: ReadonlyMap<string, Judged>;
  beforeAll(async () => {
    answers = await judge(
      [...wrong, ...ordinary]
        .map(({ filing }) => filing)
        .concat([...ofWrong, ...ofOrdinary].map(({ filing }) => filing)),
    );
  });
  const laneOf = ({ id }: Filing): Lane => answers.get(id)!.assessment.lane!;
  const told = ({ plain, disguise, filing }: Disguised): string =>
    `${plain.id}, ${disguise}: ${laneOf(plain)} → ${laneOf(filing)}`;

  it('given a wrong filing that is put before a person, then so is it in any disguise', () => {
    const escaped = ofWrong.filter(
      ({ plain, filing }) => asksForAPerson(laneOf(plain)) && !asksForAPerson(laneOf(filing)),
    );
    expect(escaped.map(told)).toEqual([]);
  });

  it('given an ordinary filing with foreign words, then it is at most one lane stricter', () => {
    const stricter = ofOrdinary.filter(
      ({ plain, filing }) => strictness(laneOf(filing)) - strictness(laneOf(plain)) > 1,
    );
    expect(stricter.map(told)).toEqual([]);
  });
});
