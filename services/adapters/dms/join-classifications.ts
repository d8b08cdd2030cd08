import type { ElementDraft } from '../xml/element-draft.ts';

/** Six digits of the Harmonized System, by the names that the two countries have for it. */
const HARMONIZED_SYSTEM: ReadonlySet<string> = new Set(['HS', 'SSH']);
const COMBINED_NOMENCLATURE = 'CN';
const SIX_DIGITS = /^\d{6}$/;
const TWO_DIGITS = /^\d{2}$/;

/**
 * The digits of the Combined Nomenclature are a classification of their own, behind those of the Harmonized System; the
 * UK's form has one tariff code of eight digits, and TARIC's two digits apart from it. Parts that make no such code
 * together stay as they are.
 */
export function joinClassifications(commodity: ElementDraft): void {
  const all = commodity.named('Classification');
  const [system, ...others] = all.filter((one) => HARMONIZED_SYSTEM.has(typeOf(one)));
  const [combined, ...more] = all.filter((one) => typeOf(one) === COMBINED_NOMENCLATURE);
  const [digits, last] = [system?.first('ID'), combined?.first('ID')];
  if (system === undefined || digits === undefined || others.length > 0) return;
  system.first('IdentificationTypeCode')?.write('HS', undefined, system.origin);
  if (combined === undefined || last === undefined || more.length > 0) return;
  if (!SIX_DIGITS.test(digits.text) || !TWO_DIGITS.test(last.text)) return;
  digits.write(`${digits.text}${last.text}`, undefined, digits.origin);
  system.first('IdentificationTypeCode')?.write('TSP', undefined, system.origin);
  commodity.takeOut('Classification');
  for (const one of all) if (one !== combined) commodity.add(one);
}

function typeOf(classification: ElementDraft): string {
  return classification.first('IdentificationTypeCode')?.text.toUpperCase() ?? '';
}
