import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ReadDocument } from '@corelab/reads';
import { shownTimepoints } from '../release/release-scope.js';
import { charterTerms } from '../trials/charter-terms.js';
import { codeOf, courseBench } from '../testing/course-bench.js';
import type { LoggedIn } from '../testing/http-client.js';
import { measuredDocument, readingOf } from '../testing/reading-bench.js';
import { unlockBench } from '../testing/signed-course.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  charterText,
  logIn,
  putInForce,
  takeInSubject,
  testServer,
  type TestServer,
} from '../testing/test-server.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';
import { readOf } from '../testing/two-slots.js';
import { ensureCourses } from './trial-courses.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const inTrack = (line: string, charter = charterText) =>
  charter.replace('showDerived: live', `showDerived: live\n    ${line}`);
const together = inTrack('order: allAtOnce');

interface Context {
  history: { timepoint: string; document: ReadDocument }[];
  later?: { timepoint: string; document: ReadDocument }[];
  together?: { readId: string; timepoint: string; state: string; left: number | null }[];
}
interface Line {
  readId: string;
  timepoint: string;
  state: string;
}

let opened: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());
afterEach(() => server.close());

/** What a reader does with the reads of one subject, named by their labels. */
const readingTogether = (person: LoggedIn) => {
  const reading = readingOf(server, person);
  const lines = async (): Promise<Line[]> =>
    (await person.call('GET', '/api/reads')).json<{ reads: Line[] }>().reads;
  const idOf = async (label: string): Promise<string> =>
    (await lines()).find(({ timepoint }) => timepoint === label)?.readId ?? 'none-there';
  const context = async (label: string): Promise<Context> =>
    (await person.call('GET', `/api/reads/${await idOf(label)}`)).json<Context>();
  const draft = async (label: string): Promise<ReadDocument> =>
    (await person.call('GET', `/api/reads/${await idOf(label)}/draft`)).json<{
      document: ReadDocument;
    }>().document;
  const save = async (
    label: string,
    change: (document: ReadDocument) => ReadDocument,
    tag?: string
  ) => {
    const id = await idOf(label);
    const found = await draft(label);
    return reading.save(id, change(found), tag ?? (await reading.draftTag(id)));
  };
  /** Opens a timepoint and measures its target. */
  const measure = async (label: string, mm: number): Promise<void> => {
    const id = await idOf(label);
    await person.call('GET', `/api/reads/${id}`);
    const number = await reading.numberOf(id);
    const saved = await save(label, () => measuredDocument(number, mm));
    if (saved.statusCode !== 200) throw new Error(saved.body);
  };
  const sign = async (label: string) => {
    const id = await idOf(label);
    const answer = await reading.sign(id, await reading.draftTag(id), {
      meaning: await reading.meaningOf(id),
    });
    await server.releases.idle();
    return answer;
  };
  const list = async (): Promise<string[]> =>
    (await lines()).map(({ timepoint, state }) => `${timepoint} ${state}`).sort();
  return { ...{ list, context, draft, save, measure, sign, idOf }, call: person.call };
};

const measureAll = async (
  reading: ReturnType<typeof readingTogether>,
  [baseline, week8, week16]: readonly [number, number, number]
): Promise<void> => {
  await reading.measure('Baseline', baseline);
  await reading.measure('Week 8', week8);
  await reading.measure('Week 16', week16);
};
const signAll = async (reading: ReturnType<typeof readingTogether>): Promise<number[]> => {
  const codes: number[] = [];
  for (const label of ['Baseline', 'Week 8', 'Week 16']) {
    codes.push((await reading.sign(label)).statusCode);
  }
  return codes;
};
const allOpen = ['Baseline ready', 'Week 16 ready', 'Week 8 ready'];

const started = async (charter = together) => {
  const at = await courseBench(opened, charter);
  server = at.server;
  return { ...at, reading: readingTogether(at.reader) };
};

describe('a subject whose timepoints are read together', () => {
  /** The trial in force, with a subject whose timepoint is in that state. */
  const withTimepoint = async (charter: string, code: string, state: 'expected' | 'missed') => {
    server = await testServer(opened);
    await putInForce(server, charter);
    const { id } = await opened.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    await takeInSubject(server.deps, id);
    const set = (next: 'expected' | 'missed' | 'complete') =>
      opened.db.updateTable('timepoint').set({ state: next }).where('code', '=', code).execute();
    await set(state);
    const release = async (): Promise<void> => {
      for (const course of await ensureCourses(server.deps, id)) server.releases.request(course);
      await server.releases.idle();
    };
    await release();
    return { reading: readingTogether(await logIn(server, 'reader')), set, release };
  };

  it('is released when its last timepoint is there, all of it at once', async () => {
    const { reading, set, release } = await withTimepoint(together, 'TP2', 'expected');
    expect(await reading.list()).toEqual([]);
    expect(server.released).toEqual([]);
    await set('complete');
    await release();
    expect(await reading.list()).toEqual(allOpen);
  });

  it('is released without a timepoint that was missed', async () => {
    const { reading } = await withTimepoint(together, 'TP1', 'missed');
    expect(await reading.list()).toEqual(['Baseline ready', 'Week 16 ready']);
  });

  it('waits for a gap or not, as the gap policy says; what comes late is read beside the others', async () => {
    const held = await withTimepoint(together, 'TP1', 'expected');
    expect(await held.reading.list()).toEqual([]);
    await server.close();
    const goesOn = `${together}gapPolicy: readAndContinue\n`;
    const { reading, set, release } = await withTimepoint(goesOn, 'TP1', 'expected');
    expect(await reading.list()).toEqual(['Baseline ready', 'Week 16 ready']);
    await set('complete');
    await release();
    expect(await reading.list()).toEqual(allOpen);
  });

  it('waits for the end of imaging where its course closes with that', async () => {
    const at = await started(inTrack('closing: declared', together));
    expect(await at.reading.list()).toEqual([]);
    const ended = await at.manager.post('/end-of-imaging', {
      ...{ subject: 'REAL-SUBJECT-1', lastTimepoint: 'TP2', reason: 'Treatment ended' },
    });
    expect(ended.statusCode).toBe(200);
    await server.releases.idle();
    expect(await at.reading.list()).toEqual(allOpen);
  });

  it('waits for QC of all that it shows', async () => {
    const at = await started(inTrack('closing: declared', together));
    const exam = await at.bench.setState('TP1', 'matched');
    await at.manager.post('/end-of-imaging', {
      ...{ subject: 'REAL-SUBJECT-1', lastTimepoint: 'TP2', reason: 'Treatment ended' },
    });
    await server.releases.idle();
    expect(await at.reading.list()).toEqual([]);
    await at.bench.pass(at.qc, exam);
    await server.releases.idle();
    expect(await at.reading.list()).toEqual(allOpen);
  });

  it('shows every timepoint in each, which sequential reads never do', async () => {
    const shown = async (charter: string): Promise<string[]> => {
      await started(charter);
      const version = await opened.db
        .selectFrom('charter_version')
        .select('resolved')
        .executeTakeFirstOrThrow();
      const reads = await opened.db.selectFrom('read').select('id').orderBy('ordinal').execute();
      const found: string[] = [];
      for (const { id } of reads) {
        const scope = await shownTimepoints(
          opened.db,
          id,
          charterTerms(version.resolved, 'efficacy')
        );
        found.push(scope.timepoints.map(({ code }) => code).join(' '));
      }
      return found;
    };
    expect(await shown(together)).toEqual(['BL TP1 TP2', 'TP1 BL TP2', 'TP2 BL TP1']);
    await server.close();
    // Week 8 is made ready ahead of time.
    expect(await shown(charterText)).toEqual(['BL', 'TP1 BL']);
  });

  it('is signed by date, and not before all of it is judged', async () => {
    const { reading } = await started();
    await reading.measure('Baseline', 50);
    const early = await reading.sign('Baseline');
    expect(codeOf(early)).toEqual([409, 'CL_SUBJECT_INCOMPLETE']);
    expect(early.json<{ message: string }>().message).toMatch(/^Week 8 is not read yet/);
    await measureAll(reading, [50, 40, 30]);
    expect(codeOf(await reading.sign('Week 8'))).toEqual([409, 'CL_EARLIER_READ_UNSIGNED']);
    expect(await signAll(reading)).toEqual([200, 200, 200]);
    expect(await opened.db.selectFrom('course').select('state').execute()).toEqual([
      { state: 'final' },
    ]);
  });

  it('has drafts that follow what the reader changes at an earlier timepoint', async () => {
    const { reading } = await started();
    await measureAll(reading, [50, 40, 30]);
    const tag = (await reading.call('GET', `/api/reads/${await reading.idOf('Week 8')}/draft`))
      .headers.etag;
    const second = (document: ReadDocument): ReadDocument => ({
      ...document,
      lesions: document.lesions.flatMap(lesion => [
        lesion,
        { ...lesion, id: 'T02', trackingUid: '2.25.778' },
      ]),
    });
    expect((await reading.save('Baseline', second)).statusCode).toBe(200);
    expect((await reading.draft('Week 8')).lesions).toMatchObject([
      { id: 'T01', state: 'measured', mark: { longestDiameterMm: 40 } },
      { id: 'T02', trackingUid: '2.25.778', state: 'toDo', mark: null },
    ]);
    // A window that was opened before knows nothing of it.
    const stale = await reading.save('Week 8', document => document, String(tag));
    expect(codeOf(stale)).toEqual([412, 'CL_DRAFT_CONFLICT']);
    const left = await reading.sign('Baseline');
    expect(left.json<{ message: string }>().message).toMatch(/^Week 8 has 1 thing left to do/);
    const judged = (document: ReadDocument): ReadDocument => ({
      ...document,
      lesions: document.lesions.map(lesion =>
        lesion.id === 'T02' ? { ...lesion, state: 'absent' } : lesion
      ),
    });
    for (const label of ['Week 8', 'Week 16']) {
      expect((await reading.save(label, judged)).statusCode).toBe(200);
    }
    expect(await signAll(reading)).toEqual([200, 200, 200]);
  });

  it('tells its reader of the other timepoints as they stand, and how far each is', async () => {
    const { reading } = await started();
    await reading.measure('Baseline', 50);
    await reading.measure('Week 16', 30);
    const { history, later, together: beside } = await reading.context('Week 8');
    const diameters = (entries: Context['history'] = []) =>
      entries.map(({ timepoint, document }) => [
        ...[timepoint, document.lesions[0]?.mark?.longestDiameterMm],
      ]);
    expect(diameters(history)).toEqual([['Baseline', 50]]);
    expect(diameters(later)).toEqual([['Week 16', 30]]);
    expect(beside).toMatchObject([
      { timepoint: 'Baseline', state: 'draft', left: 0, current: false },
      { timepoint: 'Week 8', left: 1, current: true },
      { timepoint: 'Week 16', state: 'draft', left: 0, current: false },
    ]);
  });

  it('is not signed while one of its timepoints is on hold', async () => {
    const { reading } = await started();
    await measureAll(reading, [50, 40, 30]);
    const id = await reading.idOf('Week 16');
    const flagged = await reading.call('POST', `/api/reads/${id}/problems`, {
      ...{ kind: 'missingSeries', text: 'The liver is not there.', requestId: 'problem-1234' },
    });
    expect([200, 201]).toContain(flagged.statusCode);
    const message = (await reading.sign('Baseline')).json<{ message: string }>().message;
    expect(message).toMatch(/^Week 16 is on hold/);
  });

  it('is read again from what is opened again, its drafts still beside it, in order of dates', async () => {
    const { reading } = await started();
    const bench = unlockBench(server);
    await measureAll(reading, [50, 40, 30]);
    expect((await reading.sign('Baseline')).statusCode).toBe(200);
    expect((await reading.sign('Week 8')).statusCode).toBe(200);
    const { body } = await bench.ask(await readOf(server, 'R1', 'BL'));
    expect((await bench.decide(body['id'], 'approve')).status).toBe(200);
    expect(await bench.versions()).toEqual([
      ...['BL v1 superseded', 'BL v2 assigned', 'TP1 v1 impactPending', 'TP2 v1 draft'],
    ]);
    // Week 16 stays open, and is signed after the baseline and the decision about week 8.
    const open = await reading.call('GET', `/api/reads/${await reading.idOf('Week 16')}`);
    expect(open.statusCode).toBe(200);
    await reading.call('GET', `/api/reads/${await reading.idOf('Baseline')}`);
    expect(codeOf(await reading.sign('Week 16'))).toEqual([409, 'CL_EARLIER_READ_UNSIGNED']);
    expect((await reading.sign('Baseline')).statusCode).toBe(200);
    expect(codeOf(await reading.sign('Week 16'))).toEqual([409, 'CL_EARLIER_READ_OPEN']);
    const week8 = await readOf(server, 'R1', 'TP1');
    expect((await bench.impact(week8, 'noImpact')).status).toBe(200);
    expect((await reading.sign('Week 16')).statusCode).toBe(200);
  });

  it('keeps its images when more arrive, until a person decides', async () => {
    const { reading, arrive, pending, decideFirst, states } = await started();
    await measureAll(reading, [50, 40, 30]);
    await arrive('TP1');
    expect(await pending()).toMatchObject([{ cause: 'imagesArrived', timepoint: 'TP1' }]);
    expect(await reading.list()).toEqual(['Baseline draft', 'Week 16 draft', 'Week 8 draft']);
    expect((await decideFirst('readAgain')).statusCode).toBe(200);
    expect(await states()).toEqual([
      ...['BL 1 draft', 'TP1 1 void', 'TP1 2 assigned', 'TP2 1 draft'],
    ]);
    await reading.call('GET', `/api/reads/${await reading.idOf('Week 8')}`);
    await reading.measure('Week 8', 41);
    expect(await signAll(reading)).toEqual([200, 200, 200]);
  });
});

describe('two readers of a subject whose timepoints are read together', () => {
  const text = inTrack('order: allAtOnce', twoReaderText());

  it('see nothing of each other’s drafts, and are compared when both have signed all', async () => {
    server = await testServer(opened);
    const bench = await twoReaderBench(server, text);
    const one = readingTogether(bench.people.R1);
    const two = readingTogether(bench.people.R2);
    await measureAll(one, [40, 20, 40]);
    expect(await two.list()).toEqual(allOpen);
    for (const label of ['Baseline', 'Week 8', 'Week 16']) {
      expect(await two.context(label)).toMatchObject({ history: [], later: [] });
      expect((await two.draft(label)).lesions).toEqual([]);
    }
    await measureAll(two, [40, 20, 20]);
    expect(await signAll(one)).toEqual([200, 200, 200]);
    expect((await bench.cases()).length).toBe(0);
    expect(await signAll(two)).toEqual([200, 200, 200]);
    expect(await bench.courses()).toMatchObject({ R1: 'inAdjudication', R2: 'inAdjudication' });
    expect((await bench.cases()).length).toBe(1);
  });

  it('are followed by one who takes over all of it and sees no draft of the former', async () => {
    server = await testServer(opened);
    const backed = inTrack('assignment: { backups: { R1: [judge] } }', text);
    const bench = await twoReaderBench(server, backed);
    const one = readingTogether(bench.people.R1);
    await measureAll(one, [40, 20, 40]);
    await one.sign('Baseline');
    const replaced = await unlockBench(server).call(server.adminToken, 'POST', 'replacements', {
      ...{ subject: 'REAL-SUBJECT-1', slot: 'R1', user: 'judge', how: 'takeOver' },
      ...{ reason: 'Left the core lab', authorisedBy: 'Head of reading' },
    });
    expect(replaced.status).toBe(200);
    await server.releases.idle();
    const next = readingTogether(bench.people.ADJ);
    expect(await one.list()).toEqual([]);
    expect(await next.list()).toEqual(allOpen);
    expect(await next.context('Week 16')).toMatchObject({ history: [], later: [] });
  });
});
