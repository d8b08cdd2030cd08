import { DIFFICULTIES, type FraudPatternName } from '../../../services/generator/fraud/label.ts';
import { type Caught, compareWithTruth, type Detection } from './detection.ts';
import { countLanes } from './lanes.ts';
import type { Layout } from './layout.ts';
import type { DemoResult, Speed } from './outcome-of-demo.ts';
import { referralText } from './referral-text.ts';
import { topReferrals } from './top-referrals.ts';

const SHOWN_REFERRALS = 5;
const LANE_MEANINGS = {
  red: 'opened and looked at',
  query: 'cannot be decided: a person must look',
  yellow: 'documents are checked',
  blue: 'released, checked afterwards',
  green: 'released',
} as const;
const PATTERN_TITLES: Readonly<Record<FraudPatternName, string>> = {
  wrongCode: 'wrong code for the goods',
  undervaluation: 'undervaluation',
  expiredLicence: 'expired licence',
  licenceOfAnother: 'licence of someone else',
  diversion: 'diversion route',
  impossibleMass: 'masses that cannot be',
};

/** The demo's end: what became of the declarations, what an inspector would see, and how that compares with the truth. */
export function printReport(outcome: DemoResult, layout: Layout): string {
  return [
    layout.heading('What became of the declarations'),
    laneTable(outcome, layout),
    layout.heading("First in the inspectors' queue (one for each leading reason)"),
    referralTexts(outcome, layout),
    layout.heading(
      'Compared with the truth: referred to a person before release, of all (+ in lane blue: checked afterwards)',
    ),
    ...truth(compareWithTruth(outcome.labels, outcome.answers), layout),
    layout.heading('Speed'),
    speedText(outcome.speed),
  ].join('\n');
}

function laneTable({ answers, referrals, deadLetters }: DemoResult, layout: Layout): string {
  const rows = countLanes(answers).map(({ lane, declarations, share }) => [
    lane,
    String(declarations),
    percent(share),
    LANE_MEANINGS[lane],
  ]);
  const cancelled = referrals.filter(({ kind }) => kind === 'cancelledAfterReferral').length;
  const lifecycle = answers.filter(({ lane }) => lane === undefined).length;
  return layout.table(
    ['lane', 'declarations', 'share', ''],
    [
      ...rows,
      [
        'none',
        String(lifecycle),
        '',
        `cancelled or gone: no lane; ${String(cancelled)} cancelled while (or perhaps while) a person was asked`,
      ],
      ['dead letter', String(deadLetters), '', 'could not be read; a person is told'],
    ],
  );
}

function referralTexts({ referrals }: DemoResult, layout: Layout): string {
  const texts = topReferrals(referrals, SHOWN_REFERRALS).map((referral) => referralText(referral, layout));
  return texts.length === 0 ? 'Nothing was referred.' : texts.join('\n\n');
}

function truth(detection: Detection, layout: Layout): readonly string[] {
  const rows = detection.patterns.map(({ pattern, byDifficulty, hardNegatives }) => [
    PATTERN_TITLES[pattern],
    ...DIFFICULTIES.map((difficulty) => ratio(byDifficulty[difficulty])),
    ratio(hardNegatives),
  ]);
  const { allPatterns, allHardNegatives, ordinary } = detection;
  return [
    layout.table(['fraud pattern', ...DIFFICULTIES, 'legitimate look-alikes'], rows),
    `  Injected frauds ${withShare(allPatterns)}; legitimate look-alikes ${withShare(allHardNegatives)}; ordinary declarations ${withShare(ordinary)}.`,
  ];
}

function speedText({ events, items, seconds }: Speed): string {
  return `  ${String(events)} events with ${String(items)} goods items in ${seconds.toFixed(1)} s: ${String(Math.round(items / seconds))} items/s, start of the processes not counted.`;
}

const ratio = ({ referred, afterwards, of }: Caught): string =>
  `${String(referred)} of ${String(of)}${afterwards === 0 ? '' : ` (+${String(afterwards)} blue)`}`;
const withShare = (caught: Caught): string =>
  `${String(caught.referred)} of ${String(caught.of)}${caught.of === 0 ? '' : ` (${percent(caught.referred / caught.of)})`}`;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
