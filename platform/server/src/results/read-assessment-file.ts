import { namesArm } from '@corelab/charter';
import { readCsv } from '../facts/read-csv.js';

/** In the order of the documentation; a file may have them in any. */
const columns = ['subject', 'timepoint', 'response', 'assessedOn', 'reason'] as const;
type Column = (typeof columns)[number];
const needed: readonly Column[] = ['subject', 'timepoint', 'response'];

/** What is wrong with a line, or with the file. */
export interface AssessmentFinding {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** A line of the file; what it leaves empty is null. */
export interface AssessmentLine {
  readonly line: number;
  readonly subject: string;
  readonly timepoint: string;
  readonly response: string;
  readonly assessedOn: string | null;
  readonly reason: string | null;
}

export interface AssessmentFile {
  readonly lines: readonly AssessmentLine[];
  readonly findings: readonly AssessmentFinding[];
}

const refused = (line: number, message: string): AssessmentFile => ({
  lines: [],
  findings: [{ line, message }],
});

const headerProblem = (header: readonly string[]): string | null => {
  const arm = header.find(namesArm);
  if (arm !== undefined)
    return `the column ${arm} names a treatment arm, which has no place here; take it out`;
  const unknown = header.find(column => !columns.some(one => one === column));
  if (unknown !== undefined) return `the column ${unknown} is none of ${columns.join(', ')}`;
  const twice = header.find((column, at) => header.indexOf(column) !== at);
  if (twice !== undefined) return `the header has the column ${twice} twice`;
  const missing = needed.find(column => !header.includes(column));
  return missing === undefined ? null : `the header has no column ${missing}`;
};

/** The lines of a CSV file of sites' assessments (UTF-8, with a header), and what is wrong with its form. */
export const readAssessmentFile = (bytes: Uint8Array): AssessmentFile => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (reason) {
    if (!(reason instanceof TypeError)) throw reason;
    return refused(1, 'the file is not UTF-8 text');
  }
  const read = readCsv(text);
  if (!read.ok) return refused(read.problem.line, `the file is no CSV: ${read.problem.message}`);
  const [header, ...records] = read.records;
  if (header === undefined) return refused(1, 'the file has no header line');
  const names = header.fields.map(field => field.trim());
  const problem = headerProblem(names);
  if (problem !== null) return refused(header.line, problem);
  const lines: AssessmentLine[] = [];
  const findings: AssessmentFinding[] = [];
  for (const { line, fields } of records) {
    const of = (column: Column): string => (fields[names.indexOf(column)] ?? '').trim();
    const empty = needed.find(column => of(column) === '');
    if (fields.length !== names.length) {
      const message = `the line has ${fields.length} fields where the header has ${names.length}`;
      findings.push({ line, message });
    } else if (empty !== undefined) {
      findings.push({ line, message: `${empty} is empty` });
    } else {
      lines.push({
        ...{ line, subject: of('subject'), timepoint: of('timepoint'), response: of('response') },
        ...{ assessedOn: of('assessedOn') || null, reason: of('reason') || null },
      });
    }
  }
  return { lines, findings };
};
