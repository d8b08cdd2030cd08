import { describe, expect, it } from 'vitest';
import {
  DECLARATION_FEATURES,
  FEATURE_NAMES,
  featureNamed,
  ITEM_FEATURES,
} from '../../../services/risk/features/catalogue.ts';
import { TIERS } from '../../../services/risk/findings/finding.ts';
import type { Gap } from '../../../services/risk/rules/evaluate-rule.ts';
import { undecidedReason } from '../../../services/risk/rules/reasons.ts';

const gap = (name: string, why: string): Gap => ({ ref: featureNamed(name) ?? expect.fail(name), why });

describe('given a check that could not be made', () => {
  it('then an inspector reads what was missing, and what it left unchecked', () => {
    expect(
      undecidedReason('inspector', 'National digits not in the tariff on the day', [
        gap('item.tariffState', 'no tariff of GB is loaded'),
      ]),
    ).toBe('No tariff of GB is loaded, so the national digits of the code could not be checked.');
  });

  it('then one cause is told once for all that it left unchecked', () => {
    const only = 'only what the amendment changes is known';
    expect(
      undecidedReason('inspector', '', [
        gap('item.requestedProcedure', only),
        gap('item.previousProcedure', only),
        gap('item.originIsOwn', only),
      ]),
    ).toBe(
      "Only what the amendment changes is known, so the requested procedure and the previous procedure could not be checked, and it is not known whether the origin is the authority's own country.",
    );
    expect(
      undecidedReason('analyst', '', [
        gap('item.netMass', 'no net mass is declared'),
        gap('item.usualUnitValue', 'no usual values are loaded'),
      ]),
    ).toBe(
      'No net mass is declared, so the net mass could not be checked. No usual values are loaded, so the usual value per kilogram could not be checked.',
    );
  });

  it('then an inspector hears nothing of what only analysts may know, and a trader nothing at all', () => {
    const gaps = [gap('item.unitValueDeviation', 'usual values were learned from 7 goods only')];
    expect(undecidedReason('inspector', 'Value per kilogram far below usual', gaps)).toBe(
      'Too little is known to check for this: value per kilogram far below usual.',
    );
    expect(undecidedReason('trader', 'Value per kilogram far below usual', gaps)).toBeUndefined();
  });

  it('then a trader hears why where the declaration itself says too little, and nothing of checks that the authority could not make', () => {
    expect(undecidedReason('trader', '', [gap('item.netMass', 'no net mass is declared')])).toBe(
      'No net mass is declared, so the net mass could not be checked.',
    );
    expect(
      undecidedReason('trader', '', [gap('item.licencesExpired', 'no licence register is loaded')]),
    ).toBeUndefined();
    for (const name of FEATURE_NAMES) {
      const told = undecidedReason('trader', '', [gap(name, 'a source is not loaded')]);
      if (featureNamed(name)?.feature.from !== undefined) expect(told).toBeUndefined();
    }
  });

  it('then the sentence reads as one, whichever feature was missing', () => {
    for (const { name } of [...ITEM_FEATURES, ...DECLARATION_FEATURES]) {
      for (const tier of TIERS)
        expect(undecidedReason(tier, 'Some title', [gap(name, 'nothing was declared')]) ?? 'None.').toMatch(
          /^[A-Z][^{}]*[a-z)0-9]\.$/,
        );
    }
  });
});
