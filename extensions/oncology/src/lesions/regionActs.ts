import type { Region } from '@corelab/criteria';
import {
  lesionsToMark,
  setRegionNotEvaluable,
  setRegionQuality,
  type ReadDocument,
  type RegionQuality,
} from '@corelab/reads';
import { text } from '@corelab/ui';
import type { CaseStore } from '../case/caseStore.js';

/** Sets one region's quality; a value other than optimal keeps the reason already given. */
export function judgeRegion(store: CaseStore, quality: RegionQuality): void {
  store.edit(text('edit.quality'), document => setRegionQuality(document, quality));
}

/** How many lesions "not evaluable" would mark, where the region is not readable for a reason; 0 at baseline. */
export function lesionsOffered(
  store: CaseStore,
  document: ReadDocument,
  { region, value, reason }: RegionQuality
): number {
  const asked = value === 'notReadable' && reason !== null && !store.context.baseline;
  return asked ? lesionsToMark(document, region).length : 0;
}

/** All lesions of a region that can't be read become not evaluable, in one step. */
export function markRegion(store: CaseStore, region: Region): void {
  const { document } = store.getSnapshot();
  const entry = document.imageQuality.find(quality => quality.region === region);
  const count = lesionsToMark(document, region).length;
  const words = text('prompt.regionMarked', {
    count,
    region: text(`region.${region}`),
    reason: entry?.reason?.text ?? '',
  });
  const label = text('edit.region', { region: text(`region.${region}`) });
  if (store.edit(label, before => setRegionNotEvaluable(before, region))) {
    store.arm(null);
    store.say(words, true);
  }
}
