/** One record of a file: its fields, and the line it begins on, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Where a file is no CSV, and why. */
export interface CsvProblem {
  readonly line: number;
  readonly message: string;
}

export type ReadCsv =
  | { readonly ok: true; readonly records: readonly CsvRecord[] }
  | { readonly ok: false; readonly problem: CsvProblem };

/**
 * Reads CSV by RFC 4180: fields between commas, records between line ends (CRLF, LF or CR), a field in quotation marks may
 * hold all of these, and a quotation mark that is doubled. A mark of byte order at the start and empty lines are left out.
 */
export const readCsv = (text: string): ReadCsv => {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let [at, line, begins] = [text.startsWith('\uFEFF') ? 1 : 0, 1, 1];
  const problem = (message: string, where = line): ReadCsv => ({
    ok: false,
    problem: { line: where, message },
  });
  const endRecord = (): void => {
    if (fields.length > 1 || fields[0] !== '') records.push({ line: begins, fields });
    fields = [];
  };
  while (at < text.length) {
    if (fields.length === 0) begins = line;
    let field = '';
    if (text[at] === '"') {
      const opened = line;
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) return problem('a quotation mark is not closed', opened);
        field += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        field += '"';
        at += 1;
      }
      line += linesIn(field);
      if (at < text.length && !/[,\r\n]/.test(text[at] ?? '')) {
        return problem('after a closing quotation mark comes a comma or the end of the line');
      }
    } else {
      const end = endOfPlain(text, at);
      field = text.slice(at, end);
      at = end;
      if (field.includes('"')) {
        return problem('a quotation mark stands within a field that does not begin with one');
      }
    }
    fields.push(field);
    if (text[at] === ',') {
      at += 1;
      // A comma at the end of the file has an empty field after it.
      if (at === text.length) fields.push('');
      continue;
    }
    if (text.startsWith('\r\n', at)) at += 1;
    at += 1;
    endRecord();
    line += 1;
  }
  if (fields.length > 0) endRecord();
  return { ok: true, records };
};

const linesIn = (text: string): number => text.split(/\r\n|\r|\n/).length - 1;

/** Where a field without quotation marks ends. */
const endOfPlain = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && !',\r\n'.includes(text[at] ?? '')) at += 1;
  return at;
};
