import type { DeclarationEvent, UncheckedEvent } from '../declaration/declaration-event.ts';
import { directionOf } from '../declaration/direction.ts';
import { code, type CodeField, text, type TextField } from '../declaration/field.ts';
import { fieldsFit } from '../declaration/validate.ts';
import { problemOfValue } from '../declaration/value-problem.ts';
import type { CaseOfGoods, Referral, ReferredGoods } from '../messages/referral.ts';
import { logisticsOf, officesOf, partiesOf } from './consignment-details.ts';
import { referredGoods, withoutFindings } from './referred-case.ts';

type UnassessedCase = CaseOfGoods & Pick<Referral, 'eventType' | 'version' | 'functionalReferenceId' | 'parties'>;

/** Nothing of the declaration could be read. */
export const NOTHING_READ: CaseOfGoods & Pick<Referral, 'parties'> = {
  direction: 'unrecognised',
  transport: { itineraries: [] },
  containers: [],
  parties: [],
  items: [],
};

/**
 * What is known of a declaration that was read and could not be assessed. Where it holds what cannot be,
 * only its office, direction and goods are told, and of these what can be.
 */
export function unassessedCase(event: UncheckedEvent): UnassessedCase {
  const { eventType, version } = event;
  const lrn = sound({ functionalReferenceId: event.functionalReferenceId }, code);
  return { eventType, version, ...lrn, ...(fieldsFit(event) ? wholeCase(event) : soundCase(event)) };
}

function wholeCase(event: DeclarationEvent): CaseOfGoods & Pick<Referral, 'parties'> {
  return {
    direction: directionOf(event) ?? 'unrecognised',
    ...logisticsOf(event),
    parties: partiesOf(event),
    items: event.goodsItems.map(referredGoods).map(withoutFindings),
  };
}

function soundCase(event: UncheckedEvent): CaseOfGoods & Pick<Referral, 'parties'> {
  const items = event.goodsItems.map(referredGoods).map(soundGoods).map(withoutFindings);
  return { ...NOTHING_READ, direction: directionOf(event) ?? 'unrecognised', ...sound(officesOf(event), code), items };
}

function soundGoods({ sequenceNumber, commodityCode, description }: ReferredGoods): ReferredGoods {
  return { sequenceNumber, ...sound({ commodityCode }, code), ...sound({ description }, text) };
}

/** The values that can be. */
function sound<K extends string>(
  values: { readonly [N in K]?: string | undefined },
  field: CodeField | TextField,
): { readonly [N in K]?: string } {
  const entries = Object.entries<string | undefined>(values);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined && problemOfValue(value, field) === undefined),
  ) as { readonly [N in K]?: string };
}
