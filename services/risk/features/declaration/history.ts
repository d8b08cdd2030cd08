import { MS_PER_DAY } from '../../declaration/instant.ts';
import type { HistoryCount, TraderHistory } from '../../facts/facts.ts';
import type { DeclarationContext } from '../definition/context.ts';
import { declarationFeature, type Missing, missing } from '../definition/feature.ts';

const from = ({ facts }: DeclarationContext): readonly string[] => [facts.trader.from];

/** What is known of the trader from earlier declarations and their inspections; missing while too little of it is known to call anything new. */
export const historyFeatures = [
  declarationFeature('declaration.consigneesNew', 'list<string>', {
    label: "trader's earlier consignees",
    doc: 'Consignees that the trader never sent to, or received through, before.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => newOnes(context, ({ consignees }) => consignees, 'no consignee is named'),
    from,
  }),
  declarationFeature('declaration.consigneesNeverSeen', 'list<string>', {
    label: 'earlier trade with the consignees',
    doc: 'Consignees that no trader ever declared before.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => newOnes(context, ({ consigneesAnywhere }) => consigneesAnywhere, 'no consignee is named'),
    from,
  }),
  declarationFeature('declaration.consigneeAcquaintance', 'string', {
    label: 'acquaintance with the consignee',
    doc: 'Of the least known consignee: known (the trader sent to it before), new (only others did), never seen (nobody did), not told of (the history says nothing or too little), none (no consignee is named).',
    tier: 'inspector',
    rests: 'whole',
    of: acquaintance,
    from,
  }),
  declarationFeature('declaration.chaptersNew', 'list<string>', {
    label: 'chapters that the trader dealt in',
    doc: 'Chapters of the nomenclature that the trader never declared before.',
    tier: 'analyst',
    rests: 'whole',
    of: (context) => newOnes(context, ({ chapters }) => chapters, 'no commodity code is declared'),
    from,
  }),
  declarationFeature('declaration.traderDeclarations', 'double', {
    label: "trader's earlier declarations",
    doc: 'Earlier declarations of the trader.',
    tier: 'analyst',
    rests: 'stated',
    of: (context) => total(context, ({ declarations }) => declarations),
    from,
  }),
  declarationFeature('declaration.traderHits', 'double', {
    label: "trader's inspections that found something",
    doc: 'Earlier inspections of the trader that found something.',
    tier: 'analyst',
    rests: 'stated',
    of: (context) => total(context, ({ hits }) => hits),
    from,
  }),
  declarationFeature('declaration.traderHitShare', 'double', {
    label: "share of the trader's declarations with a finding",
    doc: 'Inspections that found something for each earlier declaration, to three decimals; 0 where there was none.',
    tier: 'analyst',
    rests: 'stated',
    of: (context) =>
      total(context, ({ hits, declarations }) =>
        declarations === 0 ? 0 : Math.round((1000 * hits) / declarations) / 1000,
      ),
    from,
  }),
];

function historyOf({ facts, settings }: DeclarationContext): TraderHistory | Missing {
  switch (facts.trader.state) {
    case 'unknown':
      return missing(facts.trader.why);
    case 'absent':
      return missing('the trader has no history');
    case 'found':
      return longEnough(
        facts.trader.value,
        (Date.parse(facts.asOf.day) - Date.parse(facts.trader.value.since)) / MS_PER_DAY,
        settings.historyMinimumDays,
      );
  }
}

function longEnough(history: TraderHistory, days: number, minimum: number): TraderHistory | Missing {
  return days < minimum ? missing(`the trader history goes back ${Math.max(0, days)} days only`) : history;
}

function newOnes(
  context: DeclarationContext,
  kept: (history: TraderHistory) => Readonly<Record<string, HistoryCount>>,
  nothing: string,
): readonly string[] | Missing {
  const history = historyOf(context);
  if ('missing' in history) return history;
  const counts = Object.entries(kept(history));
  return counts.length === 0
    ? missing(nothing)
    : counts.flatMap(([key, { declarations }]) => (declarations === 0 ? [withoutKind(key)] : []));
}

/** Never missing, so that goods of concern are weighed without a history too: a rule that reads it says what `not told of` is worth. */
function acquaintance(context: DeclarationContext): string {
  const history = historyOf(context);
  if ('missing' in history) return 'not told of';
  const consignees = Object.keys(history.consignees);
  if (consignees.length === 0) return 'none';
  const strangers = consignees.filter((key) => history.consignees[key]?.declarations === 0);
  if (strangers.length === 0) return 'known';
  return strangers.some((key) => (history.consigneesAnywhere[key]?.declarations ?? 0) === 0) ? 'never seen' : 'new';
}

function total(context: DeclarationContext, of: (count: HistoryCount) => number): number | Missing {
  const history = historyOf(context);
  return 'missing' in history ? history : of(history.total);
}

/** "name:AOYAMA COFFEE KK|JP" as people read it. */
const withoutKind = (key: string): string => key.replace(/^(name|id):/, '').replace('|', ', ');
