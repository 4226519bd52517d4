import { text } from '@corelab/ui';
import type { ReadTogether } from '@corelab/client';

interface TimepointsTogetherProps {
  /** By date; none where timepoints are read one after the other. */
  reads: readonly ReadTogether[];
  /** Things left to do in the open read, as it stands now. */
  left: number;
  /** The server has all changes of the open read: the others follow what it has. */
  saved: boolean;
  onOpen(readId: string): void;
}

function standing({ state, left }: ReadTogether): string {
  if (state === 'signed' || state === 'onHold') return text(`together.${state}`);
  if (left === null) return text('together.notOpened');
  return left === 0 ? text('together.done') : text('together.left', { count: left });
}

/** The timepoints of a subject that are read together: how far each is, and the way to it. */
export function TimepointsTogether({ reads, left, saved, onOpen }: TimepointsTogetherProps) {
  return reads.length === 0 ? null : (
    <nav
      className="cl-section"
      aria-label={text('together.title')}
      data-together
    >
      <div className="cl-row">
        {reads.map(read => (
          <button
            key={read.readId}
            type="button"
            className="cl-button"
            aria-current={read.current ? 'true' : undefined}
            disabled={read.current || !saved}
            title={saved ? undefined : text('together.unsaved')}
            data-timepoint={read.timepoint}
            onClick={() => onOpen(read.readId)}
          >
            <b>{read.timepoint}</b> {standing(read.current ? { ...read, left } : read)}
          </button>
        ))}
      </div>
    </nav>
  );
}
