import type { KeyImage } from '@corelab/reads';
import { text } from '@corelab/ui';
import { Act } from './Act.js';
import type { CaseStore } from '../case/caseStore.js';
import {
  dropKeyImage,
  keyImageText,
  showKeyImage,
  type ImageCommands,
} from '../lesions/keyImageActs.js';

export interface KeyImageLineProps {
  store: CaseStore;
  commands: ImageCommands;
  image: KeyImage;
}

/** A key image in words, with the way back to it. */
export function KeyImageLine({ store, commands, image }: KeyImageLineProps) {
  return (
    <div
      className="cl-row cl-key-image"
      data-key-image={image.sopInstanceUid}
    >
      <span className="cl-grow">{keyImageText(store, commands, image)}</span>
      <Act
        name="showKeyImage"
        label={text('keyImage.show')}
        onPress={() => showKeyImage(store, commands, image)}
      />
      {store.locked ? null : (
        <Act
          name="dropKeyImage"
          label={text('keyImage.remove')}
          onPress={() => dropKeyImage(store, image)}
        />
      )}
    </div>
  );
}

/** Key images of the timepoint as a whole; those of lesions stand in their rows. */
export function TimepointKeyImages({
  store,
  commands,
  images,
}: Omit<KeyImageLineProps, 'image'> & { images: readonly KeyImage[] }) {
  const own = images.filter(({ lesion }) => lesion === null);
  return own.length === 0 ? null : (
    <section
      className="cl-section"
      aria-label={text('keyImage.title')}
    >
      <h2 className="cl-caption">{text('keyImage.title')}</h2>
      {own.map(image => (
        <KeyImageLine
          key={`${image.sopInstanceUid} ${image.frameNumber}`}
          store={store}
          commands={commands}
          image={image}
        />
      ))}
    </section>
  );
}
