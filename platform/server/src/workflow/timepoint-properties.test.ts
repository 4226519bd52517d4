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

/** RECIST 1.1 of one target, by hand (sections 4.3.1 and 4.4): the response of each visit. */
const responsesOf = (visits: readonly number[]): string[] => {
  let nadir = baseline;
  return visits.map(mm => {
    const isPd = mm - nadir >= 5 && mm >= 1.2 * nadir;
    nadir = Math.min(nadir, mm);
    return isPd ? 'PD' : mm === 0 ? 'CR' : mm <= 0.7 * baseline ? 'PR' : 'SD';
  });
};

describe('timepoints adjudicated one by one', () => {
  let opened: TestDatabase;
  let deps: ServerDeps;
  let trialId: string;
  let count = 0;
  beforeAll(async () => {
    opened = await testDatabase();
    deps = processDeps(opened.db);
    await migrate(opened.db, deps.now);
    trialId = await insertTrialOfThree(
      opened.db,
      'scope: timepoint, triggers: [visitResponse], laterTimepoints: readjudicate'
    );
  });
  afterAll(async () => {
    await opened.close();
  });

  const rowsOf = async (subjectId: string) => ({
    scopes: (
      await opened.db
        .selectFrom('adjudication')
        .select('scope')
        .where('subject_id', '=', subjectId)
        .orderBy('scope')
        .execute()
    ).map(({ scope }) => scope),
    finals: (
      await opened.db
        .selectFrom('final')
        .select('id')
        .where('subject_id', '=', subjectId)
        .where('superseded_at', 'is', null)
        .execute()
    ).length,
  });

  it('have an adjudication exactly where the visits differ, and a final exactly where none does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(diameter, diameter),
        fc.tuple(diameter, diameter),
        fc.array(fc.constantFrom('R1' as const, 'R2' as const), { maxLength: 3 }),
        async (first, second, calls) => {
          const courses = await insertSubject(deps, trialId, `S-${(count += 1)}`);
          await insertSignedCourse(deps, courses, 'R1', [baseline, ...first], 'p1');
          await settleSubject(deps, courses.R1);
          expect(await rowsOf(courses.subjectId)).toEqual({ scopes: [], finals: 0 });
          await insertSignedCourse(deps, courses, 'R2', [baseline, ...second], 'p2');
          await settleSubject(deps, courses.R2);
          const [one, other] = [responsesOf(first), responsesOf(second)];
          const differing = ['timepoint TP1', 'timepoint TP2'].filter(
            (_scope, at) => one[at] !== other[at]
          );
          const expected = { scopes: differing, finals: differing.length === 0 ? 1 : 0 };
          expect([first, second, await rowsOf(courses.subjectId)]).toEqual([
            ...[first, second, expected],
          ]);
          for (const slot of calls) await settleSubject(deps, courses[slot]);
          expect(await rowsOf(courses.subjectId)).toEqual(expected);
        }
      ),
      { numRuns: 30 }
    );
  });
});
