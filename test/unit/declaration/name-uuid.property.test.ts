import fc from 'fast-check';
import { v5 as uuidV5 } from 'uuid';
import { expect, test } from 'vitest';
import { nameUuid } from '../../../services/risk/identity/name-uuid.ts';

test('given any name in any namespace, then the id is the one that RFC 9562 says, as the uuid library makes it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.uuid(), (name, namespace) => {
      expect(nameUuid(name, namespace)).toBe(uuidV5(name, namespace));
    }),
  );
});
