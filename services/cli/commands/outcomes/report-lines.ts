import type { FindingCount, LaneCount } from '../../../feedback/ports/inspection-results.ts';
import { type Rate, rateOf } from '../../../feedback/rate.ts';

/** One row of a report: for programs, and for people. */
export interface ReportLine {
  readonly row: object;
  readonly cells: readonly string[];
  readonly tooFew: boolean;
}

const COUNTED = [
  'hits inspected',
  'confirmed',
  'something else',
  'false alarms',
  'confirmed of hits (95 %)',
  'false of hits (95 %)',
];
export const HEADINGS = {
  rule: ['rule', ...COUNTED],
  office: ['rule', 'office', ...COUNTED],
  model: ['rules that read the model', ...COUNTED],
  lane: ['lane', 'inspected', 'irregular', 'irregular of inspected (95 %)'],
} as const;

/** Hits with how they turned out. @param named what the row is about, in the order of its columns */
export function findingLines<T extends Omit<FindingCount, 'rule'>>(
  counts: readonly T[],
  named: (count: T) => Readonly<Record<string, string>>,
): readonly ReportLine[] {
  return counts.map((count) => {
    const { confirmed, otherwise, falseAlarm } = count;
    const hits = confirmed + otherwise + falseAlarm;
    const [right, wrong] = [rateOf(confirmed, hits), rateOf(falseAlarm, hits)];
    const names = named(count);
    return {
      row: { ...names, hits, confirmed, otherwise, falseAlarm, confirmedRate: right, falseAlarmRate: wrong },
      cells: [
        ...Object.values(names),
        ...[hits, confirmed, otherwise, falseAlarm].map(String),
        rateText(right),
        rateText(wrong),
      ],
      tooFew: right.tooFew,
    };
  });
}

export function laneLines(counts: readonly LaneCount[]): readonly ReportLine[] {
  return counts.map(({ lane, inspected, irregular }) => {
    const rate = rateOf(irregular, inspected);
    return {
      row: { lane, inspected, irregular, irregularRate: rate },
      cells: [lane, String(inspected), String(irregular), rateText(rate)],
      tooFew: rate.tooFew,
    };
  });
}

/** "62 % (48–74)"; too few cases are told so. */
export function rateText({ share, low, high, tooFew }: Rate): string {
  if (share === undefined) return 'none';
  const percent = (of: number): string => String(Math.round(of * 100));
  return `${percent(share)} % (${percent(low)}–${percent(high)})${tooFew ? ', too few' : ''}`;
}
