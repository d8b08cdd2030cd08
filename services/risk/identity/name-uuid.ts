import { hash } from 'node:crypto';

/**
 * UUID version 5 of a name within a namespace (RFC 9562, section 5.5). Every event needs several; a test holds it to the uuid library,
 * which takes four times as long.
 * @param namespace a UUID
 */
export function nameUuid(name: string, namespace: string): string {
  const digest = hash(
    'sha1',
    Buffer.concat([Buffer.from(namespace.replaceAll('-', ''), 'hex'), Buffer.from(name)]),
    'hex',
  );
  const variant = ((parseInt(digest.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
