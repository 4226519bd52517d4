import { v7 } from 'uuid';
import type { ServerDeps } from '../http/server-deps.js';
import type { CourseState } from '../workflow/machines/course.js';
import type { ReadState } from '../workflow/machines/read.js';
import type { TimepointState } from '../workflow/machines/timepoint.js';

interface HandmadeRead {
  readonly state: ReadState;
  /** User name; nobody where it is left out. */
  readonly reader?: string;
  readonly due?: string;
}

interface HandmadeTimepoint {
  readonly code: string;
  readonly state: TimepointState;
  readonly date?: string;
  /** By slot. */
  readonly reads?: Readonly<Record<string, HandmadeRead>>;
}

/** A subject of a trial as the tables hold it, whatever led there. */
export interface HandmadeSubject {
  readonly identifier: string;
  readonly site?: string;
  readonly status?: string;
  /** By slot. */
  readonly courses?: Readonly<Record<string, CourseState>>;
  readonly timepoints: readonly HandmadeTimepoint[];
}

type Db = Pick<ServerDeps, 'db' | 'now'>;

const siteOf = async ({ db }: Db, trialId: string, code: string): Promise<string> => {
  await db
    .insertInto('site')
    .values({ id: v7(), trial_id: trialId, code })
    .onConflict(conflict => conflict.columns(['trial_id', 'code']).doNothing())
    .execute();
  const row = await db
    .selectFrom('site')
    .select('id')
    .where('trial_id', '=', trialId)
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  return row.id;
};

const trackOf = async ({ db }: Db, trialId: string): Promise<string> => {
  await db
    .insertInto('track')
    .values({ id: v7(), trial_id: trialId, code: 'efficacy', kind: 'efficacy' })
    .onConflict(conflict => conflict.columns(['trial_id', 'code']).doNothing())
    .execute();
  const row = await db
    .selectFrom('track')
    .select('id')
    .where('trial_id', '=', trialId)
    .executeTakeFirstOrThrow();
  return row.id;
};

/** Writes a subject into a trial that has a charter; answers the ids of its reads, as `TP1 R1`. */
export const insertSubject = async (
  deps: Db,
  trialId: string,
  subject: HandmadeSubject
): Promise<Readonly<Record<string, string>>> => {
  const { db, now } = deps;
  const id = v7();
  const { identifier, status = 'enrolled', courses = {}, timepoints } = subject;
  await db.insertInto('subject').values({ id, trial_id: trialId, identifier, status }).execute();
  if (subject.site !== undefined) {
    const site = await siteOf(deps, trialId, subject.site);
    await db
      .insertInto('subject_site')
      .values({ subject_id: id, site_id: site, valid_from: '2026-01-01', from_sequence: 1 })
      .execute();
  }
  const track = await trackOf(deps, trialId);
  const { id: version } = await db
    .selectFrom('charter_version')
    .select('id')
    .where('trial_id', '=', trialId)
    .where('state', '=', 'effective')
    .executeTakeFirstOrThrow();
  const courseIds = new Map<string, string>();
  for (const [slot, state] of Object.entries(courses)) {
    const course = v7();
    courseIds.set(slot, course);
    await db
      .insertInto('course')
      .values({
        ...{ id: course, track_id: track, subject_id: id, slot, state },
        ...{ subject_code: `${slot}-${identifier}`, date_shift_days: -100 },
      })
      .execute();
  }
  const reads: Record<string, string> = {};
  for (const [ordinal, { code, state, date = null, reads: planned }] of timepoints.entries()) {
    const timepoint = v7();
    await db
      .insertInto('timepoint')
      .values({
        ...{ id: timepoint, subject_id: id, code, label: code, ordinal, date, state },
        kind: code === 'BL' ? 'baseline' : 'follow-up',
        visit_number: ordinal + 1,
      })
      .execute();
    for (const [slot, read] of Object.entries(planned ?? {})) {
      const course = courseIds.get(slot);
      if (course === undefined) throw new Error(`${identifier} has no course ${slot}`);
      const readId = v7();
      reads[`${code} ${slot}`] = readId;
      await db
        .insertInto('read')
        .values({
          ...{ id: readId, public_id: `public-${readId}`, course_id: course },
          ...{ timepoint_id: timepoint, charter_version_id: version, state: read.state, ordinal },
          due_date: read.due ?? null,
        })
        .execute();
      if (read.reader === undefined) continue;
      const account = await db
        .selectFrom('account')
        .select('id')
        .where('user_name', '=', read.reader)
        .executeTakeFirstOrThrow();
      await db
        .insertInto('read_assignment')
        .values({
          ...{
            read_id: readId,
            account_id: account.id,
            assigned_at: now(),
            reason: 'for the test',
          },
        })
        .execute();
    }
  }
  return reads;
};
