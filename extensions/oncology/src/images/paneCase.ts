import type { ReadCharter, ReadStudy, TakenPictures } from '@corelab/client';
import type { ComparisonChoice } from './comparison.js';
import type { OtherTimepoint } from './stagePlan.js';
import type { ImagesView, SavedView } from '../case/viewKeeper.js';

/** Images of an open case, each timepoint as its one study; the one marked `current` is in the first pane. */
export interface PaneContext {
  readonly studies: readonly ReadStudy[];
  readonly charter: Pick<ReadCharter, 'windowPresets'>;
}

/** What the panes need of the case that is open: a read, or an adjudication. */
export interface PaneCase {
  /** Asked anew at each use: another timepoint may become the current one. */
  readonly context: PaneContext;
  /** Study of the timepoint in the second pane; null without one. */
  readonly comparedStudy: string | null;
  /** Another timepoint's study by what it is to the current one; null where there is none, or it may not be shown. */
  studyAs(word: OtherTimepoint): string | null;
  /** How the panes stood when the case was left; null for as they come. */
  readonly savedView: SavedView | null;
  /** The next press on an image draws. */
  readonly drawing: boolean;
  getSnapshot(): { readonly comparison: string | null; readonly prompt: string | null };
  subscribe(listener: () => void): () => void;
  /** The timepoints which the second pane may show. */
  comparisons(): ComparisonChoice[];
  compare(timepoint: string): void;
  say(prompt: string | null): void;
  /** Where the panes stand is asked when it is kept. */
  setViewSource(source: () => ImagesView): void;
  /** Who takes pictures of the panes when the case is signed; a case that keeps none has no use for it. */
  setPictureSource?(take: () => Promise<TakenPictures>): void;
  /** The reader changed what the panes show. */
  noteView(): void;
}

/** Study in the first pane. */
export const currentStudyOf = ({ studies }: Pick<PaneContext, 'studies'>): string | undefined =>
  (studies.find(({ current }) => current) ?? studies[0])?.studyInstanceUid;
