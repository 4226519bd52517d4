import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Canary } from '../canaries/canary.js';
import { dateForms } from './dateForms.js';
import { withoutCodings } from './packed.js';
import { Searcher } from './searcher.js';

const canary = (text: string, more: Partial<Canary> = {}): Canary => ({
  ...{ kind: 'identity', text, at: 'the test', may: [] },
  ...more,
});

const name = 'CANARY0010001001';
const uid = '2.25.311904873652817364518273645182736451';
const umlaut = 'Grünfäßchen^N01';
const japanese = '金糸雀^太郎左';
const date = '2026-01-05';
const texts = [name, uid, umlaut, japanese];
const searcher = new Searcher([
  ...texts.map(text => canary(text)),
  canary(date, { kind: 'realDate', date: true }),
  canary('101', { kind: 'site' }),
  canary('F', { kind: 'element', tag: '00100040' }),
]);

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const swapped = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();
const escapedAll = (text: string): string =>
  [...text].map(one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const percentAll = (text: string): string =>
  [...utf8(text)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('');
const entities = (text: string): string =>
  [...text].map(one => `&#x${(one.codePointAt(0) ?? 0).toString(16)};`).join('');

/** How a text may stand in an answer, by the form that a trace says. */
const codings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  plain: utf8,
  'plain: other case': text => utf8(text.toUpperCase()),
  'plain: Latin 1': text => Buffer.from(text, 'latin1'),
  'UTF-16 little endian': text => Buffer.from(text, 'utf16le'),
  'UTF-16 big endian': swapped,
  backwards: text => utf8([...text].reverse().join('')),
  base64: text => utf8(Buffer.from(text).toString('base64')),
  'base64: URL-safe': text => utf8(Buffer.from(text).toString('base64url')),
  'base64: in the middle': text => utf8(Buffer.from(`a,${text};bc`).toString('base64')),
  'base64: broken into lines': text =>
    utf8(Buffer.from(`x${text}`.repeat(9)).toString('base64').replace(/.{76}/g, '$&\r\n')),
  'base64: of UTF-16': text => utf8(Buffer.from(text, 'utf16le').toString('base64')),
  hexadecimal: text => utf8(Buffer.from(text).toString('hex')),
  'hexadecimal: upper case': text => utf8(Buffer.from(text).toString('hex').toUpperCase()),
  'percent-encoded': text => utf8(encodeURIComponent(text)),
  'percent-encoded: every byte': text => utf8(percentAll(text)),
  'escaped as in JSON': text => utf8(escapedAll(text)),
  'HTML entities': text => utf8(entities(text)),
  gzip: text => gzipSync(text),
  zlib: text => deflateSync(text),
  'gzip: in base64': text => utf8(gzipSync(text).toString('base64')),
  'percent-encoded: base64': text => utf8(encodeURIComponent(Buffer.from(text).toString('base64'))),
};

const formsOf = (body: Uint8Array): string[] => searcher.search(body).map(({ form }) => form);
const around = fc.uint8Array({ maxLength: 2000 });
const joined = (...parts: Uint8Array[]): Buffer => Buffer.concat(parts);

describe('a search for canaries', () => {
  it.each(Object.entries(codings))('finds what is %s, wherever it stands', (_, coded) => {
    fc.assert(
      fc.property(around, around, fc.constantFrom(...texts), (before, after, text) => {
        // A line break beside it: digits by chance must not join a coded run.
        const body = joined(before, utf8('\n\0'), coded(text), utf8('\0\n'), after);
        const isLatin1 = [...text].every(one => one.charCodeAt(0) < 256);
        if (!isLatin1 && coded === codings['plain: Latin 1']) return;
        expect(searcher.search(body)).toContainEqual(
          expect.objectContaining({ kind: 'identity', at: 'the test' })
        );
      }),
      { numRuns: 40 }
    );
  });

  it('says where a plain text stands', () => {
    fc.assert(
      fc.property(fc.nat(5000), at => {
        const body = joined(Buffer.alloc(at, 0x2e), utf8(name), Buffer.alloc(100, 0x2e));
        expect(searcher.search(body)).toMatchObject([{ form: 'plain', offset: at }]);
      })
    );
  });

  it('finds base64 whose beginning the letters before it hide', () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const text = `${before}${Buffer.from(name).toString('base64')}`;
      expect([before, formsOf(utf8(text)).includes('base64: plain')]).toEqual([before, true]);
    }
  });

  it.each(dateForms(date))('finds a date written %s', form => {
    for (const [before, after] of [
      ['', ''],
      ['on ', '.'],
      ['"', '"'],
    ]) {
      expect(searcher.search(utf8(`${before}${form}${after}`))).toContainEqual(
        expect.objectContaining({ kind: 'realDate' })
      );
    }
  });

  it('finds a date with a time of day behind it, and not inside a UID', () => {
    expect(formsOf(utf8('20260105101500.123'))).toEqual(['date']);
    expect(formsOf(utf8('2.25.4711202601051234567890123456789'))).toEqual([]);
  });

  it('finds short texts as whole values alone, and elements by their tags', () => {
    expect(formsOf(utf8('{"code":"101"}'))).toEqual(['whole value in ""']);
    expect(formsOf(utf8('<td>101</td>'))).toEqual(['whole value in ><']);
    expect(formsOf(utf8('{"Value":[101],"name":"1010"}'))).toEqual([]);
    expect(formsOf(utf8('{"00100040":{"vr":"CS"}}'))).toEqual(['element in DICOM JSON']);
    expect(searcher.searchValue(' 101 ')).toMatchObject([{ kind: 'site', form: 'whole value' }]);
    expect(searcher.searchValue('image 101 of 240')).toEqual([]);
  });

  it('finds what stands in segments of compressed frames and in parts of a multipart body', () => {
    const comment = joined(Buffer.from([0xff, 0xfe, 0, 18]), utf8(name));
    const frame = joined(Buffer.from([0xff, 0xd8]), comment, Buffer.from([0xff, 0xf7, 0, 11]));
    const body = joined(
      utf8('--b\r\nContent-Type: image/jls\r\n\r\n'),
      frame,
      utf8('\r\n--b--\r\n')
    );
    expect(formsOf(body)).toEqual(['plain']);
  });

  it('finds nothing in what is almost a canary, nor in what is there by chance', () => {
    const almost = [name.slice(0, -1), `${name.slice(0, -1)}2`, uid.slice(1), '2026-01-06', 'R1'];
    for (const text of almost) {
      for (const [form, coded] of Object.entries(codings)) {
        expect([text, form, searcher.search(coded(text))]).toEqual([text, form, []]);
      }
    }
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1000, maxLength: 20_000 }), body => {
        expect(searcher.search(body)).toEqual([]);
      })
    );
  });

  it('never tells the text', () => {
    const traces = JSON.stringify(searcher.search(joined(...texts.map(utf8), utf8(date))));
    for (const text of [...texts, date]) expect(traces).not.toContain(text);
  });
});

describe('content codings', () => {
  const plain = utf8(`{"name":"${name}"}`);
  it.each([
    ['gzip', gzipSync(plain)],
    ['deflate', deflateSync(plain)],
    ['deflate', deflateRawSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['gzip, br', brotliCompressSync(gzipSync(plain))],
    [undefined, plain],
  ])('of %s are undone', (header, body) => {
    expect(Buffer.from(withoutCodings(body, header)).equals(plain)).toBe(true);
  });

  it('are refused where they are not known or not true: they could hide anything', () => {
    expect(() => withoutCodings(plain, 'zstd')).toThrow('zstd is not known');
    expect(() => withoutCodings(plain, 'gzip')).toThrow('says content-encoding gzip and is not');
  });
});
