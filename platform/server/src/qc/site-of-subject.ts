import { sql } from 'kysely';

/** For a query that has `subject`: the code of the site where it is now; null while it is at none. */
export const siteOfSubject = sql<string | null>`(
  select site.code from subject_site join site on site.id = subject_site.site_id
  where subject_site.subject_id = subject.id order by subject_site.valid_from desc, site.code limit 1)`;
