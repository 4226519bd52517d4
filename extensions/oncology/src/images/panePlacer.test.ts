import { describe, expect, it } from '@jest/globals';
import { currentStudy, followUpContext } from '../case/caseBench.testdata.js';
import { viewerBench } from './viewerBench.testdata.js';

const place = (slice: number) => ({
  studyInstanceUid: currentStudy,
  seriesInstanceUid: `${currentStudy}.1`,
  sopInstanceUid: `${currentStudy}.1.${slice}`,
});

/** The placer of a bench whose pane of the current study has no picture before it is told. */
async function begun() {
  const bench = await viewerBench(followUpContext());
  const at = bench.viewports.findIndex(viewport =>
    viewport.getCurrentImageId()?.includes(`/studies/${currentStudy}/`)
  );
  const viewport = bench.viewports[at];
  if (viewport === undefined) throw new Error('No pane shows the current study');
  const picture = viewport.getProperties;
  viewport.getProperties = () => ({}) as ReturnType<typeof picture>;
  const draw = (): void => {
    viewport.getProperties = picture;
    bench.placer.rendered(viewport.id);
  };
  return { placer: bench.placer, viewport, draw };
}

describe('bringing a pane to an image before it has drawn its first', () => {
  it('waits for that, and then needs no other event of the host', async () => {
    const { placer, viewport, draw } = await begun();
    placer.show(place(7));
    expect(viewport.getCurrentImageIdIndex()).toBe(0);
    draw();
    expect(viewport.getCurrentImageIdIndex()).toBe(6);
  });

  it('is done once: what it shows afterwards is left to whoever moved it', async () => {
    const { placer, viewport, draw } = await begun();
    placer.show(place(7));
    draw();
    await viewport.setImageIdIndex(2);
    draw();
    expect(viewport.getCurrentImageIdIndex()).toBe(2);
  });

  it('is forgotten when the reader acts first', async () => {
    const { placer, viewport, draw } = await begun();
    placer.show(place(7));
    placer.release();
    draw();
    expect(viewport.getCurrentImageIdIndex()).toBe(0);
  });
});
