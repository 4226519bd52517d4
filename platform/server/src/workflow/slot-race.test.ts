import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { migrate } from '../database/migrate.js';
import type { ServerDeps } from '../http/server-deps.js';
import { arenas, type Arena } from '../testing/race-arena.js';
import {
  insertSignedCourse,
  insertSubject,
  insertTrialOfThree,
  processDeps,
} from '../testing/settling-bench.js';
import { readChain, verifyChain } from '../audit/chain.js';
import { releaseNext } from './sequence.js';
import { settleSubject } from './settle-subject.js';

/** Either database takes seconds to start on a busy machine. */
jest.setTimeout(180_000);

const subjects = 12;

describe.each(arenas)('the slots of a subject on %s', (_name, prepare) => {
  let arena: Arena;
  let trialId: string;
  let processes: readonly [ServerDeps, ServerDeps];
  beforeAll(async () => {
    arena = await prepare();
    await migrate(arena.databases[0], () => new Date());
    trialId = await insertTrialOfThree(arena.databases[0]);
    processes = [processDeps(arena.databases[0]), processDeps(arena.databases[1])];
  });
  afterAll(async () => {
    await arena.close();
  });

  const peopleOf = async (subjectId: string): Promise<string[]> => {
    const rows = await arena.databases[0]
      .selectFrom('slot_assignment')
      .select(['slot', 'account_id'])
      .distinct()
      .where('subject_id', '=', subjectId)
      .orderBy('slot')
      .execute();
    return rows.map(row => row.account_id);
  };

  it('go to different people when two processes fill them at once', async () => {
    for (let index = 0; index < subjects; index += 1) {
      const courses = await insertSubject(processes[0], trialId, `RACE-${index}`);
      await Promise.all([
        releaseNext(processes[0], courses.R1),
        releaseNext(processes[1], courses.R2),
      ]);
      const people = await peopleOf(courses.subjectId);
      expect([index, people.length, new Set(people).size]).toEqual([index, 2, 2]);
    }
  });

  it('have one adjudication by a third person, however many processes settle the subject', async () => {
    const [one] = processes;
    for (let index = 0; index < subjects; index += 1) {
      const courses = await insertSubject(one, trialId, `SETTLE-${index}`);
      await insertSignedCourse(one, courses, 'R1', [40, 20, 40], 'p1');
      await insertSignedCourse(one, courses, 'R2', [40, 20, 20], 'p2');
      await Promise.all(
        [0, 1, 2, 3, 4, 5].map(turn =>
          settleSubject(
            turn % 2 === 0 ? processes[0] : processes[1],
            turn % 3 === 0 ? courses.R1 : courses.R2
          )
        )
      );
      const made = await one.db
        .selectFrom('adjudication')
        .select(['id', 'state'])
        .where('subject_id', '=', courses.subjectId)
        .execute();
      expect(made.map(({ state }) => state)).toEqual(['ready']);
      expect(new Set(await peopleOf(courses.subjectId)).size).toBe(3);
      const states = await one.db
        .selectFrom('course')
        .select(['slot', 'state'])
        .where('subject_id', '=', courses.subjectId)
        .orderBy('slot')
        .execute();
      expect(states.map(({ slot, state }) => `${slot} ${state}`)).toEqual([
        'ADJ open',
        'R1 inAdjudication',
        'R2 inAdjudication',
      ]);
    }
    const chain = await readChain(one.db, trialId);
    expect(verifyChain(chain).ok).toBe(true);
    const acts = chain.map(({ entry }) => (entry as { act: string }).act);
    const count = (act: string): number => acts.filter(other => other === act).length;
    expect([count('course.closed'), count('course.discordant')]).toEqual([2 * subjects, subjects]);
    expect(count('adjudication.triggered')).toBe(subjects);
  });

  it('refuse a second adjudication and a second final of one key, whoever writes them', async () => {
    const [{ db, newId }] = processes;
    const row = await db.selectFrom('adjudication').selectAll().executeTakeFirstOrThrow();
    const again = (version: number) =>
      db
        .insertInto('adjudication')
        .values({
          ...{ ...row, id: newId(), public_id: newId(), version },
          comparison: JSON.stringify(row.comparison),
        })
        .execute();
    await expect(again(2)).rejects.toThrow('adjudication_of_subject_undecided');
    const final = (version: number) =>
      db
        .insertInto('final')
        .values({
          ...{ id: newId(), track_id: row.track_id, subject_id: row.subject_id },
          ...{ scope: 'subject', criterion: 'recist-1.1', version },
          charter_version_id: row.charter_version_id,
          ...{ outcome: '{}', engine_version: 'x', made_at: new Date(), from_sequence: 1 },
        })
        .execute();
    await final(1);
    await expect(final(2)).rejects.toThrow('final_current');
    await db.deleteFrom('final').where('subject_id', '=', row.subject_id).execute();
  });
});
