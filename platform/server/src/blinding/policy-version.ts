import { hashJson } from '../audit/canonical-json.js';
import { allowList } from './allow-list.js';
import { iods } from './iods.js';
import { constantDay } from './series-facts.js';
import { ctWindows } from './standard-values.js';

/** Everything of the policy that is data: which images are admitted, and what of them passes in which form. */
export const policyData = { iods, allowList, ctWindows, constantDay };

/** Names the policy: SHA-256 over the canonical JSON (RFC 8785) of its data, hexadecimal. */
export const policyVersion: string = hashJson(policyData);
