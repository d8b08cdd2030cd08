import { canonicalJson, sha256Hex } from '../assess/canonical.ts';
import type { PolicyDocument } from './policy-document.ts';

/** The name of a policy: SHA-256 over its canonical JSON (RFC 8785), lowercase hexadecimal. */
export const policyHash = (document: PolicyDocument): string => sha256Hex(canonicalJson(document));
