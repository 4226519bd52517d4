import { StateIcon, text } from '@corelab/ui';
import type { ReadContext } from '@corelab/client';
import { imageNotes } from '../images/imageProblems.js';

/** What is wrong with the images of this case, in words; nothing when all is well. */
export function ImageNotes({ studies }: Pick<ReadContext, 'studies'>) {
  const notes = imageNotes({ studies });
  return notes.length === 0 ? null : (
    <section
      className="cl-section"
      aria-label={text('images.title')}
      data-image-notes
    >
      <ul className="cl-list">
        {notes.map(({ timepoint, message, blocking }) => (
          <li
            key={`${timepoint} ${message}`}
            className="cl-finding"
            role={blocking ? 'alert' : undefined}
          >
            <StateIcon icon={blocking ? 'blocked' : 'warning'} />
            <p className="cl-grow">
              <b>{timepoint}</b> {message}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
