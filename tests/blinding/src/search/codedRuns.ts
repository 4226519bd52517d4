import { ViewBuilder, type View } from './view.js';

/** Fewer characters in a row hold no canary: six bytes are eight characters of base64. */
const shortestBase64 = 8;
/** Six bytes. */
const shortestHex = 12;

const valuesOf = (alphabet: string): Int8Array => {
  const values = new Int8Array(256).fill(-1);
  for (const [value, letter] of [...alphabet].entries()) values[letter.charCodeAt(0)] = value;
  return values;
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const base64 = valuesOf(`${letters}+/`);
base64['-'.charCodeAt(0)] = 62;
base64['_'.charCodeAt(0)] = 63;
const hex = valuesOf('0123456789abcdef');
for (const [value, letter] of [...'ABCDEF'].entries()) hex[letter.charCodeAt(0)] = 10 + value;

const carriageReturn = 13;
const lineFeed = 10;

interface Run {
  readonly from: number;
  /** The digits' values, line breaks left out. */
  readonly values: Uint8Array;
}

/** Runs of digits of a coding; a line break in the middle does not end one. */
function* runsOf(body: Uint8Array, values: Int8Array, shortest: number): Generator<Run> {
  let at = 0;
  while (at < body.length) {
    if ((values[body[at] ?? 0] ?? -1) < 0) {
      at += 1;
      continue;
    }
    const from = at;
    let digits = 0;
    let breaks = 0;
    while (at < body.length) {
      const byte = body[at] ?? 0;
      if ((values[byte] ?? -1) >= 0) digits += 1;
      else if (byte === lineFeed || byte === carriageReturn) breaks += 1;
      else break;
      at += 1;
    }
    if (digits < shortest) continue;
    const run = body.subarray(from, at);
    yield {
      from,
      values:
        breaks === 0
          ? run.map(byte => values[byte] ?? 0)
          : run.filter(byte => (values[byte] ?? -1) >= 0).map(byte => values[byte] ?? 0),
    };
  }
}

const decoded64 = (values: Uint8Array, skip: number): Uint8Array => {
  const groups = Math.floor((values.length - skip) / 4);
  const rest = (values.length - skip) % 4;
  const bytes = new Uint8Array(groups * 3 + Math.max(0, rest - 1));
  let to = 0;
  for (let at = skip; at < values.length; at += 4) {
    const word =
      ((values[at] ?? 0) << 18) |
      ((values[at + 1] ?? 0) << 12) |
      ((values[at + 2] ?? 0) << 6) |
      (values[at + 3] ?? 0);
    if (to < bytes.length) bytes[to] = word >> 16;
    if (to + 1 < bytes.length) bytes[to + 1] = (word >> 8) & 255;
    if (to + 2 < bytes.length) bytes[to + 2] = word & 255;
    to += 3;
  }
  return bytes;
};

const decodedHex = (values: Uint8Array, skip: number): Uint8Array =>
  Uint8Array.from(
    { length: Math.floor((values.length - skip) / 2) },
    (_, index) => ((values[skip + 2 * index] ?? 0) << 4) | (values[skip + 2 * index + 1] ?? 0)
  );

/**
 * Every run of base64 (standard or URL-safe) and of hexadecimal digits, decoded from each of the digits that it could begin
 * at: letters that stand before it are digits too.
 */
export function codedRuns(body: Uint8Array): View[] {
  const views: (View | null)[] = [];
  const base = Array.from({ length: 4 }, () => new ViewBuilder());
  for (const { from, values } of runsOf(body, base64, shortestBase64)) {
    for (const [skip, builder] of base.entries()) builder.add(decoded64(values, skip), from);
  }
  views.push(...base.map(builder => builder.built('base64')));
  const pairs = Array.from({ length: 2 }, () => new ViewBuilder());
  for (const { from, values } of runsOf(body, hex, shortestHex)) {
    for (const [skip, builder] of pairs.entries()) builder.add(decodedHex(values, skip), from);
  }
  views.push(...pairs.map(builder => builder.built('hexadecimal')));
  return views.filter(view => view !== null);
}
