import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { unlockBench } from '../testing/signed-course.js';
import {
  charterText,
  deployed,
  logIn,
  testServer,
  type TestServer,
} from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('a due date', () => {
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await testDatabase();
    server = await testServer(opened);
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
  });

  it('is so many working days of the charter after the release of the read', async () => {
    const calendar = "calendar: { holidays: ['2026-03-03'] }\n";
    const soon = charterText.replace(
      'showDerived: live',
      'showDerived: live\n    turnaroundDays: 2'
    );
    await deployed(server, soon + calendar);
    const due = async () =>
      (await (await logIn(server, 'reader')).call('GET', '/api/reads'))
        .json<{ reads: { timepoint: string; dueDate: string | null }[] }>()
        .reads.map(({ timepoint, dueDate }) => [timepoint, dueDate]);
    // Released on Sunday 2026-03-01: Monday is the first working day, Tuesday nobody works.
    expect(await due()).toEqual([['Baseline', '2026-03-04']]);
    server.forward(5 * 86_400_000);
    await unlockBench(server).sign('reader', { BL: 50 });
    // Released on Friday 2026-03-06.
    expect(await due()).toEqual([
      ['Week 8', '2026-03-10'],
      ['Baseline', '2026-03-04'],
    ]);
  });
});
