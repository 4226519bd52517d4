import fc from 'fast-check';

const deep = (levels: number): unknown => {
  let value: unknown = 'end';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

/** Texts that programs stumble over: what databases, shells, paths, markup and dates take for something else. */
export const hostileTexts: readonly string[] = [
  ...['', ' ', '\u0000', 'a\u0000b', '\ud800', '\u202e', '\ufeff', 'é'.normalize('NFD'), '😀'],
  ...[
    "' or 1=1 --",
    '"; drop table read; --',
    '$1',
    '%',
    '_',
    '\\',
    '../../etc/passwd',
    '%2e%2e%2f',
  ],
  ...['<script>alert(1)</script>', '{{7*7}}', '${7*7}', '=1+1', '\r\nset-cookie: a=b', 'null'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'NaN', 'Infinity', '-0', '1e999'],
  ...['2026-02-30', '0000-00-00', '9999-12-31', '2026-13-01T00:00:00Z', '2026-03-01', '24:61'],
  ...['00000000-0000-0000-0000-000000000000', '1.2.840.0.1', '9'.repeat(64), 'a'.repeat(5000)],
];

const hostileNumbers: readonly number[] = [
  ...[0, -0, -1, 1, 0.1, -0.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 1e21, 1e308, 5e-324],
];

/** Values of every kind that nobody asked for. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...hostileTexts),
  fc.constantFrom<unknown>(...hostileNumbers),
  fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], { '': '' }),
  fc.constant<unknown>(deep(60)),
  fc.constant<unknown>(JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}')),
  fc.constant<unknown>(Array.from({ length: 3000 }, (_, index) => index)),
  fc.json({ maxDepth: 3 }).map(text => JSON.parse(text) as unknown)
);
