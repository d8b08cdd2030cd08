import { describe, expect, test } from 'vitest';
import { overlay, versionsOf } from '../../../services/reference/active/overlay.ts';
import { checkSnapshot } from '../../../services/reference/snapshot/check-snapshot.ts';
import { canonicalText, seal, unseal } from '../../../services/reference/snapshot/seal.ts';
import { snapshotOf } from './snapshots.ts';

const sealed = snapshotOf('high-priority', { codes: [['854231', '1', 'Processors']] });

describe('a snapshot', () => {
  test('given the same facts with keys in another order, then the version is the same', () => {
    const reordered = JSON.parse(JSON.stringify(sealed.snapshot, Object.keys(sealed.snapshot).concat('source', 'sourceDay', 'licence', 'madeBy', 'codes').reverse())) as typeof sealed.snapshot;
    expect(seal({ ...reordered, content: sealed.snapshot.content } as typeof sealed.snapshot).version).toBe(sealed.version);
  });

  test('given stored text, then it is read back; one changed byte is noticed and refused', () => {
    const text = canonicalText(sealed.snapshot);
    expect(unseal(text, sealed.version)).toEqual(sealed);
    for (const at of [1, text.length >> 1, text.length - 2]) {
      const changed = text.slice(0, at) + (text[at] === '1' ? '2' : '1') + text.slice(at + 1);
      expect(() => unseal(changed, sealed.version)).toThrow(expect.objectContaining({ code: 'TDW_REFERENCE_TAMPERED' }) as Error);
    }
  });

  test.each([
    ['another schema', { schema: 2 }],
    ['an unknown kind', { kind: 'rumours' }],
    ['no provenance', { provenance: undefined }],
    ['a content of another shape', { content: { codes: {} } }],
  ])('given %s, then it is no snapshot', (_, more) => {
    expect(() => checkSnapshot({ ...sealed.snapshot, ...more }, 'high-priority.json')).toThrow(expect.objectContaining({ code: 'TDW_REFERENCE_MALFORMED', place: { file: 'high-priority.json' } }) as Error);
  });

  test('given a set and newer snapshots, then they take the place of those of the same name', () => {
    const newer = snapshotOf('high-priority', { codes: [] });
    const tariff = snapshotOf('tariff', { country: 'US', headings: [], lines: [], statistical: [], additional: [] }, { of: 'US' });
    expect(versionsOf(overlay([sealed, tariff], [newer]))).toEqual({ 'high-priority': newer.version, 'tariff/US': tariff.version });
  });
});
