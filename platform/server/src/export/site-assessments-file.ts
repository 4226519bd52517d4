import { toCsv } from '@corelab/exchange';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { stood, type TrackAsOf } from './as-of.js';
import { sitesAsOf } from './sites-as-of.js';

/** One row a visit that its site has assessed. */
const columns = [
  ...['SUBJID', 'SITEID', 'VISITNUM', 'VISIT', 'RESPONSE', 'ASSESSEDON'],
  ...['VERSION', 'REASON', 'SOURCE', 'ENTEREDBY', 'ENTEREDAT'],
] as const;

/**
 * `site-assessments.csv`: what sites said of visits themselves, as it stood as of an entry of the audit chain. No file where
 * they said nothing.
 */
export const siteAssessmentsFile = async (
  db: Kysely<Database>,
  { trialId, trackId, sequence }: TrackAsOf
): Promise<{ name: string; content: string }[]> => {
  const rows = await db
    .selectFrom('site_assessment')
    .innerJoin('subject', 'subject.id', 'site_assessment.subject_id')
    .innerJoin('timepoint', 'timepoint.id', 'site_assessment.timepoint_id')
    .innerJoin('account', 'account.id', 'site_assessment.entered_by')
    .select(['site_assessment.subject_id', 'subject.identifier', 'timepoint.code'])
    .select(['timepoint.visit_number', 'response', 'assessed_on', 'reason', 'source'])
    .select(['account.user_name', 'entered_at', 'site_assessment.version'])
    .where('site_assessment.track_id', '=', trackId)
    .where('response', 'is not', null)
    .where(stood('site_assessment', sequence))
    .orderBy('subject.identifier')
    .orderBy('timepoint.visit_number')
    .execute();
  if (rows.length === 0) return [];
  const sites = await sitesAsOf(db, trialId, sequence);
  const lines = rows.map(row => ({
    ...{ SUBJID: row.identifier, SITEID: sites.get(row.subject_id) ?? '' },
    ...{ VISITNUM: String(row.visit_number), VISIT: row.code, RESPONSE: row.response ?? '' },
    ...{ ASSESSEDON: row.assessed_on ?? '', VERSION: String(row.version) },
    ...{ REASON: row.reason ?? '', SOURCE: row.source.toUpperCase() },
    ...{ ENTEREDBY: row.user_name, ENTEREDAT: row.entered_at.toISOString() },
  }));
  return [{ name: 'site-assessments.csv', content: toCsv(lines, columns) }];
};
