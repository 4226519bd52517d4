import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { loadCharter } from './index.js';
import { isRecord } from './isRecord.js';
import { loadedOf } from './testing/changing.js';

const folder = new URL('../examples/', import.meta.url);
const texts = readdirSync(folder).map(name => readFileSync(new URL(name, folder), 'utf8'));
const anyExample = fc.constantFrom(...texts);

/** Loads, and every error and finding is on a line and in a column of the text. */
function expectPlaced(text: string): void {
  const loaded = loadCharter(text);
  const lines = text.split('\n');
  const said = loaded.ok ? loaded.findings : loaded.errors;
  if (!loaded.ok) expect(said.length).toBeGreaterThan(0);
  for (const { line, column, message } of said) {
    expect(message).not.toBe('');
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
  }
}

/** Every place of a value, as the keys that lead there. */
function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, one]) => placesOf(one, [...path, key]));
  return [path, ...below];
}

function replacedAt(
  value: unknown,
  path: readonly string[],
  change: (old: unknown) => unknown
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) =>
      String(index) === key ? replacedAt(one, rest, change) : one
    );
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      name === key ? replacedAt(one, rest, change) : one,
    ])
  );
}

const oddValues = fc.oneof(
  fc.constantFrom<unknown>(null, '', 'R1', 'ADJ', 'follow-up', '__proto__', -1, 0, 1e308, [], {}, [
    [],
  ]),
  fc.jsonValue({ maxDepth: 2 })
);

/** What may become of one place: another value, gone, twice, or one key more. */
const changes: fc.Arbitrary<(old: unknown) => unknown> = fc.oneof(
  oddValues.map(value => () => value),
  fc.constant((old: unknown) => [old, old]),
  fc.constant((old: unknown) =>
    Array.isArray(old) ? [...(old as unknown[]), old[0] as unknown] : undefined
  ),
  fc
    .tuple(
      fc.oneof(fc.constantFrom('arm', 'ADJ', 'constructor', '__proto__'), fc.string()),
      oddValues
    )
    .map(
      ([key, value]) =>
        (old: unknown) =>
          isRecord(old) ? Object.fromEntries([...Object.entries(old), [key, value]]) : value
    )
);

/** The same mapping with its keys, and those of what is in it, in another order. */
function reordered(value: unknown, order: (length: number) => number[]): unknown {
  if (Array.isArray(value)) return value.map(one => reordered(one, order));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    order(entries.length).map(index => {
      const [key, one] = entries[index] ?? ['', null];
      return [key, reordered(one, order)];
    })
  );
}

describe('loadCharter, whatever it is given', () => {
  it('never throws on a text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), expectPlaced));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab:-[]{}&*#|>!%@\'"?,\n \t0'), maxLength: 60 }),
        expectPlaced
      ),
      { numRuns: 500 }
    );
  });

  it('never throws on an example with characters changed', () => {
    fc.assert(
      fc.property(
        anyExample,
        fc.nat(2000),
        fc.nat(40),
        fc.string({ maxLength: 12 }),
        (text, start, length, put) => {
          const from = start % text.length;
          expectPlaced(text.slice(0, from) + put + text.slice(from + length));
        }
      ),
      { numRuns: 200 }
    );
  });

  it('never throws on an example with values changed', () => {
    fc.assert(
      fc.property(
        anyExample,
        fc.array(fc.tuple(fc.nat(10_000), changes), { minLength: 1, maxLength: 3 }),
        (text, edits) => {
          const authored = edits.reduce<unknown>((value, [which, change]) => {
            const places = placesOf(value);
            return replacedAt(value, places[which % places.length] ?? [], change);
          }, parse(text));
          expectPlaced(stringify(authored) ?? '');
        }
      ),
      { numRuns: 300 }
    );
  });

  it('resolves what it resolved to the same', () => {
    for (const text of texts) {
      const { charter, hash } = loadedOf(text);
      expect(loadedOf(JSON.stringify(charter))).toMatchObject({ charter, hash });
    }
  });

  it('resolves what it resolved to the same after any change that still loads', () => {
    fc.assert(
      fc.property(anyExample, fc.nat(10_000), changes, (text, which, change) => {
        const authored: unknown = parse(text);
        const places = placesOf(authored);
        const edited = replacedAt(authored, places[which % places.length] ?? [], change);
        const loaded = loadCharter(stringify(edited) ?? '');
        if (!loaded.ok) return;
        expect(loadedOf(JSON.stringify(loaded.charter)).hash).toBe(loaded.hash);
      }),
      { numRuns: 200 }
    );
  });

  it('gives one hash whatever the order of keys', () => {
    fc.assert(
      fc.property(
        anyExample,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (text, chance) => {
          const order = (length: number) =>
            Array.from({ length }, (_, index) => ({ index, at: chance.next().value }))
              .sort((a, b) => a.at - b.at)
              .map(({ index }) => index);
          const shuffled = stringify(reordered(parse(text), order));
          expect(loadedOf(shuffled).hash).toBe(loadedOf(text).hash);
        }
      ),
      { numRuns: 30 }
    );
  });
});
