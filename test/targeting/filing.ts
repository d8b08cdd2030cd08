import { z } from 'zod';
import { LANES } from '../../services/risk/lanes/lane.ts';

const country = z.string().regex(/^[A-Z]{2}$/);
const trader = z.strictObject({ id: z.string(), name: z.string(), city: z.string() });
const party = z.strictObject({ name: z.string(), city: z.string(), country });
const kilograms = z.number().positive().transform(String);
const lane = z.enum(LANES);

/** A number and its unit, kind or currency: "160 NAR", "6 CT", "48000 USD". */
const measure = z
  .string()
  .regex(/^\d+(\.\d+)? [A-Z]{2,3}$/)
  .transform((stated) => {
    const [value = '', unit = ''] = stated.split(' ');
    return { value, unit };
  });

/** What a case states of a filing, everything else being the same in all of them; see README.md. */
const stated = {
  id: z.string().regex(/^[A-Z0-9-]+$/),
  authority: z.enum(['US', 'GB']),
  trader,
  consignee: party.optional(),
  seller: party.optional(),
  destination: country.optional(),
  dispatchedFrom: country.optional(),
  route: z.array(country).optional(),
  origin: country.optional(),
  by: z.enum(['sea', 'road', 'air']),
  goods: z.string(),
  code: z.string().regex(/^\d{8}$/),
  netKg: kilograms,
  grossKg: kilograms,
  quantity: measure.optional(),
  packages: measure,
  value: measure,
  transactionNature: z.string().default('11'),
  licence: z.string().optional(),
};

/** Which of the two a filing has says which way it goes. */
const goesOneWay = ({
  consignee,
  seller,
}: {
  readonly consignee?: object | undefined;
  readonly seller?: object | undefined;
}): boolean => (consignee === undefined) !== (seller === undefined);
const ONE_WAY = 'an export has a consignee, an import a seller';

const filing = z.strictObject(stated).refine(goesOneWay, ONE_WAY);

/** A filing, and the lane that it has to reach at least (wrong) or must not pass (honest). */
const trial = z
  .strictObject({ ...stated, what: z.string().optional(), atLeast: lane.optional(), atMost: lane.optional() })
  .refine(goesOneWay, ONE_WAY)
  .refine(
    ({ atLeast, atMost }) => (atLeast === undefined) !== (atMost === undefined),
    'a filing has one of atLeast and atMost',
  )
  .transform(({ what, atLeast, atMost, ...rest }) => ({ what, atLeast, atMost, filing: rest }));

const differences = z.record(z.string(), z.unknown());
const group = z.strictObject({ common: differences.default({}), filings: z.array(differences) });
const groups = z.strictObject({ groups: z.array(group) });

export type Filing = z.output<typeof filing>;
export type Trial = z.output<typeof trial>;

/** One filing of its own. @throws ZodError where a field is missing or unknown */
export const readFiling = (given: unknown): Filing => filing.parse(given);

/** The filings of a file, each with what its group has in common; a twin follows its filing. @throws ZodError */
export function readTrials(document: unknown): readonly Trial[] {
  return groups
    .parse(document)
    .groups.flatMap(({ common, filings }) => filings.flatMap((own) => withTwin({ ...common, ...own })))
    .map((given) => trial.parse(given));
}

function withTwin({ honest, ...given }: Readonly<Record<string, unknown>>): readonly object[] {
  if (honest === undefined) return [given];
  const twin = { ...given, atLeast: null, atMost: 'blue', ...differences.parse(honest) };
  return [given, Object.fromEntries(Object.entries(twin).filter(([, value]) => value !== null))];
}
