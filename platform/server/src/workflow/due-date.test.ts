import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import type { MatrixPage } from '../progress/matrix.js';
import type { SubjectSheet } from '../progress/subject-sheet.js';
import type { Summary } from '../progress/summary.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { unlockBench } from '../testing/signed-course.js';
import {
  charterText,
  deployed,
  logIn,
  testServer,
  type TestServer,
} from '../testing/test-server.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

/** A Tuesday on which nobody works. */
const calendar = "calendar: { holidays: ['2026-03-03'] }\n";
const soon = (charter: string): string =>
  charter.replace('showDerived: live', 'showDerived: live\n    turnaroundDays: 2');

describe('a due date', () => {
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    server = await testServer(opened);
  });
  afterEach(() => server.close());

  it('is so many working days of the charter after the release of the read', async () => {
    await deployed(server, soon(charterText + calendar));
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

  it('is as many after the release of an adjudication, which is late in progress from then on', async () => {
    const bench = await twoReaderBench(server, soon(twoReaderText(undefined, calendar)));
    // Progression at the last timepoint, and none.
    await bench.readAll('R1', [40, 20, 40]);
    await bench.readAll('R2', [40, 20, 20]);
    const progress = '/api/admin/trials/T-1/progress';
    const ask = async <T>(path: string): Promise<T> => {
      const headers = { authorization: `Bearer ${server.adminToken}` };
      return (await server.ask({ url: `${progress}${path}`, headers })).json<T>();
    };
    const late = async (): Promise<string[]> =>
      (await ask<MatrixPage>('?late=true&reader=judge')).rows.map(({ subject }) => subject);
    const place = async () => {
      const [only, ...others] = (await ask<SubjectSheet>('/subjects/REAL-SUBJECT-1')).whole;
      expect(others).toEqual([]);
      return only;
    };
    const counted = async () => {
      const { total, readers } = await ask<Summary>('/summary');
      return [total.slots, total.late, readers?.find(({ reader }) => reader === 'judge')];
    };
    // Released on Sunday 2026-03-01: Monday is the first working day, Tuesday nobody works.
    expect(await bench.cases()).toMatchObject([{ state: 'ready', dueDate: '2026-03-04' }]);
    expect(await place()).toMatchObject({
      ...{ slot: 'ADJ', task: 'adjudication', readState: 'ready', standing: 'discordant' },
      ...{ due: '2026-03-04', late: false, reader: { user: 'judge' }, reasons: [] },
    });
    expect(await late()).toEqual([]);
    server.forward(4 * 86_400_000);
    bench.people.ADJ = await logIn(server, 'judge');
    expect(await place()).toMatchObject({ late: true });
    expect(await late()).toEqual(['REAL-SUBJECT-1']);
    const judge = { reader: 'judge', slots: 1, stuck: 0 };
    expect(await counted()).toEqual([7, 1, { ...judge, late: 1, states: { discordant: 1 } }]);
    const [open] = await bench.cases();
    const side = await bench.sideOf('R2');
    await bench.decide(open?.readId ?? '', { kind: 'read', side });
    expect(await late()).toEqual([]);
    // Two readers at three timepoints, and what was decided between them: nothing more is planned for an adjudicator.
    expect(await counted()).toEqual([7, 0, { ...judge, late: 0, states: { final: 1 } }]);
    const { history } = await ask<SubjectSheet>('/subjects/REAL-SUBJECT-1');
    const acts = history.filter(({ slot }) => slot === 'ADJ').map(({ act, by }) => [act, by]);
    expect(acts).toEqual([
      ['adjudication.triggered', null],
      ['adjudication.assigned', null],
      ['adjudication.released', null],
      ['adjudication.signed', 'judge'],
      // Told once however often it was done, after the rest of the instant.
      ['adjudication.opened', 'judge'],
      ['adjudication.saved', 'judge'],
    ]);
  });
});
