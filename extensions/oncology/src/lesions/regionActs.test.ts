import { describe, expect, it } from '@jest/globals';
import { followUpContext, openBench } from '../case/caseBench.testdata.js';
import { run, states } from './acting.testdata.js';
import { qualitySummary } from './qualitySummary.js';
import { judgeRegion, lesionsOffered, markRegion } from './regionActs.js';

describe('a region that can not be read', () => {
  it('marks its lesions in one step, which the line takes back', async () => {
    const { store } = await openBench(followUpContext());
    const entry = { region: 'chest', value: 'notReadable' } as const;
    judgeRegion(store, { ...entry, reason: null });
    const offered = () =>
      store
        .getSnapshot()
        .document.imageQuality.map(quality =>
          lesionsOffered(store, store.getSnapshot().document, quality)
        );
    expect(offered()).toEqual([0, 0, 0, 0]);
    judgeRegion(store, { ...entry, reason: { code: 'NOT_IMAGED', text: 'not imaged' } });
    expect(offered()).toEqual([0, 2, 0, 0]);
    markRegion(store, 'chest');
    expect(states(store)).toEqual(['T01 toDo', 'T02 notEvaluable', 'NT01 notEvaluable']);
    expect(store.getSnapshot()).toMatchObject({
      prompt: '2 lesions not evaluable: chest, not imaged.',
      offersUndo: true,
    });
    run(store, 'undo');
    expect(states(store)).toEqual(['T01 toDo', 'T02 toDo', 'NT01 toDo']);
    expect(qualitySummary(store.getSnapshot().document)).toBe('chest: Not readable, not imaged');
  });
});
