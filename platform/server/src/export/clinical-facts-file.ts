import { toCsv } from '@corelab/exchange';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

/** One row a version, as it stood. */
const columns = [
  'SUBJID',
  'KIND',
  'DATE',
  'VALUE',
  'UNIT',
  'NAME',
  'VERSION',
  'WITHDRAWN',
  'FROMENTRY',
  'TOENTRY',
  'SOURCE',
  'RECORDEDAT',
] as const;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * `clinical-facts.csv`: every version of every clinical fact of a trial that had begun as of an entry of the audit chain, with
 * the entry that ended it where it had ended by then; also of kinds that the charter has stopped keeping. No file where none
 * was kept.
 */
export const clinicalFactsFile = async (
  db: Kysely<Database>,
  trialId: string,
  sequence: number
): Promise<{ name: string; content: string }[]> => {
  const rows = await db
    .selectFrom('clinical_fact')
    .innerJoin('subject', 'subject.id', 'clinical_fact.subject_id')
    .selectAll('clinical_fact')
    .select('subject.identifier')
    .where('subject.trial_id', '=', trialId)
    .where('clinical_fact.from_sequence', '<=', sequence)
    .execute();
  if (rows.length === 0) return [];
  // Sorted here: databases differ in how they order texts.
  const sorted = rows.toSorted(
    (a, b) =>
      byText(a.identifier, b.identifier) ||
      byText(a.kind, b.kind) ||
      byText(a.key_date, b.key_date) ||
      byText(a.name, b.name) ||
      a.version - b.version
  );
  const written = sorted.map(row => {
    const to = row.to_sequence === null ? null : Number(row.to_sequence);
    return {
      ...{ SUBJID: row.identifier, KIND: row.kind, DATE: row.date ?? '' },
      ...{ VALUE: row.value ?? '', UNIT: row.unit ?? '', NAME: row.name },
      ...{ VERSION: String(row.version), WITHDRAWN: row.withdrawn ? 'Y' : '' },
      FROMENTRY: String(row.from_sequence),
      TOENTRY: to === null || to > sequence ? '' : String(to),
      ...{ SOURCE: row.source, RECORDEDAT: row.recorded_at.toISOString() },
    };
  });
  return [{ name: 'clinical-facts.csv', content: toCsv(written, columns) }];
};
