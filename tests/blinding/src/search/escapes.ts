import { ViewBuilder, type View } from './view.js';

/** Bytes around an escape that are taken with it: no canary is longer. */
const around = 160;

/** How one kind of escape is written; in Latin 1, a byte for a character. */
interface Escape {
  readonly form: string;
  /** A byte without which there is none. */
  readonly mark: number;
  readonly pattern: RegExp;
  /** What it stands for. */
  readonly means: (match: RegExpMatchArray) => Uint8Array | null;
}

const character = (code: number): Uint8Array | null =>
  code <= 0x10ffff ? Buffer.from(String.fromCodePoint(code), 'utf8') : null;

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
  ...{ auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é' },
};

const escapes: readonly Escape[] = [
  {
    form: 'percent-encoded',
    mark: 0x25,
    pattern: /%([0-9a-f]{2})/gi,
    means: ([, digits = '']) => Uint8Array.of(Number.parseInt(digits, 16)),
  },
  {
    form: 'escaped as in JSON',
    mark: 0x5c,
    pattern: /\\u([0-9a-f]{4})|\\u\{([0-9a-f]{1,6})\}|\\x([0-9a-f]{2})|\\([/"\\])/gi,
    means: ([, four, braces, two, plain]) =>
      plain === undefined
        ? character(Number.parseInt(four ?? braces ?? two ?? '', 16))
        : Buffer.from(plain),
  },
  {
    form: 'HTML entities',
    mark: 0x26,
    pattern: /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));?/gi,
    means: ([, decimal, hexadecimal, name]) => {
      if (decimal !== undefined) return character(Number(decimal));
      if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16));
      const text = named[name ?? ''];
      return text === undefined ? null : Buffer.from(text, 'utf8');
    },
  },
];

/** Windows around the escapes of one kind, those that touch joined. */
const windowsOf = (text: string, { pattern }: Escape): { from: number; to: number }[] => {
  const windows: { from: number; to: number }[] = [];
  for (const { index, 0: whole } of text.matchAll(pattern)) {
    const [from, to] = [Math.max(0, index - around), index + whole.length + around];
    const before = windows.at(-1);
    if (before !== undefined && from <= before.to) before.to = to;
    else windows.push({ from, to });
  }
  return windows;
};

const unescaped = (text: string, { pattern, means }: Escape): Uint8Array => {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    const meaning = means(match);
    if (meaning === null) continue;
    parts.push(Buffer.from(text.slice(at, match.index), 'latin1'), meaning);
    at = match.index + match[0].length;
  }
  parts.push(Buffer.from(text.slice(at), 'latin1'));
  return Buffer.concat(parts);
};

/** A view for each kind of escape that stands in the body: those escapes replaced, with what is around them. */
export function unescapedViews(body: Uint8Array): View[] {
  const views: (View | null)[] = [];
  let text: string | null = null;
  for (const escape of escapes) {
    if (!body.includes(escape.mark)) continue;
    text ??= Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1');
    const builder = new ViewBuilder();
    for (const { from, to } of windowsOf(text, escape)) {
      builder.add(unescaped(text.slice(from, to), escape), from);
    }
    views.push(builder.built(escape.form));
  }
  return views.filter(view => view !== null);
}
