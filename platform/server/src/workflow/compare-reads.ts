import type { CourseRead, Reads } from '@corelab/adjudication';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { adjudicatorSlot, type SubjectReading } from './subject-reading.js';
import { courseReadsOf } from './subject-reads.js';

/** Named in what is decided by it, beside the criteria's. */
export const adjudicationEngine = 'corelab-adjudication 0.1.0';

/** The readers' courses, and what an adjudicator read anew, under the names the rules have for slots, with true dates. */
export const readsBySlot = async (
  db: Kysely<Database>,
  { reads, terms }: Pick<SubjectReading, 'reads' | 'terms'>,
  shiftDays = 0
): Promise<Reads<CourseRead>> => {
  const courses = await courseReadsOf(db, reads, terms, shiftDays);
  return {
    reader1: courses.get('R1') ?? null,
    reader2: courses.get('R2') ?? null,
    adjudicator: courses.get(adjudicatorSlot) ?? null,
  };
};
