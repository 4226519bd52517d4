import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { filterOf, isFiltered, noFilter, progressAddress } from './progressFilter.js';
import { standings } from './standings.js';

const word = (maxLength: number) =>
  fc.option(
    fc
      .string({ minLength: 1, maxLength })
      .map(one => one.trim())
      .filter(one => one !== '')
  );

const anyFilter = fc.record({
  ...{ site: word(32), reader: word(100), text: word(100) },
  state: fc.option(fc.constantFrom(...standings)),
  ...{ late: fc.boolean(), stuck: fc.boolean() },
});

describe('the filter of an address', () => {
  it('is what was put into it', () => {
    fc.assert(
      fc.property(anyFilter, fc.constantFrom('matrix', 'summary'), (filter, view) => {
        const { search, searchParams } = new URL(
          progressAddress('T 1&', view as 'matrix', filter),
          'http://x'
        );
        expect(filterOf(new URLSearchParams(search))).toEqual(filter);
        expect(searchParams.get('trial')).toBe('T 1&');
        expect(searchParams.get('view')).toBe(view === 'summary' ? 'summary' : null);
      })
    );
  });

  it('knows when it asks for nothing', () => {
    expect(filterOf(new URLSearchParams('trial=T-1&state=unheard&late=yes'))).toEqual(noFilter);
    expect(isFiltered(noFilter)).toBe(false);
    expect(isFiltered({ ...noFilter, stuck: true })).toBe(true);
  });
});
