import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { readChain, verifyChain } from '../audit/chain.js';
import { migrate } from '../database/migrate.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { insertBareTimepoint, stateOfTimepoint } from '../testing/bare-timepoint.js';
import { applyTransition, byPerson, bySystem, changeOf, type Change } from './apply-transition.js';
import { courseMachine } from './machines/course.js';
import { queryMachine } from './machines/query.js';
import { timepointMachine } from './machines/timepoint.js';
import type { Attempt } from './machines/transition.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const at = new Date('2026-03-01T09:00:00Z');

describe('a transition in the database', () => {
  let opened: TestDatabase;
  let ids: { trialId: string; timepointId: string };
  beforeAll(async () => {
    opened = await testDatabase();
    await migrate(opened.db, () => at);
  });
  afterAll(async () => {
    await opened.close();
  });
  beforeEach(async () => {
    ids = await insertBareTimepoint(opened.db, at);
  });

  const apply = (changes: readonly Change[], attempt: Attempt = bySystem()) =>
    opened.db.transaction().execute(trx =>
      applyTransition(trx, changes, {
        ...{ ...attempt, chain: ids.trialId, at, zone: 'UTC', details: { why: 'test' } },
      })
    );
  const timepoint = (
    from: 'expected' | 'complete',
    act: 'complete' | 'declareMissed' | 'losePart'
  ) => changeOf(timepointMachine, ids.timepointId, from, act);
  const manager: Attempt = { ...bySystem('late'), by: v7(), roles: ['dataManager'] };

  it('changes the state and appends one entry that tells of it', async () => {
    expect(await apply([timepoint('expected', 'complete')])).toEqual(['complete']);
    expect(await stateOfTimepoint(opened.db, ids.timepointId)).toBe('complete');
    const chain = await readChain(opened.db, ids.trialId);
    expect(verifyChain(chain)).toMatchObject({ ok: true, entries: 1 });
    expect(chain[0]?.entry).toEqual({
      act: 'timepoint.completed',
      at: at.toISOString(),
      zone: 'UTC',
      ...{ by: null, roles: ['system'], software: 'corelab 0.1.0', charter: null },
      details: {
        why: 'test',
        transitions: [
          {
            thing: 'timepoint',
            id: ids.timepointId,
            act: 'complete',
            from: 'expected',
            to: 'complete',
          },
        ],
      },
    });
  });

  it.each<[string, number, () => Promise<unknown>]>([
    ['CL_ACT_NOT_POSSIBLE', 409, () => apply([timepoint('complete', 'declareMissed')], manager)],
    ['CL_ACT_NOT_YOURS', 403, () => apply([timepoint('expected', 'declareMissed')])],
    [
      'CL_REASON_NEEDED',
      422,
      () => apply([timepoint('expected', 'declareMissed')], { ...manager, reason: '' }),
    ],
    [
      'CL_SECOND_PERSON_NEEDED',
      422,
      () =>
        apply([changeOf(courseMachine, ids.timepointId, 'final', 'reopenFinal')], {
          ...manager,
          secondPerson: manager.by,
        }),
    ],
    ['CL_STATE_CHANGED', 409, () => apply([timepoint('complete', 'losePart')], manager)],
    ['CL_NOT_FOUND', 404, () => apply([changeOf(timepointMachine, v7(), 'expected', 'complete')])],
  ])('refuses with %s (%i) and leaves everything as it was', async (code, status, refused) => {
    await expect(refused()).rejects.toMatchObject({ code, status });
    expect(await stateOfTimepoint(opened.db, ids.timepointId)).toBe('expected');
    expect(await readChain(opened.db, ids.trialId)).toEqual([]);
  });

  it('says what the state is now and what is possible from it', async () => {
    await expect(apply([timepoint('complete', 'losePart')], manager)).rejects.toMatchObject({
      message: expect.stringMatching(
        /^Somebody else was first\. The timepoint is expected: losePart did not happen; possible from there: receivePart \(/
      ),
      body: { state: 'expected', possible: ['receivePart', 'complete', 'declareMissed'] },
    });
  });

  it('undoes all changes of an act when one of them is overtaken', async () => {
    const changes = [
      timepoint('expected', 'complete'),
      changeOf(timepointMachine, v7(), 'expected', 'complete'),
    ];
    await expect(apply(changes)).rejects.toMatchObject({ code: 'CL_NOT_FOUND' });
    expect(await stateOfTimepoint(opened.db, ids.timepointId)).toBe('expected');
  });

  it('is one act with one entry: changes that tell of different ones do not go together', async () => {
    const changes = [
      timepoint('expected', 'declareMissed'),
      changeOf(queryMachine, v7(), null, 'ask'),
    ];
    await expect(apply(changes, manager)).rejects.toThrow(
      'one act is one audit entry, not 2: timepoint.missed, query.asked'
    );
    expect(await stateOfTimepoint(opened.db, ids.timepointId)).toBe('expected');
  });

  it('does not pretend to change a thing that no table holds', async () => {
    await expect(
      apply([changeOf({ ...queryMachine, table: null }, v7(), 'answered', 'close')], manager)
    ).rejects.toThrow('no table holds the state of a query');
  });

  it('takes the roles of a person from this trial, at that moment', async () => {
    const account = v7();
    const other = await insertBareTimepoint(opened.db, at);
    await opened.db
      .insertInto('account')
      .values({
        ...{ id: account, user_name: account, display_name: 'Dr', password_hash: 'x' },
        created_at: at,
      })
      .execute();
    const grant = (trialId: string, role: string) =>
      opened.db
        .insertInto('trial_role')
        .values({ trial_id: trialId, account_id: account, role, granted_at: at })
        .execute();
    const rolesHere = () =>
      opened.db
        .transaction()
        .execute(async trx => (await byPerson(trx, ids.trialId, account)).roles);
    await grant(other.trialId, 'admin');
    expect(await rolesHere()).toEqual([]);
    await grant(ids.trialId, 'dataManager');
    expect(await rolesHere()).toEqual(['dataManager']);
  });
});
