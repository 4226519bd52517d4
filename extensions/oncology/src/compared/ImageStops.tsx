import { text } from '@corelab/ui';
import { readNames } from './comparedReads.js';
import type { DifferenceStop } from './differencePlaces.js';

/** The images that a difference is on, where its reads marked different ones; one alone is shown without asking. */
export function ImageStops(props: {
  stops: readonly DifferenceStop[];
  /** The place of the one that is shown. */
  shown: number;
  onShow(stop: number): void;
}) {
  const { stops, shown, onShow } = props;
  return stops.length < 2 ? null : (
    <div className="cl-row">
      {stops.map(({ sides: [side] }, index) => (
        <button
          key={side}
          type="button"
          className="cl-button"
          aria-pressed={shown === index}
          data-stop={side}
          onClick={() => onShow(index)}
        >
          {text('adj.imageOf', { read: side === undefined ? '' : readNames[side] })}{' '}
          <kbd className="cl-key">Q</kbd>
        </button>
      ))}
    </div>
  );
}
