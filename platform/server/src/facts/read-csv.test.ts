import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCsv } from './read-csv.js';

const fieldsOf = (text: string) => {
  const read = readCsv(text);
  if (!read.ok) throw new Error(`${read.problem.line}: ${read.problem.message}`);
  return read.records.map(({ fields }) => fields);
};
const linesOf = (text: string) => {
  const read = readCsv(text);
  return read.ok ? read.records.map(({ line }) => line) : null;
};

const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;

describe('a CSV file', () => {
  it('has records between line ends of any kind, the last with or without one', () => {
    expect(fieldsOf('a,b\r\nc,d\ne,f\rg,h')).toEqual([
      ...[
        ['a', 'b'],
        ['c', 'd'],
      ],
      ...[
        ['e', 'f'],
        ['g', 'h'],
      ],
    ]);
    expect(fieldsOf('a,b\n')).toEqual([['a', 'b']]);
    expect(fieldsOf('')).toEqual([]);
  });

  it('has fields in quotation marks that hold commas, line ends and quotation marks', () => {
    expect(fieldsOf('"a,b","c\nd","e""f"\n')).toEqual([['a,b', 'c\nd', 'e"f']]);
    expect(fieldsOf('"",x\n')).toEqual([['', 'x']]);
  });

  it('keeps empty fields, also the last, and leaves out empty lines and the mark of byte order', () => {
    expect(fieldsOf('\uFEFFa,,\n\n\r\n,b,')).toEqual([
      ['a', '', ''],
      ['', 'b', ''],
    ]);
  });

  it('says on which line each record begins', () => {
    expect(linesOf('a\n\n"b\r\nc",d\ne\n')).toEqual([1, 3, 5]);
  });

  it.each([
    ['a\n"b,c', 2, 'not closed'],
    ['a\n"b"c', 2, 'after a closing quotation mark'],
    ['a\nb"c', 2, 'within a field'],
    ['"a\nb"x', 2, 'after a closing quotation mark'],
  ])('that is none says where and why: %j', (text, line, message) => {
    expect(readCsv(text)).toMatchObject({
      ok: false,
      problem: { line, message: expect.stringContaining(message) },
    });
  });

  it('gives back what was written, whatever stands in it', () => {
    const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'ä') });
    const record = fc.array(field, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(record), fc.constantFrom('\n', '\r\n', '\r'), (records, end) => {
        const text = records.map(fields => fields.map(quoted).join(',') + end).join('');
        expect(fieldsOf(text)).toEqual(records);
      })
    );
  });
});
