import type { TradeOptions } from '../../../services/generator/generate-trade.ts';
import { type Day, utcDayOf } from '../../../services/risk/declaration/day.ts';
import { MS_PER_DAY } from '../../../services/risk/declaration/instant.ts';

/** Honest trade before the story, so that traders have a history and goods a usual value. */
const PAST_DECLARATIONS = 4500;
const PAST_PER_DAY = 30;
const STORY_PER_DAY = 2000;

/** What a demo will generate: months of legitimate trade, then the days of the story with fraud patterns among them. */
export interface DemoPlan {
  readonly past: TradeOptions;
  readonly story: TradeOptions;
}

/** Plans a demo whose story ends yesterday. */
export function planDemo({
  seed,
  declarations,
  today,
}: {
  readonly seed: number;
  readonly declarations: number;
  readonly today: Day;
}): DemoPlan {
  const storyDay = daysBefore(today, Math.ceil(declarations / STORY_PER_DAY));
  const common = { seed, authorityCountry: 'US' } as const;
  return {
    past: {
      ...common,
      declarations: PAST_DECLARATIONS,
      perDay: PAST_PER_DAY,
      from: daysBefore(storyDay, PAST_DECLARATIONS / PAST_PER_DAY + 4),
      injected: 'none',
    },
    story: { ...common, declarations, perDay: STORY_PER_DAY, from: storyDay, firstSerial: PAST_DECLARATIONS },
  };
}

function daysBefore(day: Day, days: number): Day {
  return utcDayOf(Date.parse(day) - days * MS_PER_DAY);
}
