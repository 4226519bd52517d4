import { describe, expect, it } from '@jest/globals';
import {
  ClientError,
  createMemoryStore,
  keptCasesOf,
  type ReadImages,
  type ReadListItem,
  type Session,
} from '@corelab/client';
import { countDue, ListStore, type ListPorts } from './listStore.js';

const item = (readId: string, state = 'ready'): ReadListItem => ({
  readId,
  trialName: 'ONC-DEMO',
  subjectCode: `S-${readId}`,
  timepoint: 'BL',
  task: 'read',
  scope: 'timepoint',
  state,
  order: 1,
  dueDate: null,
  done: 0,
  of: 0,
  route: 'oncology-recist',
});

const manager: Session = {
  ...{ user: 'r', name: 'R', hat: 'dataManager', hats: ['reader', 'dataManager'] },
  ...{ roles: ['dataManager'], administrator: false, provider: null, csrfToken: '', expiresAt: '' },
  trials: [{ id: 'T-2', name: 'Trial two', demo: false, roles: ['dataManager'], results: false }],
};

function bench(
  reads: ReadListItem[],
  change: Partial<ListPorts['api']> = {},
  unsent: string[] = []
) {
  const visited: string[] = [];
  const drafts = createMemoryStore();
  for (const caseId of unsent) {
    drafts.entries.set(caseId, { document: {}, etag: '"1"', changes: 2, title: `S-${caseId}` });
  }
  const store = new ListStore({
    navigate: url => void visited.push(url),
    load: url => void visited.push(`load ${url}`),
    kept: keptCasesOf(drafts),
    api: {
      session: () =>
        Promise.resolve({
          user: 'r',
          name: 'R',
          hat: 'reader',
          hats: ['reader', 'dataManager'],
          roles: [],
          administrator: false,
          trials: [],
          provider: null,
          csrfToken: '',
          expiresAt: '',
        }),
      readingList: () => Promise.resolve({ reads, signedBefore: null }),
      images: readId =>
        Promise.resolve({
          readId,
          studies: ['1.2', '1.3'].map(studyInstanceUid => ({ studyInstanceUid, series: [{}] })),
        } as unknown as ReadImages),
      adjudicationImages: adjudicationId =>
        Promise.resolve({
          adjudicationId,
          route: 'oncology-recist',
          studies: [
            { studyInstanceUid: '1.4', series: [{ seriesInstanceUid: '1.4.1' }] },
            { studyInstanceUid: '1.5', series: [{ seriesInstanceUid: '1.5.1' }] },
          ],
        }),
      globalReadImages: globalReadId =>
        Promise.resolve({
          globalReadId,
          route: 'oncology-recist',
          studies: [{ studyInstanceUid: '1.6', series: [{ seriesInstanceUid: '1.6.1' }] }],
        }),
      consensusImages: consensusId =>
        Promise.resolve({
          consensusId,
          studies: [{ studyInstanceUid: '1.7', series: [{ seriesInstanceUid: '1.7.1' }] }],
        }),
      logout: () => Promise.resolve(),
      wear: () => Promise.resolve(manager),
      ...change,
    },
  });
  return { store, visited, drafts };
}

describe('ListStore', () => {
  it('opens the current row in its mode, current study first', async () => {
    const { store, visited } = bench([item('a'), item('b')]);
    await store.load();
    store.move(1);
    store.move(1);
    await store.openCurrent();
    expect(visited).toEqual(['/oncology-recist?StudyInstanceUIDs=1.2,1.3&read=b']);
  });

  it('opens an adjudication on its own page', async () => {
    const adjudication: ReadListItem = {
      ...item('c'),
      task: 'adjudication',
      scope: 'subject',
      timepoint: '',
    };
    const { store, visited } = bench([adjudication]);
    await store.load();
    await store.openCurrent();
    expect(visited).toEqual(['/adjudication?StudyInstanceUIDs=1.4,1.5&read=c']);
  });

  it('opens a global read in the mode of its reads, named as one', async () => {
    const globalRead: ReadListItem = {
      ...item('c'),
      task: 'globalRead',
      scope: 'subject',
      timepoint: '',
    };
    const { store, visited } = bench([globalRead]);
    await store.load();
    await store.openCurrent();
    expect(visited).toEqual(['/oncology-recist?StudyInstanceUIDs=1.6&read=c&task=globalRead']);
  });

  it('opens a meeting of readers on its own page, the next case only when it is one’s turn', async () => {
    const meeting = (readId: string, state: string): ReadListItem => ({
      ...item(readId, state),
      ...{ task: 'consensus', scope: 'subject', timepoint: '' },
    });
    const { store, visited } = bench([meeting('d', 'waiting'), meeting('e', 'ready')]);
    await store.load();
    await store.openNext();
    expect(visited).toEqual(['/consensus?StudyInstanceUIDs=1.7&read=e']);
  });

  it('lists open work only and opens the next that can be read', async () => {
    const { store, visited } = bench([
      item('a', 'onHold'),
      item('b', 'draft'),
      item('c', 'signed'),
    ]);
    await store.load();
    expect(store.getState()).toMatchObject({ phase: 'ready', signed: [{ readId: 'c' }], at: 0 });
    await store.openNext();
    expect(visited[0]).toContain('read=b');
  });

  it('goes to the login without a session', async () => {
    const { store, visited } = bench([], {
      session: () => Promise.reject(new ClientError('CL_NOT_LOGGED_IN', 401, 'Log in first.')),
    });
    await store.load();
    expect(visited).toEqual(['/login']);
  });

  it('stays where it is when the session ends under a shown list', async () => {
    let live = true;
    const { store, visited } = bench([item('a')], {
      readingList: () =>
        live
          ? Promise.resolve({ reads: [item('a')], signedBefore: null })
          : Promise.reject(new ClientError('CL_NOT_LOGGED_IN', 401, 'Log in first.')),
    });
    await store.load();
    live = false;
    await store.load();
    expect(store.getState()).toMatchObject({ phase: 'ready', at: 0 });
    expect(visited).toEqual([]);
  });

  it('says why the list or a case does not load', async () => {
    const down = new ClientError('CL_OFFLINE', 0, 'The server does not answer.');
    const list = bench([], { readingList: () => Promise.reject(down) });
    await list.store.load();
    expect(list.store.getState()).toEqual({ phase: 'failed', message: down.message });
    const read = bench([item('a')], { images: () => Promise.reject(down) });
    await read.store.load();
    await read.store.openCurrent();
    expect(read.store.getState()).toMatchObject({ error: down.message, opening: null });
    expect(read.visited).toEqual([]);
  });

  it('puts older signed reads behind the others, once, as long as there are any', async () => {
    const asked: (string | undefined)[] = [];
    const { store } = bench([], {
      readingList: before => {
        asked.push(before);
        const pages: Record<string, string> = { first: 'b', b: 'c' };
        const id = before ?? 'first';
        return Promise.resolve({
          reads: [item('open'), item(id, 'signed')].slice(before === undefined ? 0 : 1),
          signedBefore: pages[id] ?? null,
        });
      },
    });
    await store.load();
    await Promise.all([store.showOlder(), store.showOlder()]);
    expect(store.getState()).toMatchObject({ signedBefore: 'c', fetching: false });
    store.search('S-c');
    await store.showOlder();
    await store.showOlder();
    expect(asked).toEqual([undefined, 'b', 'c']);
    const found = store.getState();
    expect(found).toMatchObject({ signedBefore: null, signed: [{ readId: 'c' }], open: [] });
    store.search('');
    expect(store.getState()).toMatchObject({
      open: [{ readId: 'open' }],
      signed: [{ readId: 'first' }, { readId: 'b' }, { readId: 'c' }],
    });
  });

  it('says why older reads do not come, and asks again', async () => {
    const down = new ClientError('CL_OFFLINE', 0, 'The server does not answer.');
    const answers = [
      Promise.resolve({ reads: [item('a', 'signed')], signedBefore: 'a' }),
      Promise.reject(down),
      Promise.resolve({ reads: [item('b', 'signed')], signedBefore: null }),
    ];
    answers[1]?.catch(() => 'It is awaited below.');
    const { store } = bench([], { readingList: () => answers.shift() ?? Promise.reject(down) });
    await store.load();
    await store.showOlder();
    expect(store.getState()).toMatchObject({ error: down.message, fetching: false });
    await store.showOlder();
    expect(store.getState()).toMatchObject({ error: null, signed: [{}, { readId: 'b' }] });
  });

  it('has no current row when there is nothing to read', async () => {
    const { store, visited } = bench([]);
    await store.load();
    store.move(1);
    await store.openCurrent();
    expect(store.getState()).toMatchObject({ at: -1, open: [] });
    expect(visited).toEqual([]);
  });

  it('finds reads by letters of case and timepoint, open and signed, and puts the row on the first', async () => {
    const { store } = bench([item('aa'), item('ab'), item('bb'), item('ac', 'signed')]);
    await store.load();
    store.move(1);
    store.search(' s-A');
    expect(store.getState()).toMatchObject({
      open: [{ readId: 'aa' }, { readId: 'ab' }],
      signed: [{ readId: 'ac' }],
      at: 0,
    });
    store.search('nothing');
    expect(store.getState()).toMatchObject({ open: [], signed: [], at: -1 });
  });

  it('opens the next case whatever is searched for', async () => {
    const { store, visited } = bench([item('a'), item('b')]);
    await store.load();
    store.search('b');
    await store.openNext();
    expect(visited[0]).toContain('read=a');
  });

  it('opens a signed read to be looked at', async () => {
    const signed = item('a', 'signed');
    const { store, visited } = bench([signed]);
    await store.load();
    await store.open(signed);
    expect(visited[0]).toContain('read=a');
  });

  it('counts what is due and what is on hold', () => {
    const reads = [item('a'), item('b', 'draft'), item('c', 'onHold'), item('d', 'signed')];
    expect(countDue(reads)).toEqual({ due: 2, onHold: 1 });
  });

  it('tells what only this computer has, also of a case that is listed no more, until it is given up', async () => {
    const { store, drafts } = bench([item('a')], {}, ['a', 'taken away']);
    await store.load();
    expect(store.getState()).toMatchObject({
      kept: [{ caseId: 'a', title: 'S-a', changes: 2 }, { caseId: 'taken away' }],
    });
    await store.giveUp('taken away');
    expect(store.getState()).toMatchObject({ kept: [{ caseId: 'a' }] });
    await drafts.delete('a');
    await store.lookAtKept();
    expect(store.getState()).toMatchObject({ kept: [] });
  });

  it('lists the reads, and says so, where the browser does not tell what it keeps', async () => {
    const { store, drafts } = bench([item('a')], {}, ['a']);
    const { keys } = drafts;
    drafts.keys = () => Promise.reject(new ClientError('CL_KEPT_LATE', -1, 'No answer.'));
    await store.load();
    expect(store.getState()).toMatchObject({ phase: 'ready', reads: [{ readId: 'a' }], kept: [] });
    expect(store.getState()).toMatchObject({ error: expect.stringContaining('No answer.') });
    drafts.keys = keys;
    await store.lookAtKept();
    expect(store.getState()).toMatchObject({ kept: [{ caseId: 'a' }] });
  });

  it('logs out at once when the server has everything', async () => {
    const { store, visited } = bench([item('a')]);
    await store.load();
    await store.askLogout();
    expect(visited).toEqual(['/login']);
  });

  it('asks before logging out with changes that only this computer has', async () => {
    const { store, visited } = bench([item('a'), item('b')], {}, ['b']);
    await store.load();
    await store.askLogout();
    expect(store.getState()).toMatchObject({ leaving: [{ caseId: 'b' }] });
    store.stay();
    expect(store.getState()).toMatchObject({ leaving: null });
    expect(visited).toEqual([]);
    await store.askLogout();
    await store.leave();
    expect(visited).toEqual(['/login']);
  });

  it('works as something else at once when the server has everything, from the first page of that', async () => {
    const { store, visited } = bench([item('a')]);
    await store.load();
    await store.askWear('dataManager');
    expect(visited).toEqual(['load /trials']);
  });

  it('asks before that with changes that only this computer has', async () => {
    const { store, visited } = bench([item('a'), item('b')], {}, ['b']);
    await store.load();
    await store.askWear('dataManager');
    expect(store.getState()).toMatchObject({
      leaving: [{ caseId: 'b' }],
      leavingFor: 'dataManager',
    });
    store.stay();
    expect(store.getState()).toMatchObject({ leaving: null, leavingFor: null });
    expect(visited).toEqual([]);
    await store.askWear('dataManager');
    await store.leave();
    expect(visited).toEqual(['load /trials']);
  });

  it('says why it can not work as something else', async () => {
    const refused = new ClientError('CL_HAT_NOT_HELD', 409, 'You are not data manager.');
    const { store, visited } = bench([item('a')], { wear: () => Promise.reject(refused) });
    await store.load();
    await store.askWear('dataManager');
    expect(store.getState()).toMatchObject({ error: 'You are not data manager.' });
    expect(visited).toEqual([]);
  });
});
