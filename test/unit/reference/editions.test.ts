import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  activationOf,
  announcementOf,
  editionsInForce,
} from '../../../services/reference/editions/editions-in-force.ts';
import {
  differencesBetween,
  editionIdOf,
  type EditionManifest,
  manifestOf,
  partsOf,
} from '../../../services/reference/editions/manifest.ts';
import type { ReferenceActivation } from '../../../services/risk/messages/reference-activation.ts';
import { instant } from '../../harness/checked.ts';

const shipped: EditionManifest = {
  policy: 'p1',
  reference: { nomenclature: 'n1', 'tariff/US': 't1' },
  models: { anomaly: 'a1' },
  trials: {},
};
const decision = { by: 'analyst', reason: 'a test', at: Date.parse('2026-11-30T08:00:00Z') };
const single = (kind: string, name: string, version: string): ReferenceActivation => ({
  kind,
  name,
  version,
  activatedAt: instant('2026-11-30T08:00:00Z'),
  by: 'analyst',
  reason: 'a test',
  parts: {},
});
const inForce = (...activations: readonly ReferenceActivation[]) => editionsInForce(activations, () => shipped);

const name = fc.stringMatching(/^[a-z][a-z0-9/-]{0,20}$/);
const versions = fc.dictionary(name, fc.stringMatching(/^[0-9a-f]{8}$/), { noNullPrototype: true });
const manifests = fc.record({
  policy: fc.stringMatching(/^[0-9a-f]{8}$/),
  reference: versions,
  models: versions,
  trials: versions,
});

describe('the manifest of an edition', () => {
  test('given any manifest, when it is carried as parts, then it comes back whole, and its id does not depend on the order of names', () => {
    fc.assert(
      fc.property(manifests, (manifest) => {
        expect(manifestOf(partsOf(manifest))).toEqual(manifest);
        const turned = Object.fromEntries(Object.entries(manifest.reference).reverse());
        expect(editionIdOf({ ...manifest, reference: turned })).toBe(editionIdOf(manifest));
      }),
    );
  });

  test('given two editions, then they have one id exactly where nothing differs between them', () => {
    fc.assert(
      fc.property(manifests, manifests, (one, other) => {
        expect(editionIdOf(one) === editionIdOf(other)).toBe(differencesBetween(one, other).length === 0);
      }),
    );
    expect(differencesBetween(shipped, { ...shipped, policy: 'p2', trials: { anomaly: 'a2' } })).toEqual([
      { part: 'policy', before: 'p1', after: 'p2' },
      { part: 'trial/anomaly', after: 'a2' },
    ]);
  });

  test('given parts without a policy, then they are no edition', () => {
    expect(manifestOf({ 'model/anomaly': 'a1' })).toBeUndefined();
  });
});

describe('what is in force by the reference topic', () => {
  test('given an empty topic, then what comes with the release is', () => {
    expect(inForce()).toEqual({ inForce: shipped });
  });

  test('given records of single parts, as releases without editions write them, then each changes its part', () => {
    expect(
      inForce(
        single('tariff', 'US', 't2'),
        single('nomenclature', 'nomenclature', 'n2'),
        single('model', 'anomaly', 'a2'),
        single('model-shadow', 'anomaly', 'a3'),
        single('policy', 'main', 'p2'),
      ).inForce,
    ).toEqual({
      policy: 'p2',
      reference: { nomenclature: 'n2', 'tariff/US': 't2' },
      models: { anomaly: 'a2' },
      trials: { anomaly: 'a3' },
    });
  });

  test('given a trial that has ended, then nothing is on trial', () => {
    expect(inForce(single('model-shadow', 'anomaly', 'none')).inForce).toEqual(shipped);
  });

  test('given an edition, then it is whole whatever single parts came before it, and parts that come after it change it', () => {
    const next = { ...shipped, policy: 'p2', reference: { nomenclature: 'n1' } };
    const activated = activationOf(next, shipped, decision);
    expect(inForce(single('tariff', 'US', 't9'), activated).inForce).toEqual(next);
    expect(inForce(activated, single('tariff', 'US', 't9')).inForce.reference).toEqual({
      nomenclature: 'n1',
      'tariff/US': 't9',
    });
    expect(activated).toMatchObject({ version: editionIdOf(next), replaces: editionIdOf(shipped) });
  });

  test('given what comes with the release cannot be read, when an edition is in force, then nobody asks for it', () => {
    const unreadable = () => {
      throw new Error('the policy of the folder has mistakes');
    };
    expect(editionsInForce([activationOf(shipped, shipped, decision)], unreadable)).toEqual({ inForce: shipped });
  });

  test('given an edition that was announced, then it is prepared until another is in force', () => {
    const next = { ...shipped, policy: 'p2' };
    expect(inForce(announcementOf(next, decision))).toEqual({ inForce: shipped, prepared: next });
    expect(inForce(announcementOf(next, decision), activationOf(next, shipped, decision))).toEqual({ inForce: next });
  });
});
