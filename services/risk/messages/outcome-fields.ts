import { code, codes, country, type Fields, instant, many, must, one, symbol, text } from '../declaration/field.ts';
import { AMOUNT, MEASURE } from '../declaration/part-fields.ts';
import type { Disposition, InspectionKind, InspectionResult, ItemOutcome, Outcome } from './outcome.ts';

const INSPECTIONS = [
  'physical',
  'documents',
  'scan',
  'postClearance',
  'unrecognised',
] as const satisfies readonly InspectionKind[];
const RESULTS = [
  'conforming',
  'irregular',
  'inconclusive',
  'notInspected',
  'unrecognised',
] as const satisfies readonly InspectionResult[];
const DISPOSITIONS = [
  'released',
  'releasedAfterCorrection',
  'detained',
  'seized',
  'returned',
  'destroyed',
  'cancelled',
  'undecided',
  'unrecognised',
] as const satisfies readonly Disposition[];

const uuid = { ...code, max: 36, shape: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i } as const;

const ITEM: Fields<ItemOutcome> = {
  sequenceNumber: { kind: 'integer', min: 1, max: 99_999, required: true },
  result: symbol(RESULTS),
  irregularities: codes,
  declaredCommodityCode: code,
  correctCommodityCode: code,
  correctOriginCountryCode: country,
  correctQuantity: one(MEASURE),
  correctValue: one(AMOUNT),
  dutyDifference: one(AMOUNT),
  disposition: symbol(DISPOSITIONS),
  confirmedFindings: codes,
  note: text,
};

/** What the fields of an outcome may hold: it comes from the inspectors' own systems. */
export const OUTCOME: Fields<Outcome> = {
  outcomeId: must(uuid),
  declarationId: must(code),
  version: { kind: 'integer', min: 1, max: 99_999, required: true },
  referralId: code,
  assessmentId: code,
  inspection: symbol(INSPECTIONS),
  inspectedAt: must(instant),
  recordedAt: must(instant),
  officeId: code,
  recordedBy: must(code),
  disposition: symbol(DISPOSITIONS),
  items: many(ITEM, 9_999),
  note: text,
};
