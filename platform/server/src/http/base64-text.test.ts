import { describe, expect, it } from '@jest/globals';
import { Value } from '@sinclair/typebox/value';
import fc from 'fast-check';
import { Base64Text } from './base64-text.js';

const schema = Base64Text({ maxLength: 20_000_000 });
const isGood = (text: string): boolean => Value.Check(schema, text);

describe('base64 of a request', () => {
  it('is what encoding gives, of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), bytes => {
        expect(isGood(Buffer.from(bytes).toString('base64'))).toBe(true);
      })
    );
  });

  it('may be many megabytes long, and a wrong sign in it is found wherever it stands', () => {
    const long = Buffer.alloc(9_000_000).toString('base64');
    expect(isGood(long)).toBe(true);
    for (const at of [0, 65_535, 65_536, long.length - 3]) {
      expect(isGood(`${long.slice(0, at)}*${long.slice(at + 1)}`)).toBe(false);
    }
  });

  it.each(['a b', 'ab-_', 'ab=c', 'ab===', 'ä'])('is not %s', text => {
    expect(isGood(text)).toBe(false);
  });
});
