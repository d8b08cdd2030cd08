import type { Figures } from './figures.ts';

/** A figure beside what it should be: at least or at most so many of all. */
export interface Measured {
  readonly what: string;
  readonly found: number;
  readonly of: number;
  readonly goal: { readonly atLeast: number } | { readonly atMost: number };
}

/** The figures that have a goal, in the order in which they are told. */
export function measured({
  asExpected,
  bad,
  honest,
  ordinary,
  further,
  forwarders,
  descriptions,
}: Figures): readonly Measured[] {
  const least = (what: string, found: number, of: number, atLeast: number): Measured => ({
    what,
    found,
    of,
    goal: { atLeast },
  });
  const most = (what: string, found: number, of: number, atMost: number): Measured => ({
    what,
    found,
    of,
    goal: { atMost },
  });
  const { n } = descriptions;
  return [
    least('wrong filings at least in the lane expected', asExpected, bad.n, 50),
    most('honest filings referred', honest.referred, honest.n, 1),
    most('ordinary filings referred', ordinary.referred, ordinary.n, 0),
    most('ordinary filings in blue', ordinary.blue, ordinary.n, 3),
    least('further wrong filings at least in the lane expected', further.wrong, further.ofWrong, further.ofWrong),
    least('further honest filings at most in the lane expected', further.honest, further.ofHonest, further.ofHonest),
    least('forwarders recognised by name', forwarders.right, forwarders.of, 20),
    most('others called a forwarder', forwarders.wrong, forwarders.ofOthers, 0),
    least('descriptions: right heading first', descriptions.top1, n, 48),
    least('descriptions: right heading among five', descriptions.top5, n, 61),
    least('plausible wrong codes told, p ≤ 0.01', descriptions['recall<=0.01'], n, 14),
    most('right codes doubted, p ≤ 0.01', descriptions['falseAlarms<=0.01'], n, 2),
    least('plausible wrong codes told, p ≤ 0.03', descriptions['recall<=0.03'], n, 25),
    most('right codes doubted, p ≤ 0.03', descriptions['falseAlarms<=0.03'], n, 5),
  ];
}

export const isReached = ({ found, goal }: Measured): boolean =>
  'atLeast' in goal ? found >= goal.atLeast : found <= goal.atMost;
