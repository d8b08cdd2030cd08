import { z } from 'zod';
import { asDay } from '../../risk/declaration/day.ts';
import type { HistoryCount } from '../../risk/facts/facts.ts';
import { partyKey } from '../../risk/trader/party-key.ts';
import type { HistoryKey } from '../../risk/trader/trader-history.ts';

/** Columns of the CSV and fields of a JSON line, as the database's table has them; empty means not stated. */
export const HISTORY_COLUMNS = [
  'party',
  'dimension',
  'value',
  'declarations',
  'referrals',
  'hits',
  'firstSeen',
  'lastSeen',
] as const;

/** One counter of a trader's history, with what it is the counter of. */
export type HistoryEntry = readonly [HistoryKey, HistoryCount];

const count = z.union([
  z.int().min(0),
  z
    .string()
    .regex(/^\d{1,15}$/, 'is no whole number from 0')
    .transform(Number),
]);
const NO_DAY = 'is no calendar day';
const day = z.string({ error: NO_DAY }).transform((text, context) => asDay(text) ?? refuse(context, NO_DAY));
const absentIfEmpty = <T extends z.ZodType>(of: T) =>
  z.preprocess((given) => (given === '' || given === null ? undefined : given), of.optional());
const party = z
  .string()
  .transform((text, context) => partyOf(text) ?? refuse(context, 'is neither an identifier nor "name:NAME|COUNTRY"'));
const counts = {
  declarations: count,
  referrals: absentIfEmpty(count),
  hits: absentIfEmpty(count),
  firstSeen: absentIfEmpty(day),
  lastSeen: absentIfEmpty(day),
};

const row = z
  .discriminatedUnion('dimension', [
    z.strictObject({
      ...counts,
      party,
      dimension: z.enum(['all', 'received']),
      value: absentIfEmpty(z.undefined({ error: 'is of no use for all and received' })),
    }),
    z.strictObject({
      ...counts,
      party,
      dimension: z.literal('chapter'),
      value: z.string().regex(/^\d{2}$/, 'is no chapter of two digits'),
    }),
    z.strictObject({
      ...counts,
      party,
      dimension: z.literal('destination'),
      value: z.string().regex(/^[A-Z]{2}$/, 'is no country of ISO 3166-1 alpha-2'),
    }),
    z.strictObject({ ...counts, party, dimension: z.literal('consignee'), value: party }),
  ])
  .superRefine(({ declarations, referrals = 0, hits = 0, firstSeen, lastSeen }, context) => {
    const more = referrals > declarations ? 'referrals' : hits > declarations ? 'hits' : undefined;
    if (more !== undefined)
      context.addIssue({ code: 'custom', path: [more], message: 'is above declarations, which are counted once each' });
    if (firstSeen !== undefined && lastSeen !== undefined && lastSeen < firstSeen)
      context.addIssue({ code: 'custom', path: ['lastSeen'], message: 'is before firstSeen' });
  });

/** What is wrong with a row, and in which field. */
export interface RowProblem {
  readonly field: string;
  readonly what: string;
}

/** Checks one counter, field by field; unknown fields are refused. */
export function historyEntryOf(given: unknown): HistoryEntry | RowProblem {
  const checked = row.safeParse(given);
  if (!checked.success) return problemOf(checked.error);
  const { party, dimension, value = '', declarations, referrals = 0, hits = 0, firstSeen, lastSeen } = checked.data;
  return [
    { party, dimension, value },
    {
      declarations,
      referrals,
      hits,
      ...(firstSeen !== undefined && { firstSeen }),
      ...(lastSeen !== undefined && { lastSeen }),
    },
  ];
}

function problemOf({ issues: [issue] }: z.ZodError): RowProblem {
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  return {
    field: unknownKey ?? issue?.path.join('.') ?? '',
    what: unknownKey === undefined ? (issue?.message ?? 'is wrong') : 'is no field of a history',
  };
}

/** A party as it is counted: "id:GB1", or its identifier alone, or "name:NAME|COUNTRY" where it has none. */
function partyOf(text: string): string | undefined {
  if (!text.startsWith('name:'))
    return text.trim() === '' ? undefined : partyKey({ id: text.replace(/^id:/, ''), communications: [] });
  const [name = '', countryCode = ''] = text.slice('name:'.length).split('|');
  return partyKey({ name, address: { countryCode }, communications: [] });
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
