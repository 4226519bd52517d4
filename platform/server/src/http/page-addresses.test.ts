import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isClosedPage, withoutHostParameters } from './page-addresses.js';

describe('pages of the stock host', () => {
  it.each(['/local', '/localbasic', '/debug'])(
    '%s is closed in whatever way it is written',
    page => {
      const written = fc
        .array(fc.constantFrom('plain', 'upper', 'encoded', 'twice'), {
          minLength: page.length - 1,
          maxLength: page.length - 1,
        })
        .map(ways =>
          [...page.slice(1)]
            .map((letter, at) => {
              const code = `%${letter.charCodeAt(0).toString(16)}`;
              if (ways[at] === 'upper') return letter.toUpperCase();
              return ways[at] === 'encoded'
                ? code
                : ways[at] === 'twice'
                  ? `%25${code.slice(1)}`
                  : letter;
            })
            .join('')
        );
      const slashes = fc.constantFrom('/', '//', '/%2f', '\\', '%5C');
      const ends = fc.constantFrom('', '/', '//', '/x');
      fc.assert(
        fc.property(slashes, written, ends, (slash, name, end) => {
          expect([name, isClosedPage(`${slash}${name}${end}`)]).toEqual([name, true]);
        })
      );
    }
  );

  it('leave our own open', () => {
    for (const path of [
      '/',
      '/trials',
      '/locality',
      '/oncology-recist',
      '/plugins/local.mjs',
      '/a/local',
    ]) {
      expect([path, isClosedPage(path)]).toEqual([path, false]);
    }
  });

  it('take nothing from an address, and ours keep what they say', () => {
    const studies = 'StudyInstanceUIDs=2.25.1&StudyInstanceUIDs=2.25.2&read=abc';
    expect(withoutHostParameters('/')).toBeNull();
    expect(withoutHostParameters(`/oncology-recist?${studies}`)).toBeNull();
    expect(withoutHostParameters(`/oncology-recist?${studies}&hangingProtocolId=default`)).toBe(
      `/oncology-recist?${studies}`
    );
    expect(withoutHostParameters('/?token=x&customization=//elsewhere/x.json')).toBe('/');
    expect(withoutHostParameters('/qc?%74oken=x&exam=1')).toBe('/qc?exam=1');
  });
});
