import { namesArm } from '@corelab/charter';
import type { GivenFact } from './check-fact.js';
import { findingOf, type FactFinding } from './finding.js';
import { readCsv, type CsvRecord } from './read-csv.js';

/** In the order of the documentation; a file may have them in any. */
export const factColumns = ['subject', 'kind', 'date', 'value', 'unit', 'name'] as const;
type FactColumn = (typeof factColumns)[number];

/** Columns that a file without units and laboratory values can do without. */
const optional: readonly FactColumn[] = ['unit', 'name'];

export const mostLines = 20_000;

export interface ReadFile {
  readonly given: readonly GivenFact[];
  readonly findings: readonly FactFinding[];
}

const refused = (...findings: readonly FactFinding[]): ReadFile => ({ given: [], findings });

/** The lines of a file of clinical facts, and what is wrong with its form. */
export const readFactFile = (bytes: Uint8Array): ReadFile => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (reason) {
    if (!(reason instanceof TypeError)) throw reason;
    return refused(findingOf(1, null, 'encoding'));
  }
  const read = readCsv(text);
  if (!read.ok) {
    const { line, message } = read.problem;
    return refused(findingOf(line, null, 'csv', { problem: message }));
  }
  const [header, ...records] = read.records;
  if (header === undefined) return refused(findingOf(1, null, 'headerMissing'));
  const columns = header.fields.map(field => field.trim());
  const wrong = headerFindings(header.line, columns);
  if (wrong.length > 0) return refused(...wrong);
  if (records.length > mostLines) {
    return refused(findingOf(header.line, null, 'tooManyLines', { most: String(mostLines) }));
  }
  const given: GivenFact[] = [];
  const findings: FactFinding[] = [];
  for (const record of records) {
    if (record.fields.length === columns.length) {
      given.push(givenIn(record, columns));
    } else {
      const counts = { fields: String(record.fields.length), columns: String(columns.length) };
      findings.push(findingOf(record.line, null, 'fieldCount', counts));
    }
  }
  return { given, findings };
};

const headerFindings = (line: number, columns: readonly string[]): FactFinding[] => {
  const [only] = columns;
  if (columns.length === 1 && only?.includes(';')) return [findingOf(line, null, 'semicolons')];
  const found = columns.flatMap((column, at): FactFinding[] => {
    if (namesArm(column)) return [findingOf(line, column, 'columnArm', { column })];
    if (!factColumns.some(one => one === column)) {
      const known = factColumns.join(', ');
      return [findingOf(line, column, 'columnUnknown', { column, columns: known })];
    }
    if (columns.indexOf(column) !== at) return [findingOf(line, column, 'columnTwice', { column })];
    return [];
  });
  const missing = factColumns.filter(one => !columns.includes(one) && !optional.includes(one));
  return [...found, ...missing.map(column => findingOf(line, column, 'columnMissing', { column }))];
};

const givenIn = ({ line, fields }: CsvRecord, columns: readonly string[]): GivenFact => {
  const of = (column: FactColumn): string =>
    (fields[columns.indexOf(column)] ?? '').trim().normalize('NFC');
  return {
    ...{ line, subject: of('subject'), kind: of('kind'), date: of('date') },
    ...{ value: of('value'), unit: of('unit'), name: of('name') },
  };
};
