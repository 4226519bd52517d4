import type { ReadStudy, TakenPicture, TakenPictures } from '@corelab/client';
import { isComing, isReady, panesOf, type HostServices } from '@corelab/host';
import { glimpse, type PaneGlimpse } from './panePicture.js';
import { paneView } from './paneViews.js';

/** Sides of a picture are scaled down to this, as the server asks. */
const longestPx = 1024;
/** The server keeps no larger ones. */
const mostBytes = 4_000_000;

/** base64 without the head of a data address. */
const asBase64 = (blob: Blob): Promise<string> =>
  new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => failed(reader.error ?? new Error('the picture could not be read'));
    reader.readAsDataURL(blob);
  });

async function pictureOf(sopInstanceUid: string, seen: PaneGlimpse | null): Promise<TakenPicture> {
  const canvas = await seen?.draw(true);
  if (seen === null || canvas == null) return { sopInstanceUid, missing: 'unreadable' };
  const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/png'));
  if (blob === null) return { sopInstanceUid, missing: 'unreadable' };
  if (blob.size > mostBytes) return { sopInstanceUid, missing: 'tooLarge' };
  return { sopInstanceUid, ...seen.place, png: await asBase64(blob) };
}

/**
 * Takes a picture of every pane that has a view now, in the order of the saved view. A pane that can't be read does not keep
 * its read from being signed: the signature says so, and `report` is told why.
 */
export async function takePictures(
  services: HostServices,
  studies: readonly ReadStudy[],
  report: (reason: unknown) => void
): Promise<TakenPictures> {
  // Every pane is looked at before anything is waited for, so that all are of one moment.
  const seen = panesOf(services)
    .filter(isReady)
    .flatMap(pane => {
      const view = paneView(pane, studies);
      if (view === null) return [];
      // A picture of another slice than the one it goes to would tell of what was not read.
      const one = isComing(pane) ? null : glimpse(pane.viewport, longestPx);
      return [{ sopInstanceUid: view.sopInstanceUid, one }];
    });
  if (seen.length === 0) return { missing: 'noPanes' };
  const panes: TakenPicture[] = [];
  for (const { sopInstanceUid, one } of seen) {
    try {
      panes.push(await pictureOf(sopInstanceUid, one));
    } catch (reason) {
      report(reason);
      panes.push({ sopInstanceUid, missing: 'unreadable' });
    }
  }
  return { panes };
}
