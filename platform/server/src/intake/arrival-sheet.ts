import type { ImageProblem } from '@corelab/reads';
import { sql, type Kysely } from 'kysely';
import { ArchiveError } from '../archive/archive-error.js';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { arrivalViewOf, type ArrivalView } from './arrival-list.js';
import type { IntakeDeps } from './intake-deps.js';
import { deliveriesOfStudy } from './receipt-list.js';
import { heldStudy } from './settle-study.js';
import { trialOfIntake } from './trial-rules.js';

/** A series of an arrived study. */
export interface ArrivedSeries {
  /** Its id once the study belongs to an exam, by which it is corrected. */
  id: string | null;
  seriesUid: string;
  images: number;
  /** Images of it that are in quarantine now. */
  apart: number;
  modality: string | null;
  /** What the charter's rules propose, or what stands after QC and corrections. */
  role: string | null;
  acquisitionDate: string | null;
  problems: readonly ImageProblem[];
}

export interface ArrivalAct {
  at: string;
  /** The act of the audit entry: a key of words. */
  act: string;
  /** User name; null where the server acted by itself. */
  by: string | null;
}

export interface ArrivalSheet {
  arrival: ArrivalView;
  series: ArrivedSeries[];
  /** False: the archive does not answer now, so that modality, role and problems are not known. */
  described: boolean;
  deliveries: Awaited<ReturnType<typeof deliveriesOfStudy>>;
  history: ArrivalAct[];
}

type Described = Pick<
  ArrivedSeries,
  'id' | 'seriesUid' | 'modality' | 'role' | 'acquisitionDate' | 'problems'
>;

/** Series as their exam has them. */
const seriesOfExam = async (db: Kysely<Database>, studyUid: string): Promise<Described[]> => {
  const rows = await db
    .selectFrom('series')
    .select(['id', 'series_uid', 'modality', 'role', 'acquisition_date', 'problems'])
    .where('study_uid', '=', studyUid)
    .execute();
  return rows.map(row => ({
    ...{ id: row.id, seriesUid: row.series_uid, modality: row.modality, role: row.role },
    ...{ acquisitionDate: row.acquisition_date, problems: row.problems },
  }));
};

/** Series as the charter's rules see them now; null while the archive does not answer. */
const seriesByRules = async (
  deps: IntakeDeps,
  trialId: string,
  studyUid: string
): Promise<Described[] | null> => {
  const trial = await trialOfIntake(deps.db, trialId);
  if (trial === null) return null;
  try {
    const held = await heldStudy(deps, trial, studyUid);
    return (held?.series ?? []).map(({ usable: _, ...one }) => ({ id: null, ...one }));
  } catch (reason) {
    if (reason instanceof ArchiveError) return null;
    throw reason;
  }
};

/** How many images of each series were let in, and are kept apart. */
const imageCounts = async (
  db: Kysely<Database>,
  trialId: string,
  studyUid: string
): Promise<{ seriesUid: string; images: number; apart: number }[]> => {
  const { rows } = await sql<{ series_uid: string; images: number; apart: number }>`
    select series_uid, count(*) filter (where not apart) as images, count(*) filter (where apart) as apart
    from (
      select series_uid, false as apart from instance where study_uid = ${studyUid} and trial_id = ${trialId}
      union all
      select series_uid, true from quarantine
        where study_uid = ${studyUid} and trial_id = ${trialId} and state = 'quarantined') as image
    group by series_uid order by series_uid`.execute(db);
  return rows.map(row => ({
    ...{ seriesUid: row.series_uid, images: Number(row.images), apart: Number(row.apart) },
  }));
};

/** What the audit chain tells of a study that arrived and of its exam, the oldest first. */
const actsOf = async (
  db: Kysely<Database>,
  trialId: string,
  { id, place }: ArrivalView
): Promise<ArrivalAct[]> => {
  const { rows } = await sql<ArrivalAct>`
    select entry ->> 'at' as at, entry ->> 'act' as act, person.user_name as by
    from (
      select sequence, entry from audit_entry
        where chain = ${trialId} and entry -> 'details' ->> 'study' = ${id}
      union
      select sequence, entry from audit_entry
        where chain = ${trialId} and entry -> 'details' ->> 'exam' = ${place?.exam ?? ''}) as told
    left join account person on person.id = (entry ->> 'by')::uuid
    where entry ->> 'act' not like 'read.%'
    order by sequence`.execute(db);
  return rows;
};

/**
 * All that is known of one study that arrived: what it says of itself, its series, its deliveries, what was done.
 * @throws CodedError 404 CL_NOT_FOUND
 */
export const arrivalSheet = async (
  deps: IntakeDeps,
  trialId: string,
  id: string
): Promise<ArrivalSheet> => {
  const arrival = await arrivalViewOf(deps.db, trialId, id);
  if (arrival === null) throw notFound();
  const { studyUid } = arrival;
  const described =
    arrival.place === null
      ? await seriesByRules(deps, trialId, studyUid)
      : await seriesOfExam(deps.db, studyUid);
  const counts = await imageCounts(deps.db, trialId, studyUid);
  const series = counts.map(({ seriesUid, images, apart }) => {
    const known = described?.find(one => one.seriesUid === seriesUid);
    return {
      ...{ id: known?.id ?? null, seriesUid, images, apart, modality: known?.modality ?? null },
      ...{ role: known?.role ?? null, acquisitionDate: known?.acquisitionDate ?? null },
      problems: known?.problems ?? [],
    };
  });
  return {
    ...{ arrival, series, described: described !== null },
    deliveries: await deliveriesOfStudy(deps.db, trialId, studyUid),
    history: await actsOf(deps.db, trialId, arrival),
  };
};
