import { stringify } from 'csv-stringify/sync';
import type { SdtmRow } from './columns.js';

/** UTF-8 CSV text with a header line, `\n` line ends and RFC 4180 quoting where it is needed. */
export function toCsv(rows: readonly SdtmRow[], columns: readonly string[]): string {
  return stringify(
    rows.map(row => columns.map(column => row[column] ?? '')),
    { header: true, columns: [...columns], record_delimiter: '\n' }
  );
}
