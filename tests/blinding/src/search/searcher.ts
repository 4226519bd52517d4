import { createHash } from 'node:crypto';
import type { Canary, CanaryKind } from '../canaries/canary.js';
import { codedRuns } from './codedRuns.js';
import { unescapedViews } from './escapes.js';
import { packedMembers } from './packed.js';
import { PatternSet } from './patternSet.js';
import { shortestText, textForms, wholeValues, type TextForm } from './textForms.js';
import type { View } from './view.js';

/** A canary where it must not be. It does not hold the text, nor what stands around it. */
export interface Trace {
  readonly kind: CanaryKind;
  readonly at: string;
  /** How it stands there: codings from the outermost, then the form of the text. */
  readonly form: string;
  /** Byte in the body where it, or the coded run that holds it, begins. */
  readonly offset: number;
  /** SHA-256 of the bytes around it, to know the same trace again. */
  readonly excerpt: string;
}

/** A longer number than this is a UID or an id, in which any eight digits can stand by chance; a date-time has 17. */
const longestNumber = 20;
/** Codings inside codings that are undone. */
const deepest = 3;
const excerptAround = 16;

interface Wanted extends TextForm {
  readonly canary: Canary;
}

const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Whether the number in which the bytes from `from` to `to` stand is too long to be a date or an instant. */
const inLongNumber = (body: Uint8Array, from: number, to: number): boolean => {
  let [first, last] = [from, to];
  while (isDigit(body[first - 1]) && to - first <= longestNumber) first -= 1;
  while (isDigit(body[last]) && last - first <= longestNumber) last += 1;
  return last - first > longestNumber;
};

/** Share of control characters above which bytes are no text; of bytes by chance, a ninth are. */
const controlsOfText = 0.03;
const lookedAt = 4096;

/** Whether it is text: only then are escapes and runs in it undone again. Zeros are between pieces, and of UTF-16. */
const isText = (bytes: Uint8Array): boolean => {
  const length = Math.min(bytes.length, lookedAt);
  let controls = 0;
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte !== 0 && byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls += 1;
  }
  return controls <= controlsOfText * length;
};

/** Which canaries stand in bytes, in which form. Made once for a set of canaries and used for all bodies. */
export class Searcher {
  readonly #wanted: readonly Wanted[];
  readonly #patterns: PatternSet;
  readonly #whole: readonly Wanted[];
  readonly #wholePatterns: PatternSet;
  readonly #values: readonly Canary[];

  /** @throws Error for a canary without a text: a search for nothing would find nothing */
  constructor(canaries: readonly Canary[]) {
    const empty = canaries.find(({ text }) => text === '');
    if (empty !== undefined) throw new Error(`the canary at ${empty.at} has no text`);
    const short = canaries.filter(
      ({ text, tag }) => tag !== undefined || text.length < shortestText
    );
    const long = canaries.filter(canary => !short.includes(canary));
    const each = (some: readonly Canary[], forms: (canary: Canary) => TextForm[]): Wanted[] =>
      some.flatMap(canary => forms(canary).map(form => ({ ...form, canary })));
    this.#wanted = each(long, textForms);
    this.#patterns = new PatternSet(this.#wanted.map(({ bytes }) => bytes));
    this.#whole = each(short, wholeValues);
    this.#wholePatterns = new PatternSet(this.#whole.map(({ bytes }) => bytes));
    this.#values = short.filter(({ tag }) => tag === undefined);
  }

  /** Traces in the bytes of a body, whatever it is: text, image, archive. Content codings must be undone before. */
  search(body: Uint8Array): Trace[] {
    const traces: Trace[] = [];
    this.#look(body, [], offset => offset, traces, deepest);
    return traces;
  }

  /** Traces in a value that stands alone: a header, a cookie, a stored value, a text of the page. */
  searchValue(value: string): Trace[] {
    const traces = this.search(Buffer.from(value, 'utf8'));
    const alone = value.trim();
    for (const { kind, at, text } of this.#values) {
      if (alone !== text) continue;
      traces.push({
        kind,
        at,
        form: 'whole value',
        offset: 0,
        excerpt: excerptOf(Buffer.from(at), 0, 0),
      });
    }
    return traces;
  }

  #look(
    bytes: Uint8Array,
    codings: readonly string[],
    sourceOf: (offset: number) => number,
    traces: Trace[],
    depth: number
  ): void {
    const found = (wanted: Wanted | undefined, offset: number): void => {
      if (wanted === undefined) return;
      const { canary, form, digits, bytes: text } = wanted;
      const end = offset + text.length;
      if (digits && inLongNumber(bytes, offset, end)) return;
      traces.push({
        ...{ kind: canary.kind, at: canary.at },
        form: [...codings, form].join(': '),
        offset: sourceOf(offset),
        excerpt: excerptOf(bytes, offset, end),
      });
    };
    this.#patterns.search(bytes, (index, offset) => found(this.#wanted[index], offset));
    const text = isText(bytes);
    if (text || codings.length === 0)
      this.#wholePatterns.search(bytes, (index, offset) => found(this.#whole[index], offset));
    if (depth === 0) return;
    const views: View[] = [...packedMembers(bytes)];
    if (text || codings.length === 0) views.push(...unescapedViews(bytes), ...codedRuns(bytes));
    for (const view of views) {
      const source = (offset: number): number => sourceOf(view.sourceOf(offset));
      this.#look(view.bytes, [...codings, view.form], source, traces, depth - 1);
    }
  }
}

const excerptOf = (bytes: Uint8Array, from: number, to: number): string =>
  createHash('sha256')
    .update(bytes.subarray(Math.max(0, from - excerptAround), to + excerptAround))
    .digest('hex')
    .slice(0, 16);
