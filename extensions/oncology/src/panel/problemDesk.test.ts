import { describe, expect, it } from '@jest/globals';
import { ClientError, type FlagRequest, type ReadProblems } from '@corelab/client';
import { setLocation } from '@corelab/reads';
import { contextOf, markOf, openBench, turns } from '../case/caseBench.testdata.js';

const held: ReadProblems = {
  state: 'onHold',
  suspended: false,
  problems: [
    {
      problemId: 'p1',
      kind: 'missingSeries',
      text: 'No portal phase',
      raisedAt: '2026-11-23T14:00:00Z',
      decision: null,
      answers: [],
    },
  ],
};
const answered: ReadProblems = {
  ...held,
  state: 'draft',
  problems: held.problems.map(problem => ({
    ...problem,
    decision: 'resume' as const,
    answers: [{ text: 'It is there now', decision: 'resume' as const, at: '2026-11-23T15:00:00Z' }],
  })),
};

const offline = new ClientError('CL_OFFLINE', 0, 'no answer');

async function bench(replies: (ReadProblems | ClientError)[]) {
  const flagged: FlagRequest[] = [];
  const next = (): Promise<ReadProblems> => {
    const reply = replies.shift();
    if (reply === undefined) throw new Error('no reply left');
    return reply instanceof ClientError ? Promise.reject(reply) : Promise.resolve(reply);
  };
  let loaded = false;
  const opened = await openBench(contextOf(), {
    api: {
      problems: () => {
        if (loaded) return next();
        loaded = true;
        return Promise.resolve({ state: 'draft', suspended: false, problems: [] });
      },
      flagProblem: (_readId, request) => {
        flagged.push(request);
        return next();
      },
    },
  });
  return { ...opened, flagged };
}

describe('ProblemDesk', () => {
  it('holds the read: nothing can be changed, what is there stays', async () => {
    const { store, saved } = await bench([held]);
    store.arm({ kind: 'add', role: 'target' });
    store.draw(markOf(20));
    await store.desk.flag('missingSeries', 'No portal phase');
    expect(saved).toHaveLength(1);
    expect(store.locked).toBe(true);
    expect(store.lockedBecause).toContain('on hold');
    expect(store.edit('x', document => setLocation(document, 'T01', 'LUNG'))).toBe(false);
    expect(store.getSnapshot()).toMatchObject({ sheet: 'none', armed: null, problems: held });
    expect(store.getSnapshot().document.lesions).toHaveLength(1);
  });

  it('opens the read again when the answer comes', async () => {
    const { store, saved } = await bench([held, answered]);
    await store.desk.flag('missingSeries', 'No portal phase');
    await store.desk.look();
    expect(store.locked).toBe(false);
    expect(store.getSnapshot().problems.problems[0]?.answers[0]?.text).toBe('It is there now');
    store.arm({ kind: 'add', role: 'target' });
    store.draw(markOf(20));
    await turns();
    expect(saved).toHaveLength(1);
  });

  it('asks nothing while there is nothing to wait for', async () => {
    const { store } = await bench([]);
    await store.desk.look();
    expect(store.locked).toBe(false);
  });

  it('flags once however often it is pressed, with the same request when the answer was lost', async () => {
    const { store, flagged } = await bench([offline, held]);
    await Promise.all([
      store.desk.flag('missingSeries', 'No portal phase'),
      store.desk.flag('missingSeries', 'No portal phase'),
    ]);
    expect(flagged).toHaveLength(1);
    expect(store.getSnapshot().flagging).toMatchObject({ sending: false });
    expect(store.getSnapshot().flagging.error).toContain('The problem is not flagged');
    await store.desk.flag('missingSeries', 'No portal phase');
    expect(flagged[1]?.requestId).toBe(flagged[0]?.requestId);
  });

  it('leaves the case when its images are closed to the reader', async () => {
    const { store, navigated } = await bench([{ ...held, suspended: true }]);
    await store.desk.flag('identifyingInformation', 'A name is burned in');
    expect(navigated).toEqual(['/']);
  });

  it('keeps a change that the hold refused, and sends it when the read is open again', async () => {
    const refusal = new ClientError('CL_READ_ON_HOLD', 409, 'The read is on hold.');
    let open = false;
    const sent: unknown[] = [];
    const { store } = await openBench(contextOf(), {
      api: {
        problems: () => Promise.resolve(open ? answered : { ...held, state: 'draft' }),
        saveDraft: (_readId, document) => {
          sent.push(document);
          return open ? Promise.resolve({ savedAt: 'now', etag: '"9"' }) : Promise.reject(refusal);
        },
      },
    });
    store.arm({ kind: 'add', role: 'target' });
    store.draw(markOf(20));
    await turns();
    expect(store.getSnapshot().draft).toMatchObject({ state: 'onHold', pending: 1 });
    expect(store.locked).toBe(true);
    open = true;
    await store.desk.look();
    store.retrySave();
    await turns();
    expect(store.getSnapshot().draft).toMatchObject({ state: 'saved', pending: 0 });
    expect(sent).toHaveLength(2);
  });
});
