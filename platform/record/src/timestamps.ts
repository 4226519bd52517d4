import { createHash, webcrypto, type X509Certificate } from 'node:crypto';
import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { Integer, OctetString, fromBER } from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  CryptoEngine,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
  setEngine,
} from 'pkijs';
import { canonicalJson } from './canonicalJson.js';
import { SignedHeadSchema, type SignedHead } from './heads.js';

// Time-Stamp Protocol, RFC 3161: an authority signs that it saw a hash, and when.

setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto as never }));

/** A line of a file of timestamps: heads, and a token (DER, base64) over the RFC 8785 JSON of their list. */
export const TimestampSchema = Type.Object(
  { heads: Type.Array(SignedHeadSchema, { minItems: 1 }), token: Type.String({ minLength: 1 }) },
  { additionalProperties: false }
);
export type Timestamp = Static<typeof TimestampSchema>;

/** The authority refused, or what it sent is no timestamp of what was sent to it. */
export class TimestampError extends Error {
  readonly code = 'CL_TIMESTAMP';
}

const sha256 = '2.16.840.1.101.3.4.2.1';

const stamped = (heads: readonly SignedHead[]): Buffer => Buffer.from(canonicalJson(heads));

/** A request (DER) for a timestamp of heads, with the authority's certificate. `nonce` is random, of at most 16 bytes. */
export const timestampRequest = (heads: readonly SignedHead[], nonce: Uint8Array): Uint8Array => {
  const digest = createHash('sha256').update(stamped(heads)).digest();
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256 }),
      hashedMessage: new OctetString({ valueHex: Uint8Array.from(digest).buffer }),
    }),
    nonce: integerOf(nonce),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
};

/** The bytes as a positive integer. */
const integerOf = (bytes: Uint8Array): Integer =>
  new Integer({ valueHex: Uint8Array.from([0x01, ...bytes]).buffer });

const parsed = <T>(what: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TimestampError(`${what}: ${why}`);
  }
};

const signedDataOf = (token: Uint8Array): SignedData =>
  parsed('no timestamp token', () => {
    const { offset, result } = fromBER(Uint8Array.from(token).buffer);
    if (offset === -1) throw new Error(result.error);
    // ContentInfo: the type, and the signed data in a tag of its own.
    const [, wrapped] = (result.valueBlock as unknown as { value: readonly unknown[] }).value;
    const [content] = (wrapped as { valueBlock: { value: readonly unknown[] } }).valueBlock.value;
    return new SignedData({ schema: content });
  });

const infoOf = (signed: SignedData): TSTInfo =>
  parsed('no timestamp', () => {
    const content = signed.encapContentInfo.eContent;
    if (content === undefined) throw new Error('it has no content');
    return TSTInfo.fromBER(content.getValue());
  });

const isSame = (one: ArrayBuffer, other: ArrayBuffer): boolean =>
  Buffer.compare(Buffer.from(one), Buffer.from(other)) === 0;

/**
 * The token of an authority's answer (DER).
 * @throws TimestampError where it refused, or the token is of something else than was asked for
 */
export const timestampToken = (
  answer: Uint8Array,
  heads: readonly SignedHead[],
  nonce: Uint8Array
): Buffer => {
  const response = parsed('no answer of a timestamp authority', () =>
    TimeStampResp.fromBER(Uint8Array.from(answer).buffer)
  );
  const { status, statusStrings } = response.status;
  if (status > 1 || response.timeStampToken === undefined) {
    const said = (statusStrings ?? []).map(text => text.valueBlock.value).join(' ');
    throw new TimestampError(`the authority refused with status ${status}${said && `: ${said}`}`);
  }
  const token = Buffer.from(response.timeStampToken.toSchema().toBER());
  const info = infoOf(signedDataOf(token));
  if (!isHashOf(info, heads)) throw new TimestampError('the token is of another hash');
  const same = info.nonce?.valueBlock.valueHexView;
  if (
    same === undefined ||
    !isSame(Uint8Array.from(same).buffer, Uint8Array.from([1, ...nonce]).buffer)
  )
    throw new TimestampError('the token is of another request');
  return token;
};

const isHashOf = ({ messageImprint }: TSTInfo, heads: readonly SignedHead[]): boolean => {
  if (messageImprint.hashAlgorithm.algorithmId !== sha256) return false;
  const digest = createHash('sha256').update(stamped(heads)).digest();
  return digest.equals(Buffer.from(messageImprint.hashedMessage.getValue()));
};

export type TimestampVerdict =
  | { readonly ok: true; readonly at: string; readonly authority: string }
  | { readonly ok: false; readonly why: string };

/**
 * Whether a timestamp is of its heads and by an authority that one of the certificates vouches for; `at` is when it says that
 * it saw them.
 */
export const verifyTimestamp = async (
  { heads, token }: Timestamp,
  trusted: readonly X509Certificate[]
): Promise<TimestampVerdict> => {
  try {
    const signed = signedDataOf(Buffer.from(token, 'base64'));
    const info = infoOf(signed);
    if (!isHashOf(info, heads)) return { ok: false, why: 'it is of other heads' };
    const { signatureVerified, signerCertificate, message } = await signed.verify({
      signer: 0,
      data: Uint8Array.from(stamped(heads)).buffer,
      trustedCerts: trusted.map(one => Certificate.fromBER(Uint8Array.from(one.raw).buffer)),
      checkChain: true,
      checkDate: info.genTime,
      extendedMode: true,
    });
    if (signatureVerified !== true)
      return { ok: false, why: message || 'its signature is not by the authority' };
    const names = signerCertificate?.subject.typesAndValues ?? [];
    const authority = names.map(({ value }) => String(value.valueBlock.value)).join(', ');
    return { ok: true, at: info.genTime.toISOString(), authority };
  } catch (error) {
    const { message } = error as { readonly message?: unknown };
    return { ok: false, why: typeof message === 'string' ? message : String(error) };
  }
};

/** The timestamps of a file of JSON lines. @throws RangeError naming the line that holds none */
export const readTimestamps = (text: string): Timestamp[] =>
  text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const refuse = (why: string): RangeError => new RangeError(`line ${index + 1}: ${why}`);
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      throw refuse(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (Value.Check(TimestampSchema, value)) return [value];
    const first = Value.Errors(TimestampSchema, value).First();
    throw refuse(`${first?.path || '/'}: ${first?.message ?? 'not a timestamp'}`);
  });
