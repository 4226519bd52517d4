import { CodedError } from './coded-error.js';

/** One part of a multipart body. */
export interface Part {
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

export interface PartLimits {
  /** Bytes of one part. */
  readonly partBytes: number;
  readonly parts: number;
}

const headerBytesAtMost = 16 * 1024;

const refuse = (message: string): CodedError => new CodedError(400, 'CL_MULTIPART', message);

/** The boundary that a Content-Type names (RFC 2046, 5.1.1). @throws CodedError 400 CL_MULTIPART */
export const boundaryOf = (contentType: string): string => {
  const [, quoted, plain] =
    /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw refuse('The Content-Type names no boundary.');
  return boundary;
};

const headersOf = (text: string): Record<string, string> => {
  const headers: Record<string, string> = {};
  for (const line of text.split('\r\n')) {
    if (line === '') continue;
    const colon = line.indexOf(':');
    if (colon < 1) throw refuse('A part has a header without a name.');
    headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return headers;
};

/** Bytes that came and are not consumed yet, without copying them at each chunk. */
class Pending {
  #chunks: Uint8Array[] = [];
  #length = 0;
  readonly source: AsyncIterator<Uint8Array>;

  constructor(source: AsyncIterator<Uint8Array>) {
    this.source = source;
  }

  get length(): number {
    return this.#length;
  }
  /** One more chunk; false at the end. */
  async more(): Promise<boolean> {
    const next = await this.source.next();
    if (next.done === true) return false;
    this.#chunks.push(next.value);
    this.#length += next.value.length;
    return true;
  }
  joined(): Buffer {
    const whole = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
    const bytes = Buffer.from(
      whole?.buffer ?? new ArrayBuffer(0),
      whole?.byteOffset,
      whole?.byteLength ?? 0
    );
    this.#chunks = [bytes];
    return bytes;
  }
  drop(count: number): void {
    const rest = this.joined().subarray(count);
    this.#chunks = [rest];
    this.#length = rest.length;
  }
}

/** Where a text begins in what is pending; reads on until it is there. */
const find = async (
  pending: Pending,
  wanted: string,
  atMost: number,
  tooLong: () => CodedError
): Promise<number> => {
  const needle = Buffer.from(wanted, 'latin1');
  let searchedTo = 0;
  for (;;) {
    // Joined when it has doubled, so that a long part is copied a few times and not at each chunk.
    const bytes = pending.joined();
    const at = bytes.indexOf(needle, Math.max(0, searchedTo - needle.length));
    if (at >= 0) {
      if (at > atMost) throw tooLong();
      return at;
    }
    searchedTo = bytes.length;
    if (bytes.length > atMost + needle.length) throw tooLong();
    const until = Math.max(64 * 1024, bytes.length);
    const from = pending.length;
    while (pending.length < from + until) {
      if (!(await pending.more())) {
        if (pending.length === from) throw refuse('The body ends in the middle of a part.');
        break;
      }
    }
  }
};

/**
 * The parts of a multipart body one by one, each whole; no more than one and what was received of the next is held.
 * @throws CodedError 400 CL_MULTIPART, 413 CL_BODY_TOO_LARGE
 */
export async function* multipartParts(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  limits: PartLimits
): AsyncGenerator<Part> {
  const pending = new Pending(body[Symbol.asyncIterator]());
  const tooLarge = (what: string) => (): CodedError =>
    new CodedError(413, 'CL_BODY_TOO_LARGE', `${what} is larger than the server takes.`);
  const delimiter = `--${boundary}`;
  const preamble = await find(
    pending,
    delimiter,
    headerBytesAtMost,
    tooLarge('What is before the first part')
  );
  pending.drop(preamble + delimiter.length);
  for (let count = 1; ; count += 1) {
    while (pending.length < 2) {
      if (!(await pending.more())) throw refuse('The body ends without its last boundary.');
    }
    if (pending.joined().subarray(0, 2).toString('latin1') === '--') return;
    if (count > limits.parts) {
      throw new CodedError(413, 'CL_TOO_MANY_FILES', `At most ${limits.parts} files at once.`);
    }
    const headerEnd = await find(
      pending,
      '\r\n\r\n',
      headerBytesAtMost,
      tooLarge('The header of a part')
    );
    const headers = headersOf(pending.joined().subarray(0, headerEnd).toString('utf8'));
    // The empty line of a part without headers is the end of the boundary's own line.
    pending.drop(headerEnd + 4);
    const end = await find(pending, `\r\n${delimiter}`, limits.partBytes, tooLarge('A file'));
    const bytes = Uint8Array.from(pending.joined().subarray(0, end));
    pending.drop(end + 2 + delimiter.length);
    yield { headers, bytes };
  }
}
