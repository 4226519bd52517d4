import type { ReadKey } from './comparedReads.js';
import { MarkEnd } from './MarkEnd.js';

/** How a read's marks look: each with its own line and its own ends. Decoration beside its name. */
export function LineSample({ side }: { side: ReadKey }) {
  return (
    <svg
      className={`cl-icon cl-line-sample cl-read-${side}`}
      width="36"
      height="10"
      viewBox="0 0 36 10"
      aria-hidden="true"
    >
      <g className="cl-mark-line">
        <line
          x1="4"
          y1="5"
          x2="32"
          y2="5"
        />
        {[4, 32].map(x => (
          <MarkEnd
            key={x}
            side={side}
            at={[x, 5]}
            half={3}
          />
        ))}
      </g>
    </svg>
  );
}
