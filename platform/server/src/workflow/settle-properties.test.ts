import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { migrate } from '../database/migrate.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import type { ServerDeps } from '../http/server-deps.js';
import {
  insertSignedCourse,
  insertSubject,
  insertTrialOfThree,
  processDeps,
} from '../testing/settling-bench.js';
import { settleSubject } from './settle-subject.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(300_000);

const baseline = 40;
const diameter = fc.constantFrom(0, 10, 20, 27, 30, 40, 47, 60);

/**
 * RECIST 1.1 of one target, by hand (sections 4.3.1 and 4.4): best response and the visits of the first response and of
 * progression, the visits after progression left out.
 */
const outcomeOf = (visits: readonly number[]): string => {
  let nadir = baseline;
  let best = 'none';
  let responded = -1;
  const rank = ['CR', 'PR', 'SD', 'PD', 'none'];
  for (const [index, mm] of visits.entries()) {
    const isPd = mm - nadir >= 5 && mm >= 1.2 * nadir;
    const response = isPd ? 'PD' : mm === 0 ? 'CR' : mm <= 0.7 * baseline ? 'PR' : 'SD';
    if (rank.indexOf(response) < rank.indexOf(best)) best = response;
    if (isPd) return `${best} ${responded} ${index}`;
    if (responded < 0 && response !== 'SD') responded = index;
    nadir = Math.min(nadir, mm);
  }
  return `${best} ${responded} -1`;
};

describe('subjects settled in any order and any number of times', () => {
  let opened: TestDatabase;
  let deps: ServerDeps;
  let trialId: string;
  let count = 0;
  beforeAll(async () => {
    opened = await testDatabase();
    deps = processDeps(opened.db);
    await migrate(opened.db, deps.now);
    trialId = await insertTrialOfThree(opened.db);
  });
  afterAll(async () => {
    await opened.close();
  });

  const rowsOf = async (subjectId: string) => {
    const { db } = opened;
    const of = { subject: subjectId };
    return {
      adjudications: await db
        .selectFrom('adjudication')
        .select(['id', 'swap'])
        .where('subject_id', '=', of.subject)
        .execute(),
      finals: await db
        .selectFrom('final')
        .select(['id', 'outcome'])
        .where('subject_id', '=', of.subject)
        .where('superseded_at', 'is', null)
        .execute(),
      reads: await db
        .selectFrom('read')
        .innerJoin('course', 'course.id', 'read.course_id')
        .innerJoin('signature', 'signature.read_id', 'read.id')
        .select(['read.id', 'read.state', 'signature.document', 'signature.content_hash'])
        .where('course.subject_id', '=', of.subject)
        .orderBy('read.id')
        .execute(),
    };
  };

  it('have an adjudication exactly where a trigger fires, at most one final, and the reads as signed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          first: fc.tuple(diameter, diameter),
          second: fc.oneof(fc.tuple(diameter, diameter), fc.constant(null)),
          calls: fc.array(fc.constantFrom('R1' as const, 'R2' as const), {
            minLength: 1,
            maxLength: 4,
          }),
        }),
        async ({ first, second, calls }) => {
          const courses = await insertSubject(deps, trialId, `S-${(count += 1)}`);
          const other = second ?? first;
          await insertSignedCourse(deps, courses, 'R1', [baseline, ...first], 'p1');
          await settleSubject(deps, courses.R1);
          expect(await rowsOf(courses.subjectId)).toMatchObject({ adjudications: [], finals: [] });
          await insertSignedCourse(deps, courses, 'R2', [baseline, ...other], 'p2');
          const signed = (await rowsOf(courses.subjectId)).reads;
          await settleSubject(deps, courses[calls[0] ?? 'R1']);
          const settled = await rowsOf(courses.subjectId);
          const fires = outcomeOf(first) !== outcomeOf(other);
          expect([first, other, settled.adjudications.length, settled.finals.length]).toEqual([
            ...[first, other],
            ...(fires ? [1, 0] : [0, 1]),
          ]);
          for (const slot of calls) await settleSubject(deps, courses[slot]);
          expect(await rowsOf(courses.subjectId)).toEqual(settled);
          expect(settled.reads).toEqual(signed);
        }
      ),
      { numRuns: 40 }
    );
  });
});
