import { createHash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';

/** The package is CommonJS whose types claim a default export of the module. */
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** The `previousHash` of a chain's first entry. */
export const genesisHash = '0'.repeat(64);

export interface AuditLine {
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly entry: unknown;
}

export type ChainVerdict =
  | { readonly ok: true; readonly entries: number; readonly lastHash: string }
  | {
      readonly ok: false;
      readonly entries: number;
      readonly broken: {
        readonly line: number;
        readonly sequence: number | null;
        readonly code: string;
        readonly message: string;
      };
    };

/** sha256 hex over the RFC 8785 JSON of { sequence, previousHash, entry }. */
export function auditHash({ sequence, previousHash, entry }: Omit<AuditLine, 'hash'>): string {
  const canonical = canonicalize({ sequence, previousHash, entry });
  if (canonical === undefined) throw new TypeError('an audit entry has no JSON form');
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}

function parseLine(text: string): AuditLine | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (typeof value !== 'object' || value === null) return 'not an object';
  const { sequence, previousHash, hash, entry } = value as Record<string, unknown>;
  if (typeof sequence !== 'number' || !Number.isSafeInteger(sequence))
    return 'sequence is not an integer';
  if (typeof previousHash !== 'string' || typeof hash !== 'string')
    return 'previousHash or hash is missing';
  if (entry === undefined) return 'entry is missing';
  return { sequence, previousHash, hash, entry };
}

/** Follows a chain of JSON lines from its first entry and names the first one that does not hold. */
export function verifyAuditChain(jsonl: string): ChainVerdict {
  const lines = jsonl
    .split('\n')
    .map((text, index) => ({ text: text.replace(/\r$/, ''), line: index + 1 }));
  let previous: AuditLine | null = null;
  let entries = 0;
  for (const { text, line } of lines) {
    if (text.trim() === '') continue;
    const broken = (code: string, message: string, sequence: number | null): ChainVerdict => ({
      ok: false,
      entries,
      broken: { line, sequence, code, message },
    });
    const current = parseLine(text);
    if (typeof current === 'string')
      return broken('CL_AUDIT_LINE', `line ${line}: ${current}`, null);
    const { sequence } = current;
    if (previous !== null && sequence !== previous.sequence + 1) {
      return broken(
        'CL_AUDIT_SEQUENCE',
        `entry ${sequence} follows entry ${previous.sequence}`,
        sequence
      );
    }
    if (current.previousHash !== (previous?.hash ?? genesisHash)) {
      const before =
        previous === null
          ? 'the start of a chain (64 zeros)'
          : `the hash of entry ${previous.sequence}`;
      return broken('CL_AUDIT_LINK', `entry ${sequence}: previousHash is not ${before}`, sequence);
    }
    if (auditHash(current) !== current.hash) {
      return broken(
        'CL_AUDIT_HASH',
        `entry ${sequence}: its content does not have its hash`,
        sequence
      );
    }
    previous = current;
    entries += 1;
  }
  return { ok: true, entries, lastHash: previous?.hash ?? genesisHash };
}
