import { describe, expect, it } from '@jest/globals';
import type { Mark } from '@corelab/reads';
import { contextOf, earlierStudy, followUpContext, markOf } from '../case/caseBench.testdata.js';
import { measured, viewerBench } from './viewerBench.testdata.js';

describe('ViewerLink', () => {
  it('makes a finished drawing the armed lesion and labels it', async () => {
    const { store, held, hold, settle, tools, active } = await viewerBench(contextOf());
    store.arm({ kind: 'add', role: 'target' });
    settle();
    expect(tools.at(-1)).toBe('Bidirectional');
    expect(active.pane).toBe('pane-0');
    hold('MEASUREMENT_ADDED', measured('drawn', markOf(32.1)));
    settle();
    expect(store.selectedLesion).toMatchObject({ id: 'T01', mark: { longestDiameterMm: 32.1 } });
    expect([...held.keys()]).toEqual(['drawn']);
    expect(held.get('drawn')?.label).toBe('T01');
    expect(tools.at(-1)).toBe('WindowLevel');
  });

  it('replaces the earlier annotation when a lesion is measured again, and undo brings it back', async () => {
    const { store, held, hold, settle } = await viewerBench(contextOf());
    store.arm({ kind: 'add', role: 'target' });
    hold('MEASUREMENT_ADDED', measured('first', markOf(32.1)));
    settle();
    store.select(store.getSnapshot().selected);
    hold('MEASUREMENT_ADDED', measured('second', markOf(30)));
    settle();
    expect([...held.keys()]).toEqual(['second']);
    expect(store.getSnapshot().document.lesions).toHaveLength(1);
    store.undo();
    settle();
    expect(store.selectedLesion?.mark?.longestDiameterMm).toBe(32.1);
    expect(held.size).toBe(1);
    expect(held.has('second')).toBe(false);
  });

  it('follows the drag of an end point', async () => {
    const { store, hold, settle } = await viewerBench(contextOf());
    store.arm({ kind: 'add', role: 'target' });
    hold('MEASUREMENT_ADDED', measured('drawn', markOf(32.1)));
    settle();
    hold('MEASUREMENT_UPDATED', measured('drawn', markOf(35)));
    hold('MEASUREMENT_UPDATED', measured('drawn', markOf(36)));
    settle();
    expect(store.selectedLesion?.mark?.longestDiameterMm).toBe(36);
    store.undo();
    expect(store.selectedLesion?.mark?.longestDiameterMm).toBe(32.1);
  });

  it('keeps the ruler armed for the next lesion when the last step of a drag is told late', async () => {
    const { store, hold, settle, tools } = await viewerBench(followUpContext());
    store.select('2.25.1');
    hold('MEASUREMENT_ADDED', measured('drawn', markOf(32.1)));
    settle();
    expect(store.getSnapshot().armed).toBe(null);
    store.select('2.25.2');
    settle();
    hold('MEASUREMENT_UPDATED', measured('drawn', markOf(33)));
    settle();
    expect(store.lesion('2.25.1')?.mark?.longestDiameterMm).toBe(33);
    expect(store.getSnapshot().armed).toEqual({ kind: 'lesion', trackingUid: '2.25.2' });
    expect(tools.at(-1)).toBe('Bidirectional');
  });

  it('puts a mark back whose end was dragged to another slice, and says why', async () => {
    const { store, held, hold, settle } = await viewerBench(contextOf());
    store.arm({ kind: 'add', role: 'target' });
    hold('MEASUREMENT_ADDED', measured('drawn', markOf(32.1)));
    settle();
    const [from = [0, 0, 1], , ...short] = markOf(32.1).pointsLps;
    const away = { ...markOf(32.1), pointsLps: [from, [0, 0, 101], ...short] as Mark['pointsLps'] };
    hold('MEASUREMENT_UPDATED', measured('drawn', { ...away, longestDiameterMm: 100 }));
    settle();
    expect(store.selectedLesion?.mark).toMatchObject({ longestDiameterMm: 32.1 });
    expect(store.getSnapshot().prompt).toContain('T01');
    expect([...held.keys()]).toHaveLength(1);
    expect(held.has('drawn')).toBe(false);
  });

  it('takes the last shape of a drag at the release, though the host never draws it again', async () => {
    const { store, hold, settle } = await viewerBench(contextOf());
    store.arm({ kind: 'add', role: 'target' });
    hold('MEASUREMENT_ADDED', measured('drawn', markOf(32.1)));
    settle();
    window.dispatchEvent(new Event('pointerdown'));
    const stale = measured('drawn', markOf(32.1));
    hold('MEASUREMENT_UPDATED', {
      ...stale,
      points: markOf(40, markOf(32.1).shortAxisMm ?? 0).pointsLps,
    });
    expect(store.selectedLesion?.mark?.longestDiameterMm).toBe(32.1);
    window.dispatchEvent(new Event('pointerup'));
    settle();
    expect(store.selectedLesion?.mark?.longestDiameterMm).toBe(40);
  });

  it('removes a drawing that belongs to no lesion or lies on another timepoint', async () => {
    const { store, held, hold, settle } = await viewerBench(followUpContext());
    const before = held.size;
    hold('MEASUREMENT_ADDED', measured('stray', markOf(12)));
    settle();
    expect(held.has('stray')).toBe(false);
    store.select('2.25.1');
    hold('MEASUREMENT_ADDED', measured('wrong', markOf(12, 8, 3, earlierStudy)));
    settle();
    expect(held.has('wrong')).toBe(false);
    expect(held.size).toBe(before);
    expect(store.getSnapshot().prompt).toContain('another timepoint');
  });

  it('shows earlier marks locked in the comparison, never as marks of this read', async () => {
    const { store, held, styles } = await viewerBench(followUpContext());
    expect(held.size).toBe(3);
    expect([...held.values()].every(({ isLocked }) => isLocked === true)).toBe(true);
    expect(store.getSnapshot().document.lesions.every(({ mark }) => mark === null)).toBe(true);
    expect([...held.keys()].map(uid => styles.get(uid))).toEqual(['1', '1', '1']);
  });

  it('draws the marks of this read thicker, the selected one most', async () => {
    const { store, held, hold, settle, styles } = await viewerBench(contextOf());
    for (const uid of ['one', 'two']) {
      store.arm({ kind: 'add', role: 'target' });
      hold('MEASUREMENT_ADDED', measured(uid, markOf(uid === 'one' ? 20 : 30)));
      settle();
    }
    expect([...held.keys()].map(uid => styles.get(uid))).toEqual(['1.5', '2.5']);
  });

  it('brings both panes to the selected lesion', async () => {
    const { store, viewports } = await viewerBench(followUpContext());
    store.select('2.25.2');
    expect(viewports.map(viewport => viewport.getCurrentImageIdIndex())).toEqual([5, 5]);
  });

  it('puts a mark back that the host lost, and never takes a clearing for an act of the reader', async () => {
    const { store, held, hold, settle, measurements } = await viewerBench(contextOf());
    store.arm({ kind: 'add', role: 'target' });
    hold('MEASUREMENT_ADDED', measured('drawn', markOf(32.1)));
    settle();
    const all = [...held.values()];
    held.clear();
    measurements.emit('MEASUREMENTS_CLEARED', { measurements: all });
    expect(store.selectedLesion?.mark?.longestDiameterMm).toBe(32.1);
    store.say(null);
    settle();
    expect(held.size).toBe(1);
  });

  it('locks marks when the read is signed', async () => {
    const { store, held, hold, settle } = await viewerBench(contextOf());
    store.arm({ kind: 'add', role: 'target' });
    hold('MEASUREMENT_ADDED', measured('drawn', markOf(32.1, 20, 4)));
    settle();
    await store.sign('secret', 'My assessment');
    settle();
    expect(held.get('drawn')?.isLocked).toBe(true);
  });

  it('hears nothing more after it stopped', async () => {
    const { store, link, hold } = await viewerBench(contextOf());
    link.stop();
    store.arm({ kind: 'add', role: 'target' });
    hold('MEASUREMENT_ADDED', measured('late', markOf(12)));
    expect(store.getSnapshot().document.lesions).toEqual([]);
  });
});
