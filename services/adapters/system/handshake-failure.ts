/** What Node's and OpenSSL's names for a failed handshake say of the other side, in words. */
const SAYS: readonly (readonly [RegExp, string])[] = [
  [
    /SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|CERT_UNTRUSTED|CERT_SIGNATURE/,
    'no authority that is trusted here has signed its certificate',
  ],
  [/ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH/, 'its certificate is for another name'],
  [/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/, 'its certificate is not valid today'],
  [/CERT_REVOKED/, 'its certificate was revoked'],
  [/ALERT/, 'it refuses the certificate of this side, or its want of one'],
  [
    /WRONG_VERSION_NUMBER|PACKET_LENGTH|UNKNOWN_PROTOCOL|UNSUPPORTED_PROTOCOL|EPROTO/,
    'it speaks no TLS that this side knows',
  ],
];
const OF_TLS = /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH)/;

/** Why no TLS connection was made, by the error code that Node gives; undefined where TLS is not what failed. */
export function handshakeFailure(code: string | undefined): string | undefined {
  if (code === undefined || !OF_TLS.test(code)) return undefined;
  return `${SAYS.find(([name]) => name.test(code))?.[1] ?? 'the handshake failed'} (${code})`;
}
