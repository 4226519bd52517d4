/** What is wrong with a line, by code: the sentence, from the values that the finding carries. */
const sentences = {
  encoding: () => 'the file is not UTF-8 text',
  csv: ({ problem }) => `the file is no CSV: ${problem}`,
  headerMissing: () => 'the file has no header line',
  semicolons: () => 'the columns stand between semicolons; they must stand between commas',
  columnMissing: ({ column }) => `the header has no column ${column}`,
  columnTwice: ({ column }) => `the header has the column ${column} twice`,
  columnUnknown: ({ column, columns }) => `the column ${column} is none of ${columns}`,
  columnArm: ({ column }) =>
    `the column ${column} names a treatment arm, which has no place here; take it out of the file`,
  tooManyLines: ({ most }) => `the file has more than ${most} lines; divide it`,
  fieldCount: ({ fields, columns }) =>
    `the line has ${fields} fields where the header has ${columns}`,
  subjectMissing: () => 'the line names no subject',
  subjectUnknown: ({ value }) => `the trial has no subject ${value}`,
  kindMissing: () => 'the line names no kind of fact',
  kindUnknown: ({ value }) => `there is no kind of fact ${value}`,
  kindArm: ({ value }) =>
    `${value} names a treatment arm, which has no place here; take it out of the file`,
  kindNotKept: ({ value }) => `the charter keeps no ${value}`,
  kindNotYours: ({ value }) => `the charter does not show you ${value}, so you can not bring it in`,
  dateMissing: ({ kind }) => `${kind} has no date`,
  dateNotTaken: ({ kind }) => `${kind} is kept without a date`,
  dateForm: ({ value }) =>
    `${value} is no date: write YYYY-MM-DD, or YYYY-MM or YYYY where no more is known`,
  dateNoDay: ({ value }) => `${value} is no day of the calendar`,
  dateEarly: ({ value }) => `${value} is before 1900`,
  dateFuture: ({ value }) => `${value} is in the future`,
  valueMissing: ({ kind }) => `${kind} has no value`,
  valueNotTaken: ({ kind }) => `${kind} is a date alone and has no value`,
  valueChoice: ({ value, choices }) => `${value} is none of ${choices}`,
  valueNumber: ({ value }) => `${value} is no number (a decimal point, no unit)`,
  valueRange: ({ value, least, most, unit }) =>
    `${value} is not between ${least} and ${most} ${unit}`,
  valueLong: ({ most }) => `the text is longer than ${most} characters`,
  unitMissing: ({ unit }) => `the unit is missing (${unit})`,
  unitOther: ({ value, unit }) => `the unit is ${value}; it must be ${unit}`,
  unitNotTaken: ({ kind }) => `${kind} has no unit`,
  nameMissing: () => 'a laboratory value needs the name of what was measured',
  nameNotTaken: ({ kind }) => `${kind} has no name`,
  nameArm: ({ value }) => `${value} names a treatment arm, which has no place here`,
  identifies: ({ kinds }) => `the text holds what looks like identity (${kinds}); write it without`,
  twice: ({ line }) => `line ${line} says something else of the same fact`,
} as const satisfies Readonly<Record<string, (values: Readonly<Record<string, string>>) => string>>;

export type FindingCode = keyof typeof sentences;

/** Why a line, or the file, can not be taken. */
export interface FactFinding {
  /** From 1; 0 where it was entered by hand. */
  readonly line: number;
  /** Null where it is of the whole line. */
  readonly column: string | null;
  readonly code: FindingCode;
  /** What the sentence of the code names. */
  readonly values: Readonly<Record<string, string>>;
  readonly message: string;
}

export const findingOf = (
  line: number,
  column: string | null,
  code: FindingCode,
  values: Readonly<Record<string, string>> = {}
): FactFinding => ({ line, column, code, values, message: sentences[code](values) });
