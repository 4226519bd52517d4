import { courseRead, type CourseRead } from '@corelab/adjudication';
import { toAssessmentInput, type Lesion } from '@corelab/reads';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { CharterTerms } from '../trials/charter-terms.js';
import { shiftDate } from './calendar.js';
import { realNames, studiesOfSeries } from './image-names.js';
import type { SignedReadOf } from './signed-reads.js';

type Point = [number, number, number];
type Position = NonNullable<NonNullable<CourseRead['positions']>[number]>;

/** Marks of these states are not part of what was read. */
const withoutMark: readonly Lesion['state'][] = [
  'toDo',
  'absent',
  'notEvaluable',
  'merged',
  'split',
];

const middleOf = (points: readonly (readonly [number, number, number])[]): Point => {
  const mean = (axis: 0 | 1 | 2): number =>
    points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return [mean(0), mean(1), mean(2)];
};

/** A mark with the received study that its image is of. */
interface Placed {
  readonly slot: string;
  readonly position: Position;
  readonly study: string;
}

/**
 * Where lesions were marked, by slot. Points of two received studies of one timepoint may be of two frames of reference
 * and are no distance apart: there the positions are left out, and lesions are matched by what they are called.
 */
const positionsOf = async (
  db: Kysely<Database>,
  reads: readonly SignedReadOf[]
): Promise<ReadonlyMap<string, readonly Position[]>> => {
  const real = await realNames(
    db,
    reads.map(({ id }) => id)
  );
  const seriesOf = (uid: string): string => real.get(uid) ?? uid;
  const marks = reads.flatMap(read =>
    read.document.lesions.flatMap(({ id, state, mark }) =>
      mark === null || withoutMark.includes(state) ? [] : [{ read, id, mark }]
    )
  );
  const studies = await studiesOfSeries(db, [
    ...new Set(marks.map(({ mark }) => seriesOf(mark.seriesInstanceUid))),
  ]);
  const placed = marks.map(({ read, id, mark }): Placed => ({
    slot: read.slot,
    position: { timepoint: read.code, lesion: id, lps: middleOf(mark.pointsLps) },
    study: studies.get(seriesOf(mark.seriesInstanceUid)) ?? '',
  }));
  const isOfOneStudy = ({ position }: Placed): boolean =>
    new Set(
      placed
        .filter(other => other.position.timepoint === position.timepoint)
        .map(({ study }) => study)
    ).size === 1;
  const kept = placed.filter(isOfOneStudy);
  return new Map(
    [...new Set(reads.map(({ slot }) => slot))].map(slot => [
      slot,
      kept.filter(one => one.slot === slot).map(({ position }) => position),
    ])
  );
};

/**
 * The course of each slot as the rules of adjudication take it, rated anew by the criterion; dates moved by `shiftDays`
 * alike in all of them, 0 for true ones. A slot without reads has none.
 * @throws Error on a read without a date, which can't have been signed; CriterionError.
 */
export const courseReadsOf = async (
  db: Kysely<Database>,
  reads: readonly SignedReadOf[],
  terms: Pick<CharterTerms, 'criterion' | 'parameters'>,
  shiftDays = 0
): Promise<ReadonlyMap<string, CourseRead>> => {
  const positions = await positionsOf(db, reads);
  const courses = new Map<string, CourseRead>();
  for (const slot of new Set(reads.map(read => read.slot))) {
    const own = reads.filter(read => read.slot === slot);
    const timepoints = own.map(({ id, code, kind, date, document }) => {
      const moved = shiftDate(date, shiftDays);
      if (moved === null) throw new Error(`the signed read ${id} is of a timepoint without a date`);
      return { id: code, kind, date: moved, document };
    });
    const { criterion, parameters } = terms;
    const input = toAssessmentInput({ criterion, parameters: { ...parameters }, timepoints });
    const quality = own.flatMap(({ code, document }) =>
      document.imageQuality.map(({ region, value, reason }) => ({
        timepoint: code,
        region,
        value,
        reason: reason === null ? null : reason.text || reason.code,
      }))
    );
    courses.set(slot, courseRead(input, { positions: [...(positions.get(slot) ?? [])], quality }));
  }
  return courses;
};
