import { emptyDecision } from '@corelab/adjudication';
import { describe, expect, it } from '@jest/globals';
import { adjudicationCalls } from './adjudicationCalls.js';
import type { Answer, Call } from './httpCaller.js';

function bench(answer: Answer) {
  const asked: Call[] = [];
  const ask = (call: Call): Promise<Answer> => {
    asked.push(call);
    return Promise.resolve(answer);
  };
  return { asked, calls: adjudicationCalls({ send: ask, change: ask }) };
}

describe('adjudicationCalls', () => {
  it('asks for an adjudication under its own address, never a read’s', async () => {
    const { asked, calls } = bench({ body: {}, etag: null });
    await calls.adjudication('a/b');
    await calls.adjudicationImages('a/b');
    await calls.adjudicationProblems('a/b');
    expect(asked.map(({ path }) => path)).toEqual([
      '/api/adjudications/a%2Fb',
      '/api/adjudications/a%2Fb/images',
      '/api/adjudications/a%2Fb/problems',
    ]);
  });

  it('saves the decision over the version it was made from', async () => {
    const { asked, calls } = bench({ body: { savedAt: '2026-03-01T09:00:00.000Z' }, etag: '"2"' });
    expect(await calls.saveDecision('x', emptyDecision(), '"1"')).toEqual({
      savedAt: '2026-03-01T09:00:00.000Z',
      etag: '"2"',
    });
    expect(asked).toEqual([
      {
        method: 'PUT',
        path: '/api/adjudications/x/draft',
        body: { document: emptyDecision() },
        ifMatch: '"1"',
      },
    ]);
  });

  it('refuses a decision that names no version', async () => {
    const { calls } = bench({ body: { document: emptyDecision() }, etag: null });
    await expect(calls.decision('x')).rejects.toMatchObject({ code: 'CL_BAD_ANSWER' });
  });
});
