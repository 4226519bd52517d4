import { removeKeyImage, setKeyImage, type KeyImage } from '@corelab/reads';
import { text } from '@corelab/ui';
import type { CaseStore } from '../case/caseStore.js';
import type { ShownImage } from '../images/keyImagePane.js';

/** What key images need of the panes. */
export interface ImageCommands {
  /** What the active pane shows; null when it shows no image of this read. */
  activeImage(): ShownImage | null;
  /** Brings a pane to an image; false when no pane shows its timepoint. */
  showImage(image: ShownImage): boolean;
  /** Place in its series, from 1; null while no pane shows it. */
  sliceOf(image: ShownImage): number | null;
}

/** "slice 61 of TP 3, window 400/40". */
export function keyImageText(store: CaseStore, commands: ImageCommands, image: KeyImage): string {
  const study = store.context.studies.find(
    ({ studyInstanceUid }) => studyInstanceUid === image.studyInstanceUid
  );
  const { windowCenter, windowWidth } = image;
  const window =
    windowCenter === null || windowWidth === null
      ? text('keyImage.asAcquired')
      : `${Math.round(windowWidth)}/${Math.round(windowCenter)}`;
  const values = { timepoint: study?.timepoint ?? text('keyImage.otherTimepoint'), window };
  const slice = commands.sliceOf(image);
  return slice === null
    ? text('keyImage.text', values)
    : text('keyImage.textSlice', { ...values, slice });
}

/** `m`: the active pane's image becomes the key image of the selected lesion, or of the timepoint. */
export function takeKeyImage(store: CaseStore, commands: ImageCommands): void {
  if (store.locked) {
    return;
  }
  const shown = commands.activeImage();
  if (shown === null) {
    store.say(text('keyImage.none'));
    return;
  }
  const lesion = store.selectedLesion;
  const image: KeyImage = { ...shown, lesion: lesion?.trackingUid ?? null };
  if (store.edit(text('edit.keyImage'), document => setKeyImage(document, image))) {
    const what = keyImageText(store, commands, image);
    store.say(
      lesion === null
        ? text('prompt.keyImage', { what })
        : text('prompt.keyImageOf', { lesion: lesion.id, what }),
      true
    );
  }
}

export function dropKeyImage(store: CaseStore, image: KeyImage): void {
  if (store.edit(text('edit.keyImage'), document => removeKeyImage(document, image))) {
    store.say(text('prompt.keyImageRemoved'), true);
  }
}

/** Brings the panes to a key image, or says that its timepoint is in none of them. */
export function showKeyImage(store: CaseStore, commands: ImageCommands, image: KeyImage): void {
  if (!commands.showImage(image)) {
    store.say(text('keyImage.notInPane'));
  }
}
