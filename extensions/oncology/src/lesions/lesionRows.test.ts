import { expect, it } from '@jest/globals';
import { carryForward, setState } from '@corelab/reads';
import { baselineDocument, followUpContext, openBench } from '../case/caseBench.testdata.js';
import { lesionRows } from './lesionRows.js';

it('a non-target without a mark shows how it was judged, at the earlier timepoint too', async () => {
  const earlier = setState(carryForward([baselineDocument()]), 'NT01', 'absent');
  const { store } = await openBench(
    followUpContext({
      history: [
        { timepoint: 'Baseline', day: 0, date: '2020-01-01', document: baselineDocument() },
        { timepoint: 'TP 1', day: 56, date: '2020-02-26', document: earlier },
      ],
    })
  );
  const { document } = store.getSnapshot();
  const [shown] = lesionRows(document, 'non-target', {
    context: store.context,
    current: null,
    drawing: null,
    comparison: 'TP 1',
    signed: false,
  });
  expect(shown).toMatchObject({ id: 'NT01', comparison: 'Absent', stateWord: 'To judge' });
});
